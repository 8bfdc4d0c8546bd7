using Pulumi;

namespace MeshStack.Istio;

/// <summary>Caller in a rule.</summary>
public sealed class AuthorizationFromArgs : ResourceArgs
{
    /// <summary>Properties of the caller.</summary>
    [Input("source", required: true)]
    public Input<AuthorizationSourceArgs> Source { get; set; } = null!;
}
