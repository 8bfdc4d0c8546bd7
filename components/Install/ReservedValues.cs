namespace MeshStack;

/// <summary>Values of the charts that an option names already: given twice, one of the two would silently lose.</summary>
internal static class ReservedValues
{
    private const string EnvSampling = "env.PILOT_TRACE_SAMPLING";

    private static readonly (string Path, string Instead)[] OfAnyChart =
    [
        ("profile", "profile"), ("platform", "platform"), ("global.platform", "platform"), ("revision", "revision"),
    ];

    private static readonly (string Path, string Instead)[] OfTheGatewayChart = [.. OfAnyChart, ("name", "the gateway's own key"), ("networkGateway", "eastWest")];

    private static readonly (string Path, string Instead)[] OfTheIstiodChart =
    [
        .. OfAnyChart, ("revisionTags", "tags"), ("global.meshID", "meshId"), ("global.network", "the cluster's network"),
        ("global.multiCluster.clusterName", "the cluster's name"), ("meshConfig.trustDomain", "the cluster's trustDomain"),
        (EnvSampling, "traceSampling"), ("pilot." + EnvSampling, "traceSampling"), ("traceSampling", "traceSampling"),
    ];

    public static IEnumerable<ArgsProblem> OfGateway(string path, IReadOnlyDictionary<string, object> values)
        => Named(path, values, OfTheGatewayChart).Concat(Replicas(path, values, "autoscaling.enabled"));

    public static IEnumerable<ArgsProblem> OfInstall(ChartValuesArgs? values) => values == null ? [] : Named("values.base", values.Base, OfAnyChart)
        .Concat(Named("values.cni", values.Cni, OfAnyChart))
        .Concat(Named("values.ztunnel", values.Ztunnel, OfAnyChart))
        .Concat(Named("values.istiod", values.Istiod, OfTheIstiodChart))
        .Concat(Replicas("values.istiod", values.Istiod, "autoscaleEnabled"));

    private static IEnumerable<ArgsProblem> Named(string path, IReadOnlyDictionary<string, object> values, (string Path, string Instead)[] reserved)
        => reserved.Where(r => ChartValues.At(values, r.Path) != null).Select(r => new ArgsProblem($"{path}.{r.Path}", r.Path.EndsWith(EnvSampling, StringComparison.Ordinal)
            ? "the chart sets this variable itself, and a second entry would contradict it: use the option traceSampling"
            : $"is set by MeshStack: use {r.Instead}"));

    private static IEnumerable<ArgsProblem> Replicas(string path, IReadOnlyDictionary<string, object> values, string autoscaling)
    {
        if (ChartValues.At(values, "replicaCount") != null && ChartValues.At(values, autoscaling) is not false)
        {
            yield return new($"{path}.replicaCount", "is ignored while the autoscaler is on: use minReplicas and maxReplicas, or replicas for a fixed number");
        }
    }
}
