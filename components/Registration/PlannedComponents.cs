using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Registration;

/// <summary>The components that plans name, by their classes; a component that only others make needs none, and a kind of intent
/// neither.</summary>
internal static class PlannedComponents
{
    public static ComponentResource Create(ResourceId key, ComponentResourceOptions options) =>
        key.Type["meshstack:index:".Length..] switch
        {
            "ClientAccess" => new ClientAccess(key, options),
            "InboundService" => new InboundService(key, options),
            "IstioInstall" => new IstioInstall(key, options),
            "Mesh" => new Mesh(key, options),
            "MeshCluster" => new MeshCluster(key, options),
            "MeshNamespace" => new MeshNamespace(key, options),
            "ServiceRoute" => new ServiceRoute(key, options),
            "MeshTrust" => new MeshTrust(key, options),
            _ => new PlainComponent(key, options),
        };
}
