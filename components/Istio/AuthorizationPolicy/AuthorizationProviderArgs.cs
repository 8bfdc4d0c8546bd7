using Pulumi;

namespace MeshStack.Istio;

/// <summary>External authorizer.</summary>
public sealed class AuthorizationProviderArgs : ResourceArgs
{
    /// <summary>Name of the extension provider in the mesh configuration.</summary>
    [Input("name", required: true)] public Input<string> Name { get; set; } = null!;
}
