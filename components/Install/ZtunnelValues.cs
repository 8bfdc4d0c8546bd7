namespace MeshStack;

/// <summary>Values of the chart <c>ztunnel</c>, the proxy of a node's ambient workloads.</summary>
internal static class ZtunnelValues
{
    public static Dictionary<string, object> Of(IstioInstallArgs args)
    {
        var identity = args.Cluster.Identity;
        var values = ChartValues.Merge(CommonValues.Of(args), new Dictionary<string, object>
        {
            ["global"] = new Dictionary<string, object> { ["network"] = identity.Network },
            ["multiCluster"] = new Dictionary<string, object> { ["clusterName"] = identity.Name },
        });
        values.Set("revision", RevisionSet.ChartName(args.RevisionSet.Main));
        ImageValues.Ztunnel(args, values);
        return ChartValues.Merge(values, args.Values?.Ztunnel);
    }
}
