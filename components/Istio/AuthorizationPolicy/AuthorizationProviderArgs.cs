using Pulumi;

namespace MeshStack.Istio;

/// <summary>External authorizer.</summary>
public sealed class AuthorizationProviderArgs : ResourceArgs
{
    /// <summary>Extension provider of the mesh that decides.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}
