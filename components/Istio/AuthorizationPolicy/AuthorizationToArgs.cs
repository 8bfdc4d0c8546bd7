using Pulumi;

namespace MeshStack.Istio;

/// <summary>Operation in a rule.</summary>
public sealed class AuthorizationToArgs : ResourceArgs
{
    /// <summary>Properties of the request.</summary>
    [Input("operation", required: true)]
    public Input<AuthorizationOperationArgs> Operation { get; set; } = null!;
}
