using System.Collections.Immutable;
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
        foreach (var late in definition.Late)
        {
            late.Set(values.Of(late.Value));
        }

        var mesh = new Mesh(definition.Mesh.MeshId!, definition.Mesh);
        var planes = mesh.ControlPlanes;
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

        return StackOutputs.Of(definition, mesh, values);
    }

    private static Dictionary<string, InboundService> Services(MeshDefinition definition, ConfiguredValues values, ImmutableSortedDictionary<string, ControlPlane> planes)
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
}
