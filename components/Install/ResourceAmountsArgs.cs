using Pulumi;

namespace MeshStack;

/// <summary>CPU and memory, in Kubernetes quantities.</summary>
public sealed class ResourceAmountsArgs : ResourceArgs
{
    /// <summary>Cores, for example <c>500m</c> or <c>2</c>.</summary>
    [Input("cpu")]
    public string? Cpu { get; set; }

    /// <summary>Bytes, for example <c>512Mi</c> or <c>2Gi</c>.</summary>
    [Input("memory")]
    public string? Memory { get; set; }
}
