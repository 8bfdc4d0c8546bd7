namespace MeshStack.Definition;

/// <summary>Values of the charts in a cluster that the istiod of another cluster serves.</summary>
/// <remarks>
/// https://istio.io/latest/docs/setup/install/multicluster/primary-remote/ and, by <see cref="RemoteRole.Host"/>,
/// https://istio.io/latest/docs/setup/install/external-controlplane/.
/// </remarks>
internal static class RemoteValues
{
    private const string Profile = "remote";

    public static Dictionary<string, object> Base(Installation settings, RemoteRole remote, Dictionary<string, object> values)
    {
        values["profile"] = Profile;
        var global = new Dictionary<string, object>();
        AddNamespace(global, settings);
        values = ChartValues.Merge(values, global.Count > 0 ? new Dictionary<string, object> { ["global"] = global } : null);
        if (remote is { Host: { } host, HoldsConfiguration: true })
        {
            values["base"] = Validation(host);
        }
        else if (!remote.HoldsConfiguration)
        {
            // No webhook: nobody keeps its certificate up to date where no istiod runs, and no Istio configuration stands here.
            values["defaultRevision"] = "";
        }

        return values;
    }

    /// <summary>No mesh configuration: istiod injects its own.</summary>
    public static Dictionary<string, object> Istiod(Installation settings, RemoteRole remote, string revision)
    {
        var identity = settings.Cluster;
        var inject = $"/inject/cluster/{identity.Name}/net/{identity.Network}";
        var global = new Dictionary<string, object>
        {
            ["meshID"] = settings.MeshId!,
            ["multiCluster"] = new Dictionary<string, object> { ["clusterName"] = identity.Name },
            ["network"] = identity.Network,
        };
        AddNamespace(global, settings);
        var values = new Dictionary<string, object> { ["profile"] = Profile, ["global"] = global };
        if (remote.Host is { } host)
        {
            values["istiodRemote"] = new Dictionary<string, object> { ["injectionURL"] = $"https://{host}:15017{inject}" };
            if (remote.HoldsConfiguration)
            {
                // istiod merges this cluster's ConfigMap into its own.
                global["configCluster"] = true;
                values["configMap"] = true;
                values["base"] = Validation(host);
            }
        }
        else
        {
            values["istiodRemote"] = new Dictionary<string, object> { ["injectionPath"] = inject };
            global["configCluster"] = true;
            global["remotePilotAddress"] = remote.Address!;
        }

        if (!remote.HoldsConfiguration)
        {
            global["configValidation"] = false;
        }

        values.Set("revision", RevisionSet.ChartName(revision));
        return ChartValues.Merge(CommonValues.Of(settings), values);
    }

    /// <summary>The webhook that validates configuration, which both charts have.</summary>
    private static Dictionary<string, object> Validation(string host) =>
        new() { ["validationURL"] = $"https://{host}:{IstiodPorts.Webhook}/validate" };

    private static void AddNamespace(Dictionary<string, object> global, Installation settings)
    {
        if (settings.SystemNamespace != IstioNamespaces.System)
        {
            global["istioNamespace"] = settings.SystemNamespace;
        }
    }
}
