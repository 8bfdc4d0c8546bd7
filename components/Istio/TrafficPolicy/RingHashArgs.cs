using Pulumi;

namespace MeshStack.Istio;

/// <summary>Consistent hashing on a ring of virtual nodes.</summary>
public sealed class RingHashArgs : ResourceArgs
{
    /// <summary>Virtual nodes at least; default 1024.</summary>
    [Input("minimumRingSize")]
    public Input<int>? MinimumRingSize { get; set; }
}
