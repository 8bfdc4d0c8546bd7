using MeshStack.Analysis;

namespace MeshStack.Infra.Definition;

/// <summary>One cluster of a definition.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it is defined.</param>
/// <param name="Cluster">How it is reached, and who it is.</param>
/// <param name="Install">Its control plane and gateways; what refers to other components is filled in when they exist.</param>
public sealed record ClusterDefinition(string Name, SourceLocation Location, MeshClusterArgs Cluster, IstioInstallArgs Install)
{
    /// <summary>The control plane as checks see it: complete but for the provider.</summary>
    public ControlPlane Plane { get; } = new(Cluster.Identity(Name))
    {
        EastWest = Install.EastWest is { } eastWest ? MeshGateway.EastWest(eastWest.Address ?? "known after installation") : null,
        Ingress = Install.Ingress is { } ingress ? MeshGateway.Ingress(ingress.Address) : null,
    };

    /// <summary>Configuration keys of the intermediate CA; null where something else provides <c>cacerts</c>.</summary>
    public CaCertificateKeys? Ca { get; init; }
}
