namespace MeshStack;

/// <summary>The charts' values for one cluster.</summary>
/// <remarks>
/// Plain dictionaries: an unknown output among the values would make a preview show the whole release as deleted.
/// Values: https://istio.io/latest/docs/setup/install/helm/, mesh configuration: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/.
/// </remarks>
internal sealed class IstioValues(IstioInstallArgs args)
{
    /// <summary>Name of istiod's release, which lets two revisions stand side by side.</summary>
    public string IstiodName => args.Revision is { } revision ? "istiod-" + revision : "istiod";

    public Dictionary<string, object> Base()
    {
        var values = Common();
        values["defaultRevision"] = args.Revision ?? "default";
        if (args.Remote is { } remote)
        {
            RemoteValues.AddToBase(values, args, remote);
        }
        else if (args.ServesRemotes)
        {
            values["global"] = new Dictionary<string, object> { ["externalIstiod"] = true };
        }

        return values;
    }

    public Dictionary<string, object> Istiod() => args.Remote is { } remote ? RemoteValues.Istiod(args, remote) : ControlPlane();

    /// <summary>Values of an istiod for this cluster, wherever it runs.</summary>
    public Dictionary<string, object> ControlPlane()
    {
        var values = Common();
        AddRevision(values);
        var global = new Dictionary<string, object>
        {
            ["meshID"] = args.MeshId!,
            ["multiCluster"] = new Dictionary<string, object> { ["clusterName"] = args.Cluster.Identity.Name },
            ["network"] = args.Cluster.Identity.Network,
        };
        if (args.ServesRemotes)
        {
            global["externalIstiod"] = true;
        }

        values["global"] = global;
        values["meshConfig"] = MeshConfig();
        if (args.TrustsSeveralRoots)
        {
            values["env"] = new Dictionary<string, object> { ["ISTIO_MULTIROOT_MESH"] = "true" };
        }

        if (args.Istiod is { } scaling)
        {
            Add(values, "autoscaleMin", scaling.MinReplicas);
            Add(values, "autoscaleMax", scaling.Most);
            if (scaling.Budget is { } available)
            {
                values["pdb"] = new Dictionary<string, object> { ["minAvailable"] = available };
            }

            AddResources(values, scaling);
        }

        return values;
    }

    public Dictionary<string, object> EastWest(GatewayInstallArgs gateway)
    {
        // The chart replaces service.ports by the cross-cluster ports for a network gateway.
        var values = Gateway(gateway);
        values["networkGateway"] = args.Cluster.Identity.Network;
        return values;
    }

    public Dictionary<string, object> Gateway(GatewayInstallArgs gateway)
    {
        var values = Common();
        AddRevision(values);
        var service = new Dictionary<string, object> { ["type"] = gateway.ServiceType };
        if (gateway.ServiceAnnotations.Count > 0)
        {
            service["annotations"] = gateway.ServiceAnnotations;
        }

        if (gateway.ExternalTrafficPolicy is { } policy)
        {
            service["externalTrafficPolicy"] = policy;
        }

        values["service"] = service;
        var autoscaling = new Dictionary<string, object>();
        Add(autoscaling, "minReplicas", gateway.MinReplicas);
        Add(autoscaling, "maxReplicas", gateway.Most);
        if (autoscaling.Count > 0)
        {
            values["autoscaling"] = autoscaling;
        }

        if (gateway.Budget is { } available)
        {
            values["podDisruptionBudget"] = new Dictionary<string, object> { ["minAvailable"] = available };
        }

        AddResources(values, gateway);
        return values;
    }

    private Dictionary<string, object> MeshConfig()
    {
        var metadata = new Dictionary<string, object> { ["ISTIO_META_DNS_CAPTURE"] = args.DnsCapture ? "true" : "false" };
        if (args.TrustsSeveralRoots)
        {
            // Without it a proxy takes up a changed bundle only when it starts.
            metadata["PROXY_CONFIG_XDS_AGENT"] = "true";
        }

        var config = new Dictionary<string, object>
        {
            ["defaultConfig"] = new Dictionary<string, object> { ["proxyMetadata"] = metadata },
            ["outboundTrafficPolicy"] = new Dictionary<string, object> { ["mode"] = args.OutboundTrafficPolicy },
            ["trustDomain"] = args.Cluster.Identity.TrustDomain,
        };
        if (args.TrustDomainAliases.Count > 0)
        {
            config["trustDomainAliases"] = args.TrustDomainAliases.Order(StringComparer.Ordinal).ToList();
        }

        if (args is { RootCertificate: { } root, PeerTrustDomains: { Count: > 0 } peers })
        {
            // Accepts the peers' certificates without making their identities this cluster's own, as trustDomainAliases would.
            config["caCertificates"] = new List<object>
            {
                new Dictionary<string, object>
                {
                    ["pem"] = root,
                    ["trustDomains"] = peers.Order(StringComparer.Ordinal).ToList(),
                },
            };
        }

        return config;
    }

    private Dictionary<string, object> Common()
        => args.Profile == IstioProfiles.Default ? [] : new() { ["profile"] = args.Profile };

    private void AddRevision(Dictionary<string, object> values)
    {
        if (args.Revision is { } revision)
        {
            values["revision"] = revision;
        }
    }

    private static void Add(Dictionary<string, object> values, string key, int? value)
    {
        if (value is { } number)
        {
            values[key] = number;
        }
    }

    private static void AddResources(Dictionary<string, object> values, ScalingArgs scaling)
    {
        if (scaling.Resources?.ToValues() is { Count: > 0 } resources)
        {
            values["resources"] = resources;
        }
    }
}
