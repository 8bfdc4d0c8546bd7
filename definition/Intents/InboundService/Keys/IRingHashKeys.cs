namespace MeshStack.Definition.Istio;

/// <summary>The keys of a ring of instances.</summary>
internal interface IRingHashKeys
{
    /// <summary>Fewest virtual nodes.</summary>
    [Key("fewest virtual nodes", Default = "1024", Min = 1)]
    public int? MinimumRingSize { get; }
}

internal sealed partial record RingHash : IRingHashKeys;
