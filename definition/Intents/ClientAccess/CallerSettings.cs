using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>Callers with a sidecar: every combination of the clusters, namespaces and service accounts that are named.</summary>
internal sealed record CallerSettings
{
    /// <summary>The cluster of the callers.</summary>
    [Key("cluster where the caller is", Name = "cluster", Default = "it or `clusters` is required", IsReference = true)]
    public ControlPlaneModel? ControlPlane { get; init; }

    /// <summary>Their clusters, where they are in several.</summary>
    [Key(
        "clusters where callers are, in place of `cluster`; `all` is every cluster of the mesh",
        Name = "clusters",
        Default = "none: the one of `cluster`",
        IsReference = true,
        Every = NamedClusters.Every
    )]
    public IReadOnlyList<ControlPlaneModel> ControlPlanes { get; init; } = [];

    /// <summary>The namespace of the callers.</summary>
    [Key("namespace where the caller is", Default = "it or `namespaces` is required", Label = 63)]
    public string? Namespace { get; init; }

    /// <summary>Their namespaces, where they are in several.</summary>
    [Key("namespaces where callers are, in place of `namespace`", Default = "none: the one of `namespace`")]
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>The service account of the callers.</summary>
    [Key("service account of the caller", Default = "every workload of the namespace")]
    public string? ServiceAccount { get; init; }

    /// <summary>Their service accounts, where they have several.</summary>
    [Key("service accounts of callers, in place of `serviceAccount`", Default = "none: the one of `serviceAccount`")]
    public IReadOnlyList<string> ServiceAccounts { get; init; } = [];

    /// <summary>Where their keys stand: empty, or a path that ends in a dot.</summary>
    public string At { get; init; } = "";

    /// <summary>The group that says so in a document of its own, which <see cref="At"/> names then; null where it is said at the
    /// access.</summary>
    public string? Group { get; init; }

    /// <summary>Whether nothing is named.</summary>
    public bool IsEmpty =>
        this is { ControlPlane: null, Namespace: null, ServiceAccount: null }
        && ControlPlanes.Count + Namespaces.Count + ServiceAccounts.Count == 0;

    /// <summary>Whether lists are named.</summary>
    public bool HasLists => ControlPlanes.Count + Namespaces.Count + ServiceAccounts.Count > 0;

    /// <summary>Every combination, in the order in which they are named.</summary>
    public IEnumerable<NamedMember> Members =>
        from controlPlane in Values("cluster", ControlPlane, ControlPlanes)
        from ns in Values("namespace", Namespace, Namespaces)
        from account in Values("serviceAccount", ServiceAccount, ServiceAccounts)
        select new NamedMember(this, controlPlane, ns, account);

    /// <summary>The same callers, with the clusters as they are given.</summary>
    public CallerSettings In(Func<ControlPlaneModel, ControlPlaneModel> cluster) =>
        this with
        {
            ControlPlane = ControlPlane is null ? null : cluster(ControlPlane),
            ControlPlanes = [.. ControlPlanes.Select(cluster)],
        };

    private IEnumerable<(string Path, T? Value)> Values<T>(string key, T? one, IReadOnlyList<T> several)
        where T : class =>
        several.Count == 0 ? [(At + key, one)] : several.Select((value, i) => (FormattableString.Invariant($"{At}{key}s[{i}]"), (T?)value));
}
