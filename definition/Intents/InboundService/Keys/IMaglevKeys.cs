namespace MeshStack.Definition.Istio;

/// <summary>The keys of a Maglev table.</summary>
internal interface IMaglevKeys
{
    /// <summary>Size of the table.</summary>
    [Key("size of the table, a prime number", Default = "65537", Min = 1)]
    public int? TableSize { get; }
}

internal sealed partial record Maglev : IMaglevKeys;
