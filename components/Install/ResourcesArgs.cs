using Pulumi;

namespace MeshStack;

/// <summary>What a container reserves and may use.</summary>
public sealed class ResourcesArgs : ResourceArgs
{
    /// <summary>What is reserved.</summary>
    [Input("requests")]
    public ResourceAmountsArgs? Requests { get; set; }

    /// <summary>What is not exceeded.</summary>
    [Input("limits")]
    public ResourceAmountsArgs? Limits { get; set; }
}
