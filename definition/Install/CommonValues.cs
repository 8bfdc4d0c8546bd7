namespace MeshStack.Definition;

/// <summary>Values that all charts have.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/helm/; profiles and platforms:
/// https://github.com/istio/istio/tree/master/manifests/helm-profiles.</remarks>
internal static class CommonValues
{
    public static Dictionary<string, object> Of(Installation settings)
    {
        var values = new Dictionary<string, object>();
        values.Set(
            "profile",
            settings.IsAmbient ? IstioProfiles.Ambient
                : IstioProfiles.IsOfTheCharts(settings.Profile) ? settings.Profile
                : null
        );
        if (settings.Platform is { } platform)
        {
            values["global"] = new Dictionary<string, object> { ["platform"] = platform };
        }

        return values;
    }

    /// <summary>How many replicas stay while nodes are drained; those that are not ready anyway do not keep a node from being
    /// drained.</summary>
    /// <remarks>https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy</remarks>
    public static Dictionary<string, object> Budget(int available) =>
        new() { ["minAvailable"] = available, ["unhealthyPodEvictionPolicy"] = "AlwaysAllow" };

    /// <summary>Replicas that prefer a node of their own, and evenly many per zone.</summary>
    public static void Spread(Dictionary<string, object> values, params ReadOnlySpan<(string Key, string Value)> labels)
    {
        var matchLabels = new Dictionary<string, object>();
        foreach (var (key, value) in labels)
        {
            matchLabels[key] = value;
        }

        var selector = new Dictionary<string, object> { ["matchLabels"] = matchLabels };
        values["affinity"] = new Dictionary<string, object>
        {
            ["podAntiAffinity"] = new Dictionary<string, object>
            {
                ["preferredDuringSchedulingIgnoredDuringExecution"] = new List<object>
                {
                    new Dictionary<string, object>
                    {
                        ["weight"] = 100,
                        ["podAffinityTerm"] = new Dictionary<string, object>
                        {
                            ["labelSelector"] = selector,
                            ["topologyKey"] = "kubernetes.io/hostname",
                        },
                    },
                },
            },
        };
        values["topologySpreadConstraints"] = new List<object>
        {
            new Dictionary<string, object>
            {
                ["labelSelector"] = selector,
                ["maxSkew"] = 1,
                ["topologyKey"] = "topology.kubernetes.io/zone",
                ["whenUnsatisfiable"] = "ScheduleAnyway",
            },
        };
    }
}
