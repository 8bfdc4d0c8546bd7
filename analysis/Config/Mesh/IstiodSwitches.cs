using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>The variables of istiod's environment by which answers differ.</summary>
/// <remarks>Source: pilot/pkg/features of istio/istio, 1.30.3.</remarks>
/// <param name="SkipsTrustDomains">Whether proxies take certificates of any trust domain (PILOT_SKIP_VALIDATE_TRUST_DOMAIN).</param>
/// <param name="SharedConfig">The ConfigMap whose mesh configuration lies below istiod's own (SHARED_MESH_CONFIG); null for none.</param>
/// <param name="Unread">One that is set and not evaluated; null for none.</param>
internal sealed record IstiodSwitches(bool SkipsTrustDomains, string? SharedConfig, Unreadable? Unread)
{
    private const string SkipTrustDomains = "PILOT_SKIP_VALIDATE_TRUST_DOMAIN";
    private const string Shared = "SHARED_MESH_CONFIG";

    private const string AmbientNetworks = "AMBIENT_ENABLE_MULTI_NETWORK";

    // By what istiod goes by without them.
    private static readonly Dictionary<string, string> Unevaluated = new(StringComparer.Ordinal)
    {
        ["ENABLE_ENHANCED_DESTINATIONRULE_MERGE"] = "true",
        ["ENABLE_MCS_CLUSTER_LOCAL"] = "false",
        ["ENABLE_MCS_HOST"] = "false",
        ["ENABLE_MCS_SERVICE_DISCOVERY"] = "false",
        ["ENABLE_MULTICLUSTER_HEADLESS"] = "true",
        ["ENABLE_TLS_ON_SIDECAR_INGRESS"] = "false",
        ["ENABLE_WILDCARD_HOST_SERVICE_ENTRIES_FOR_TLS"] = "false",
        ["ISTIO_WATCH_NAMESPACE"] = "",
        ["PILOT_ALLOW_SIDECAR_SERVICE_INBOUND_LISTENER_MERGE"] = "false",
        ["PILOT_ENABLE_CROSS_CLUSTER_WORKLOAD_ENTRY"] = "true",
        ["PILOT_ENABLE_K8S_SELECT_WORKLOAD_ENTRIES"] = "true",
        ["PILOT_ENABLE_SERVICEENTRY_SELECT_PODS"] = "true",
        ["PILOT_IGNORE_RESOURCES"] = "",
        ["PILOT_INCLUDE_RESOURCES"] = "",
        ["PILOT_SCOPE_GATEWAY_TO_NAMESPACE"] = "false",
        ["PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE"] = "true",
        ["PILOT_SIDECAR_USE_REMOTE_ADDRESS"] = "false",
        ["PILOT_UNIFIED_SIDECAR_SCOPE"] = "true",
        ["PREFER_DESTINATIONRULE_TLS_FOR_EXTERNAL_SERVICES"] = "true",
        ["RESOLVE_HOSTNAME_GATEWAYS"] = "true",
    };

    // The same of those that count in ambient mode alone.
    private static readonly Dictionary<string, string> UnevaluatedInAmbient = new(StringComparer.Ordinal)
    {
        ["AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY"] = "false",
        ["ENABLE_INGRESS_WAYPOINT_ROUTING"] = "true",
        ["ENABLE_LAYERED_WAYPOINT_AUTHORIZATION_POLICIES"] = "false",
        ["PILOT_AUTO_ALLOW_WAYPOINT_POLICY"] = "false",
        ["PILOT_ENABLE_AMBIENT_WAYPOINTS"] = "true",
        ["PILOT_ENABLE_SENDING_HBONE"] = "true",
        ["PILOT_ENABLE_SIDECAR_LISTENING_HBONE"] = "true",
        ["PILOT_PREFER_SENDING_HBONE"] = "false",
    };

    /// <summary>Whether istiod serves ambient mode across clusters, which counts where it serves ambient mode at all.</summary>
    public bool TakesAmbientNetworks { get; private init; }

    /// <summary>All that are read.</summary>
    public static IEnumerable<string> Names =>
        [
            SkipTrustDomains,
            Shared,
            AmbientInstall.Switch,
            AmbientNetworks,
            .. Unevaluated.Keys.Concat(UnevaluatedInAmbient.Keys).Order(StringComparer.Ordinal),
        ];

    /// <summary>What the istiods of a cluster are given, in its releases or its objects.</summary>
    public static IstiodSwitches Of(string cluster, IReadOnlyList<ChartRelease> releases, ClusterObjects objects)
    {
        Dictionary<string, HashSet<string>> given = new(StringComparer.Ordinal);
        var istiods = IstioRevision.Of(releases, objects);
        foreach (var (name, value) in istiods.SelectMany(istiod => istiod.Environment))
        {
            (given.TryGetValue(name, out var known) ? known : given[name] = new(StringComparer.Ordinal)).Add(value);
        }

        var (skips, shared) = (ValuesOf(SkipTrustDomains), ValuesOf(Shared));
        var isAmbient = istiods.Any(AmbientInstall.IsOn);
        var networks = ValuesOf(AmbientNetworks).Select(AmbientInstall.IsTrue).Distinct().ToArray();
        var other = Unevaluated
            .Concat(isAmbient ? UnevaluatedInAmbient : [])
            .Where(one => ValuesOf(one.Key).Any(value => !string.Equals(value, one.Value, StringComparison.OrdinalIgnoreCase)))
            .Select(one => one.Key)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        return new(
            skips is ["true"],
            shared is [{ Length: > 0 } map] ? map : null,
            other is not null ? Why(other, "is not evaluated")
                : skips.Length > 1 ? Why(SkipTrustDomains, "is not the same everywhere")
                : shared.Length > 1 ? Why(Shared, "is not the same everywhere")
                : isAmbient && networks.Length > 1 ? Why(AmbientNetworks, "is not the same everywhere")
                : null
        )
        {
            TakesAmbientNetworks = isAmbient && networks is [true],
        };

        string[] ValuesOf(string name) => [.. given.GetValueOrDefault(name) ?? []];

        Unreadable Why(string name, string what) =>
            new(
                $"{name} in the environment of istiod of {cluster} {what}",
                Cause.Mesh(cluster, $"istiod is given {name}: {string.Join(" and ", ValuesOf(name))}")
            );
    }
}
