using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>An istiod as far as the manifests show it: which revision it is, and by which names pods ask for it.</summary>
/// <param name="Revision">The revision; empty for the default one.</param>
/// <param name="Tags">Other names of the revision.</param>
/// <param name="Values">The values of its chart.</param>
/// <param name="HasWebhooks">Whether its chart makes the webhooks of the revision and its tags.</param>
/// <param name="IsWhole">Whether nothing else makes webhooks for it, as installers do.</param>
internal sealed record IstioRevision(string Revision, IReadOnlyList<string> Tags, Field Values, bool HasWebhooks, bool IsWhole)
{
    /// <summary>What labels call the revision that has no name.</summary>
    public const string Default = "default";

    /// <summary>True where its mesh configuration alone is shown.</summary>
    public bool IsImplied { get; init; }

    /// <summary>Its version; null where it is not known.</summary>
    public string? Version { get; init; }

    /// <summary>The profile that its chart takes values from; null for none.</summary>
    public string? Profile { get; init; } = Values["profile"].Text ?? Values["global"]["profile"].Text;

    /// <summary>Where it runs, and reads the secrets that show it other clusters.</summary>
    public string Namespace { get; init; } = IstioNames.SystemNamespace;

    /// <summary>The environment of its container.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment { get; init; } = Of(Values, "env").Map();

    /// <summary>What labels call it by.</summary>
    public string Name => Revision.Length == 0 ? Default : Revision;

    /// <summary>The istiods of a cluster, of its releases and its objects, or the one that is said to serve some names.</summary>
    public static IReadOnlyList<IstioRevision> Of(
        IEnumerable<ChartRelease> releases,
        ClusterObjects objects,
        IReadOnlyList<string>? declared = null
    )
    {
        if (declared is { Count: > 0 })
        {
            return
            [
                new(
                    Named(declared[0]),
                    [.. declared.Skip(1)],
                    Field.From(new Dictionary<string, object?>()),
                    HasWebhooks: true,
                    IsWhole: true
                ),
            ];
        }

        IstioRevision[] shown =
        [
            .. releases.Where(release => release.IsControlPlane).Select(OfRelease),
            .. objects.Of("IstioOperator").Where(HasIstiod).Select(OfOperator),
            .. objects.Of("sailoperator.io/Istio").Select(istio => OfSail(istio, objects)),
            .. objects.Of("Deployment").Where(IsIstiod).Select(OfDeployment),
        ];
        var implied = objects.Of("ConfigMap").Where(MeshSource.IsMeshConfig).Select(OfMeshConfig);
        return [.. shown, .. implied.Where(one => !Array.Exists(shown, other => other.Revision == one.Revision))];
    }

    /// <summary>The version of all of them; null where it is not known, or they are of several: which of them configures a proxy is not
    /// looked at.</summary>
    public static string? VersionOf(IEnumerable<IstioRevision> istiods) =>
        istiods.Select(istiod => istiod.Version).Distinct(StringComparer.Ordinal).ToArray() is [{ } version] ? version : null;

    /// <summary>The revision that a label or a value names; empty for the default one.</summary>
    public static string Named(string? name) => name is null or Default ? "" : name;

    private static IstioRevision OfRelease(ChartRelease release)
    {
        var own = OfValues(Field.From(release.Values));
        return own with { Version = release.Version ?? own.Version, Namespace = release.Namespace };
    }

    private static IstioRevision OfValues(Field values)
    {
        // What is below pilot stands over the rest. Source: zzy_descope_legacy.yaml of the chart.
        var revision = Of(values, "revision").Scalar() ?? "";
        var scope = values["global"]["resourceScope"].Text is not { } given || given is "all" or "cluster";
        return new(
            Named(revision),
            Of(values, "revisionTags").Texts(),
            values,
            HasWebhooks: scope && !values["global"]["operatorManageWebhooks"].IsTrue,
            IsWhole: scope && !values["global"]["operatorManageWebhooks"].IsTrue
        )
        {
            Version = VersionIn(values["global"]["tag"].Scalar()),
        };
    }

    // istioctl makes the first revision that it installs the default one as well.
    private static IstioRevision OfOperator(Manifest operation)
    {
        var own = OfValues(operation.Spec["values"]);
        var revision = Named(operation.Spec["revision"].Text ?? own.Name);
        return own with
        {
            Revision = revision,
            Profile = operation.Spec["profile"].Text ?? own.Profile,
            Namespace =
                operation.Spec["namespace"].Text ?? operation.Spec["values"]["global"]["istioNamespace"].Text ?? IstioNames.SystemNamespace,
            IsWhole = own.IsWhole && revision.Length == 0,
            Version = VersionIn(operation.Spec["tag"].Scalar()) ?? own.Version,
            Environment = own.Environment.Concat(Listed(operation.Spec["components"]["pilot"]["k8s"]["env"])),
        };
    }

    private static bool HasIstiod(Manifest operation) =>
        operation.Spec["profile"].Text is not ("empty" or "ambient-empty")
        && operation.Spec["components"]["pilot"]["enabled"].Value is not false;

    // Source: https://github.com/istio-ecosystem/sail-operator/blob/main/docs/README.adoc#istiorevision-resource.
    private static IstioRevision OfSail(Manifest istio, ClusterObjects objects)
    {
        var isOnePerVersion = istio.Spec["updateStrategy"]["type"].Text == "RevisionBased";
        var revision = isOnePerVersion ? $"{istio.Name}-{(istio.Spec["version"].Text ?? "").Replace('.', '-')}" : Named(istio.Name);
        return OfValues(istio.Spec["values"]) with
        {
            Revision = revision,
            Profile = istio.Spec["profile"].Text ?? istio.Spec["values"]["profile"].Text,
            Namespace = istio.Spec["namespace"].Text ?? IstioNames.SystemNamespace,
            Tags =
            [
                .. objects
                    .Of("sailoperator.io/IstioRevisionTag")
                    .Where(tag => tag.Spec["targetRef"]["name"].Text is { } target && (target == istio.Name || target == revision))
                    .Select(tag => tag.Name),
            ],
            IsWhole = !isOnePerVersion,
            Version = VersionIn(istio.Spec["version"].Text),
        };
    }

    private static bool IsIstiod(Manifest deployment) =>
        deployment.Labels()["app"].Text == "istiod" || deployment.Name == "istiod" || deployment.Labels()["istio"].Text == "pilot";

    private static IstioRevision OfMeshConfig(Manifest map) =>
        new(MeshSource.RevisionOf(map), [], Field.From(new Dictionary<string, object?>()), HasWebhooks: true, IsWhole: false)
        {
            IsImplied = true,
            Namespace = map.Namespace ?? IstioNames.SystemNamespace,
        };

    // Whoever made it made its webhooks too, of which nothing tells more.
    private static IstioRevision OfDeployment(Manifest deployment)
    {
        var labels = deployment.Labels();
        return new(Named(labels["istio.io/rev"].Text), [], Field.From(new Dictionary<string, object?>()), HasWebhooks: true, IsWhole: false)
        {
            Namespace = deployment.Namespace ?? IstioNames.SystemNamespace,
            Version = deployment
                .Spec["template"]["spec"]["containers"]
                .Items.Where(container => container["name"].Text == "discovery")
                .Select(container => container["image"].Text)
                .Select(image => VersionIn(image?[(image.LastIndexOf(':') + 1)..]))
                .FirstOrDefault(),
            Environment = deployment.Spec["template"]["spec"]["containers"].Items.SelectMany(container => Listed(container["env"])),
        };
    }

    // Tags and versions such as 1.30.3-distroless and v1.30.3.
    private static string? VersionIn(string? tag) =>
        tag?.TrimStart('v').Split('-')[0] is { } version && IstioSemantics.IsVersion(version) ? version : null;

    private static IEnumerable<KeyValuePair<string, string>> Listed(Field variables) =>
        from variable in variables.Items
        where variable["name"].Text is not null && variable["value"].Scalar() is not null
        select KeyValuePair.Create(variable["name"].Text!, variable["value"].Scalar()!);

    private static Field Of(Field values, string key) => values["pilot"][key] is { Exists: true } below ? below : values[key];
}
