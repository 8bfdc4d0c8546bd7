using System.Collections.Immutable;

namespace MeshStack.Definition;

/// <summary>Values of the chart <c>istiod</c> for one revision.</summary>
internal static class IstiodValues
{
    /// <summary>Values in the cluster itself, where istiod may run elsewhere.</summary>
    public static Dictionary<string, object> Of(Installation settings, string revision) =>
        settings.Remote is { } remote
            ? ChartValues.Merge(RemoteValues.Istiod(settings, remote, revision), settings.Values?.Istiod)
            : ControlPlane(settings, revision);

    /// <summary>Values of an istiod for the cluster, wherever it runs.</summary>
    public static Dictionary<string, object> ControlPlane(Installation settings, string revision)
    {
        var identity = settings.Cluster;
        var values = ChartValues.Merge(
            CommonValues.Of(settings),
            new Dictionary<string, object>
            {
                ["global"] = new Dictionary<string, object>
                {
                    ["meshID"] = settings.MeshId!,
                    ["multiCluster"] = new Dictionary<string, object> { ["clusterName"] = identity.Name },
                    ["network"] = identity.Network,
                },
                ["meshConfig"] = MeshConfigValues.Of(settings),
            }
        );
        values.Set("revision", RevisionSet.ChartName(revision));
        if (settings.TraceSampling is { } sampling)
        {
            values["traceSampling"] = sampling;
        }

        if (settings.ServesRemotes)
        {
            ((Dictionary<string, object>)values["global"])["externalIstiod"] = true;
        }

        ImageValues.Istiod(settings, revision, values);
        DataPlane(settings, values);
        Scale((settings.IsProduction ? ProductionProfile.Istiod : Scaling.OfTheChart).With(settings.Istiod), revision, values);
        return Aliased(ChartValues.Merge(values, settings.Values?.Istiod), settings);
    }

    /// <summary>Proxies call their cluster by the name that it had when they started: until they are restarted, an istiod that does not
    /// know
    /// it any more gives them neither configuration nor certificates.</summary>
    /// <remarks>Source: https://github.com/istio/istio/blob/1.30.3/security/pkg/server/ca/authenticate/kubeauth/kube_jwt.go, getKubeClient,
    /// and pilot/cmd/pilot-discovery/app/cmd.go.</remarks>
    private static Dictionary<string, object> Aliased(Dictionary<string, object> values, Installation settings)
    {
        const string Arguments = "extraContainerArgs";
        var aliases = settings
            .Served.Add(settings.Cluster)
            .Where(cluster => cluster.RenamedFrom is not null)
            .Select(cluster => $"{cluster.RenamedFrom}={cluster.Name}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (aliases.Count > 0)
        {
            var given = values.GetValueOrDefault(Arguments) as IEnumerable<object> ?? [];
            values[Arguments] = ImmutableArray.CreateRange(given).Add($"--clusterAliases={string.Join(',', aliases)}");
        }

        return values;
    }

    private static void DataPlane(Installation settings, Dictionary<string, object> values)
    {
        if (settings.HasCni && !settings.IsAmbient)
        {
            values["cni"] = new Dictionary<string, object> { ["enabled"] = true };
        }

        var environment = new Dictionary<string, object>();
        environment.Set("ISTIO_MULTIROOT_MESH", settings.TrustsSeveralRoots ? "true" : null);
        values.Set("env", environment);

        if (settings.IsAmbient && CniValues.Namespace(settings) is var elsewhere && elsewhere != IstioNamespaces.System)
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
