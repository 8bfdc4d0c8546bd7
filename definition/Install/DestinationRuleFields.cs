using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The fields of DestinationRules by the versions of Istio that have them; older API servers and control planes drop newer ones
/// without a word.</summary>
internal static class DestinationRuleFields
{
    /// <summary>The first version that has a field, where a given version is older.</summary>
    public static string? SinceWhere(string path, string version) =>
        IstioCrds.FieldSince("networking.istio.io", "DestinationRule", path) is { } since && IstioVersion.IsBefore(version, since + ".0")
            ? since
            : null;

    /// <summary>What is said of a setting that older versions do not have.</summary>
    /// <param name="since">The first version that has it.</param>
    /// <param name="older">The clusters that have no such version, with theirs.</param>
    public static string IsTooNew(string since, IEnumerable<(string Name, string Version)> older) =>
        $"is a field of Istio {since} and newer, and "
        + $"{string.Join(" and ", older.Select(cluster => $"{cluster.Name} runs {cluster.Version}"))}, which would drop it";

    /// <summary>The settings of a service that an older Istio would drop from the policies of its callers.</summary>
    /// <param name="service">The service.</param>
    /// <param name="caller">The control plane of the callers.</param>
    public static IEnumerable<ArgsProblem> TooNew(InboundServiceIntent service, ControlPlaneModel caller)
    {
        var reader = caller.ConfigHolder ?? caller;
        if (reader.Revisions?.Oldest is not { } version)
        {
            return [];
        }

        var settings = Settings("", service.ConnectionPool, service.LoadBalancing, service.OutlierDetection)
            .Concat(
                (service.Route?.Subsets ?? []).SelectMany(
                    (one, i) =>
                        Settings(
                            FormattableString.Invariant($"route.subsets[{i}]."),
                            one.ConnectionPool,
                            one.LoadBalancing,
                            one.OutlierDetection
                        )
                )
            );
        return settings
            .SelectMany(setting => TooNew(setting.Path, setting.Field, setting.Value, version))
            .Select(newer => new ArgsProblem(newer.Path, IsTooNew(newer.Since, [(reader.Cluster.Name, version)])));
    }

    private static IEnumerable<(string Path, string Field, object? Value)> Settings(
        string at,
        ConnectionPoolSettings? pool,
        LoadBalancerSettings? balancing,
        OutlierDetection? detection
    ) =>
        [
            (at + "connectionPool", "connectionPool", pool?.ToTree()),
            (at + "loadBalancing", "loadBalancer", balancing?.ToTree()),
            (at + "outlierDetection", "outlierDetection", detection?.ToTree()),
        ];

    // What stands below a field that is too new is too new as well.
    private static IEnumerable<(string Path, string Since)> TooNew(string path, string field, object? value, string version)
    {
        if (value is null)
        {
            return [];
        }

        return SinceWhere($"spec.trafficPolicy.{field}", version) is { } since ? [(path, since)]
            : value is IEnumerable<KeyValuePair<string, object>> map
                ? map.SelectMany(entry => TooNew($"{path}.{entry.Key}", $"{field}.{entry.Key}", entry.Value, version))
            : [];
    }
}
