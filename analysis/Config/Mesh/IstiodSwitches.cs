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

    /// <summary>All that are read.</summary>
    public static IEnumerable<string> Names => Unevaluated.Keys.Order(StringComparer.Ordinal).Prepend(Shared).Prepend(SkipTrustDomains);

    /// <summary>What the istiods of a cluster are given, in its releases or its objects.</summary>
    public static IstiodSwitches Of(string cluster, IReadOnlyList<ChartRelease> releases, ClusterObjects objects)
    {
        Dictionary<string, HashSet<string>> given = new(StringComparer.Ordinal);
        foreach (var (name, value) in IstioRevision.Of(releases, objects).SelectMany(istiod => istiod.Environment))
        {
            (given.TryGetValue(name, out var known) ? known : given[name] = new(StringComparer.Ordinal)).Add(value);
        }

        var (skips, shared) = (ValuesOf(SkipTrustDomains), ValuesOf(Shared));
        var other = Unevaluated
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
                : null
        );

        string[] ValuesOf(string name) => [.. given.GetValueOrDefault(name) ?? []];

        Unreadable Why(string name, string what) =>
            new(
                $"{name} in the environment of istiod of {cluster} {what}",
                Cause.Mesh(cluster, $"istiod is given {name}: {string.Join(" and ", ValuesOf(name))}")
            );
    }
}
