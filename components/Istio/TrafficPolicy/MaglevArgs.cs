using Pulumi;

namespace MeshStack.Istio;

/// <summary>Consistent hashing in a Maglev table.</summary>
public sealed class MaglevArgs : ResourceArgs
{
    /// <summary>Slots of the table, a prime below 5000011; default 65537.</summary>
    [Input("tableSize")]
    public Input<int>? TableSize { get; set; }
}
