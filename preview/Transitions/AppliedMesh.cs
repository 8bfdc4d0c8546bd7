using System.Collections.Immutable;

namespace MeshStack.Preview.Transitions;

/// <summary>The state of a mesh as its objects were really left.</summary>
/// <remarks>
/// The output of a stack says what was asked for last. An update that left out a cluster, did not reach it or failed somewhere did not do
/// all of that; what each object was given stands in its own outputs.
/// </remarks>
internal sealed partial class AppliedMesh
{
    private const string Webhooks = "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration";

    /// <summary>The chart of every gateway.</summary>
    internal const string GatewayChart = "gateway";

    private readonly IReadOnlyList<StackResource> _resources;
    private readonly ImmutableSortedDictionary<string, StackResource> _providers;
    private readonly ClusterNames _names;
    private readonly IReadOnlyList<StackResource> _underWay;

    private AppliedMesh(IReadOnlyList<StackResource> resources, ClusterNames names, IReadOnlyList<StackResource> underWay)
    {
        (_resources, _underWay) = (resources, underWay);
        var providers = Of(PulumiTypes.KubernetesProvider, "MeshCluster").Where(p => p.ProviderOf is not null).ToList();
        _names = names.Among([.. providers.Select(p => p.ProviderOf!)]);
        _providers = providers.ToImmutableSortedDictionary(p => _names.Now(p.ProviderOf!), p => p, StringComparer.Ordinal);
    }

    /// <summary>The state that was asked for, corrected by what the resources say; null where no update has ended yet.</summary>
    /// <param name="asked">The state that was asked for.</param>
    /// <param name="resources">What the stack is made of.</param>
    /// <param name="names">The names that clusters had; the state has those that they have now.</param>
    /// <param name="underWay">What an update was killed in, with inputs in place of outputs.</param>
    public static MeshState? From(
        MeshState? asked,
        IReadOnlyList<StackResource> resources,
        ClusterNames? names = null,
        IReadOnlyList<StackResource>? underWay = null
    ) =>
        asked is null
            ? null
            : new AppliedMesh(resources, names ?? ClusterNames.None, underWay ?? []).Correct((names ?? ClusterNames.None).In(asked));

    private MeshState Correct(MeshState asked)
    {
        // Without either it is no mesh that was registered, but one that somebody describes.
        return _providers.IsEmpty && !_resources.Any(r => r.Type == MeshObject.MeshType)
            ? asked
            : asked with
            {
                Trust = asked.Trust ?? Roots.Among(_resources),
                Clusters = _providers.ToImmutableSortedDictionary(
                    c => c.Key,
                    c => Cluster(c.Key, c.Value, asked.Clusters.GetValueOrDefault(c.Key), asked.Trust),
                    StringComparer.Ordinal
                ),
                UnclaimedNamespaces = UnclaimedNamespaces(),
                Objects = new(() => MeshObject.Of(_resources)),
                Closed = new(() => ClosedWorkload.Of(_resources, name => ClusterOf(name, asked))),
            };
    }

    // A stack of before does not say it, and needs not where there is one alone.
    private string? ClusterOf(string service, MeshState asked) =>
        asked.ClusterOf(service) ?? (_providers.Count == 1 ? _providers.Keys.First() : null);

    private ClusterState Cluster(string name, StackResource provider, ClusterState? asked, RootState? trust)
    {
        // No update that was to make it has ended: what its objects do not say is not known.
        var state = asked ?? new ClusterState("", "", "", "");
        var istiods = Istiods(name, _resources);
        var main = istiods.GetValueOrDefault(RevisionSet.Default) ?? istiods.Values.FirstOrDefault();
        var identifier = provider.Text("clusterIdentifier");
        var isMoving = state.ClusterIdentifier is { } last && identifier is not null && identifier != last;
        return state with
        {
            IsMoving = isMoving,

            // What was asked for last is the cluster that it moves away from.
            Authority = isMoving ? null : state.Authority,
            IsRenamed = _names.Of(name).Skip(1).Any(former => _resources.Any(r => r.After(former) is not null)),
            Context = provider.Text("context"),
            ClusterIdentifier = identifier,
            SystemNamespace = main?.Text("namespace") ?? state.SystemNamespace,
            Network = main?.Text("values", "global", "network") ?? state.Network,
            TrustDomain = main?.Text("values", "meshConfig", "trustDomain") ?? state.TrustDomain,
            Revisions = Replaced(
                state.Revisions,
                istiods.Select(i => KeyValuePair.Create(i.Key, i.Value.Text("version"))).Where(i => i.Value is not null)!
            ),
            UnderWay = Istiods(name, _underWay)
                .Select(i => KeyValuePair.Create(i.Key, i.Value.Text("version")!))
                .Where(i => i.Value is not null)
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            Gateways = Gateways(name),
            HasIstiod = istiods.Count > 0,
            Unfinished = [.. istiods.Where(i => i.Value.Text("status", "status") is { } status && status != "deployed").Select(i => i.Key)],
            Tags = Replaced(state.Tags, Tags(name)),
            Held = Held(name, state.Held),
            Namespaces = References(name, state.Namespaces),
            HasCa = Cas(name).Any(),
            Trust = Trust(name, trust),
            IsTrustUnmarked = Cas(name).Any(s => s.Text("metadata", "annotations", StateMarks.Trust) is null),
        };
    }

    private static ImmutableSortedDictionary<string, string> Replaced(
        ImmutableSortedDictionary<string, string> asked,
        IEnumerable<KeyValuePair<string, string>> found
    )
    {
        var given = found.ToImmutableSortedDictionary(StringComparer.Ordinal);
        return given.IsEmpty ? asked : given;
    }

    private ImmutableSortedSet<string> Gateways(string cluster) =>
        Of(PulumiTypes.HelmRelease, "IstioInstall")
            .Where(r => r.Text("chart") == GatewayChart && NameIn(cluster, r) is not null)
            .Select(r => $"{r.Text("namespace")}/{r.Text("name")}")
            .ToImmutableSortedSet(StringComparer.Ordinal);

    private Dictionary<string, StackResource> Istiods(string cluster, IEnumerable<StackResource> among)
    {
        const string Prefix = "istio-";
        return Of(PulumiTypes.HelmRelease, "IstioInstall", among)
            .Select(release => (Name: NameIn(cluster, release), Release: release))
            .Where(r => r.Name?.StartsWith(Prefix, StringComparison.Ordinal) == true)
            .Select(r => (Revision: RevisionSet.RevisionOf(r.Name![Prefix.Length..]), r.Release))
            .Where(r => r.Revision is not null)
            .ToDictionary(r => r.Revision!, r => r.Release, StringComparer.Ordinal);
    }

    private IEnumerable<KeyValuePair<string, string>> Tags(string cluster) =>
        from webhook in Of(Webhooks, "IstioInstall")
        let tag = webhook.Text("metadata", "labels", "istio.io/tag")
        let revision = webhook.Text("metadata", "labels", "istio.io/rev")
        where tag is not null && revision is not null && NameIn(cluster, webhook) == $"istio-tag-{tag}"
        select KeyValuePair.Create(tag, revision);

    /// <summary>What the secret with the CA says, and the namespace that is changed before it: between the two an update was cut.</summary>
    private ImmutableArray<RootState> Trust(string cluster, RootState? asked)
    {
        var applied = Cas(cluster).Select(s => s.Text("metadata", "annotations", StateMarks.Trust));
        var next = NamespacesOf(cluster).Select(n => n.Resource.Text("metadata", "annotations", StateMarks.NextTrust));
        return
        [
            .. applied.Select(mark => RootState.Parse(mark) ?? asked).Concat(next.Select(RootState.Parse)).OfType<RootState>().Distinct(),
        ];
    }

    /// <summary>The secrets with its CA.</summary>
    private IEnumerable<StackResource> Cas(string cluster) =>
        Of(PulumiTypes.Secret, "IstioInstall")
            .Where(s => NameIn(cluster, s) == "istio-cacerts")
            .Concat(Of(PulumiTypes.Secret, "ExternalControlPlane").Where(s => NameIn(cluster, s) == "external-cacerts"));

    /// <summary>The name of a resource without that of its cluster; null where it is not one of that cluster.</summary>
    private string? NameIn(string cluster, StackResource resource) =>
        _names.Of(cluster).Select(resource.After).FirstOrDefault(name => name is not null);

    private IEnumerable<StackResource> Of(string type, string parent) => Of(type, parent, _resources);

    private static IEnumerable<StackResource> Of(string type, string parent, IEnumerable<StackResource> among) =>
        among.Where(r => r.Type == type && r.ParentType == $"meshstack:index:{parent}");
}
