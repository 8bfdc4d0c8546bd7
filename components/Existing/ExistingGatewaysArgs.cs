using Pulumi;

namespace MeshStack;

/// <summary>The gateways that run in a cluster already.</summary>
public sealed class ExistingGatewaysArgs : ResourceArgs
{
    /// <summary>Gateway for the mesh's other clusters.</summary>
    /// <value>Defaults to none.</value>
    [Input("eastWest")]
    public ExistingGatewayArgs? EastWest { get; set; }

    /// <summary>Gateway for clients outside the mesh.</summary>
    /// <value>Defaults to none.</value>
    [Input("ingress")]
    public ExistingGatewayArgs? Ingress { get; set; }
}
