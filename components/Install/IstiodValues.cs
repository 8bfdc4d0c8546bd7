namespace MeshStack;

/// <summary>Values of the chart <c>istiod</c> for one revision.</summary>
internal static class IstiodValues
{
    /// <summary>Values in the cluster itself, where istiod may run elsewhere.</summary>
    public static Dictionary<string, object> Of(IstioInstallArgs args, string revision) => args.Remote is { } remote
        ? ChartValues.Merge(RemoteValues.Istiod(args, remote, revision), args.Values?.Istiod)
        : ControlPlane(args, revision);

    /// <summary>Values of an istiod for the cluster, wherever it runs.</summary>
    public static Dictionary<string, object> ControlPlane(IstioInstallArgs args, string revision)
    {
        var identity = args.Cluster.Identity;
        var values = ChartValues.Merge(CommonValues.Of(args), new Dictionary<string, object>
        {
            ["global"] = new Dictionary<string, object>
            {
                ["meshID"] = args.MeshId!,
                ["multiCluster"] = new Dictionary<string, object> { ["clusterName"] = identity.Name },
                ["network"] = identity.Network,
            },
            ["meshConfig"] = MeshConfigValues.Of(args),
        });
        values.Set("revision", RevisionSet.ChartName(revision));
        if (args.TraceSampling is { } sampling)
        {
            values["traceSampling"] = sampling;
        }

        if (args.ServesRemotes)
        {
            ((Dictionary<string, object>)values["global"])["externalIstiod"] = true;
        }

        ImageValues.Istiod(args, revision, values);
        DataPlane(args, values);
        Scale((args.IsProduction ? ProductionProfile.Istiod : Scaling.OfTheChart).With(args.Istiod), revision, values);
        return ChartValues.Merge(values, args.Values?.Istiod);
    }

    private static void DataPlane(IstioInstallArgs args, Dictionary<string, object> values)
    {
        if (args.HasCni && !args.IsAmbient)
        {
            values["cni"] = new Dictionary<string, object> { ["enabled"] = true };
        }

        var environment = new Dictionary<string, object>();
        environment.Set("ISTIO_MULTIROOT_MESH", args.TrustsSeveralRoots ? "true" : null);
        values.Set("env", environment);

        if (args.IsAmbient && CniValues.Namespace(args) is var elsewhere && elsewhere != IstioInstall.SystemNamespace)
        {
            values["trustedZtunnelNamespace"] = elsewhere;
        }
    }

    private static void Scale(Scaling scaling, string revision, Dictionary<string, object> values)
    {
        values.Set("autoscaleMin", scaling.Min);
        values.Set("autoscaleMax", scaling.Max);
        if (scaling.Replicas is { } replicas)
        {
            values["autoscaleEnabled"] = false;
            values["replicaCount"] = replicas;
        }

        if (scaling.TargetCpu is { } cpu)
        {
            values["cpu"] = new Dictionary<string, object> { ["targetAverageUtilization"] = cpu };
        }

        if (scaling.Budget is { } available)
        {
            values["pdb"] = CommonValues.Budget(available);
        }

        if (scaling.Spread)
        {
            CommonValues.Spread(values, ("app", "istiod"), ("istio.io/rev", revision));
        }

        values.Set("resources", scaling.Resources);
    }
}
