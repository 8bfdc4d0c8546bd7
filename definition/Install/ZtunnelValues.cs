namespace MeshStack.Definition;

/// <summary>Values of the chart <c>ztunnel</c>, the proxy of a node's ambient workloads.</summary>
internal static class ZtunnelValues
{
    public static Dictionary<string, object> Of(Installation settings)
    {
        var identity = settings.Cluster;
        var values = ChartValues.Merge(
            CommonValues.Of(settings),
            new Dictionary<string, object>
            {
                ["global"] = new Dictionary<string, object> { ["network"] = identity.Network },
                ["multiCluster"] = new Dictionary<string, object> { ["clusterName"] = identity.Name },
            }
        );
        values.Set("revision", RevisionSet.ChartName(settings.RevisionSet.Main));
        ImageValues.Ztunnel(settings, values);
        return ChartValues.Merge(values, settings.Values?.Ztunnel);
    }
}
