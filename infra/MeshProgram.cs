using MeshStack.Infra.Definition;
using Pulumi;

namespace MeshStack.Infra;

/// <summary>Composes a definition's components. It runs inside a Pulumi program, real or offline.</summary>
public static class MeshProgram
{
    /// <summary>Registers every component of the definition; returns the stack's outputs.</summary>
    public static IDictionary<string, object?> Compose(MeshDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var values = new ConfiguredValues();
        var planes = ControlPlanes(definition, values);
        var services = Services(definition, values, planes);
        foreach (var access in definition.Accesses)
        {
            var args = access.Args;
            args.Service = services[access.Service];
            if (args.ControlPlane is { } client)
            {
                args.ControlPlane = planes[client.Cluster.Name];
            }

            _ = new ClientAccess(access.Name, args);
        }

        return Outputs(planes, services);
    }

    private static Dictionary<string, ControlPlane> ControlPlanes(MeshDefinition definition, ConfiguredValues values)
    {
        var planes = new Dictionary<string, ControlPlane>(StringComparer.Ordinal);
        foreach (var cluster in definition.Clusters)
        {
            var install = cluster.Install;
            install.Cluster = new MeshCluster(cluster.Name, cluster.Cluster);
            if (definition.RootCertificate is { } root)
            {
                install.RootCertificate = values.Plain(root);
                install.PeerTrustDomains = [.. definition.Clusters
                    .Select(c => c.Plane.Cluster.TrustDomain)
                    .Where(t => t != cluster.Plane.Cluster.TrustDomain)
                    .Distinct(StringComparer.Ordinal)];
                install.CaCertificates = cluster.Ca is { } ca ? CaCertificates(ca, root, values) : null;
            }

            planes[cluster.Name] = new IstioInstall($"{cluster.Name}-istio", install).ControlPlane;
        }

        return planes;
    }

    private static Dictionary<string, InboundService> Services(MeshDefinition definition, ConfiguredValues values, Dictionary<string, ControlPlane> planes)
    {
        var services = new Dictionary<string, InboundService>(StringComparer.Ordinal);
        foreach (var service in definition.Services)
        {
            var args = service.Args;
            args.ControlPlane = planes[args.ControlPlane.Cluster.Name];
            if (service.Certificates is { } keys)
            {
                args.Certificates = new ServiceCertificatesArgs
                {
                    Certificate = values.Of(keys.Certificate),
                    PrivateKey = values.Of(keys.PrivateKey),
                    CaCertificate = keys.CaCertificate is { } ca ? (Input<string>)values.Of(ca) : null,
                };
            }

            services[service.Name] = new InboundService(service.Name, args);
        }

        return services;
    }

    private static CaCertificatesArgs CaCertificates(CaCertificateKeys ca, ConfigurationValue root, ConfiguredValues values) => new()
    {
        Certificate = values.Of(ca.Certificate),
        PrivateKey = values.Of(ca.PrivateKey),
        CertificateChain = values.Of(ca.Chain),
        RootCertificate = values.Of(root),
    };

    private static Dictionary<string, object?> Outputs(Dictionary<string, ControlPlane> planes, Dictionary<string, InboundService> services) => new()
    {
        ["eastWestAddresses"] = planes.Where(p => p.Value.EastWest?.Address != null).ToDictionary(p => p.Key, p => (object?)p.Value.EastWest!.Address!.ToOutput()),
        ["importedHosts"] = services.ToDictionary(s => s.Key, s => (object?)s.Value.ImportedHost),
    };
}
