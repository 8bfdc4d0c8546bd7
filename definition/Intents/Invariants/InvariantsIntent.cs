namespace MeshStack.Definition;

/// <summary>What must stay true of who may call whom, whatever the intents beside it say.</summary>
public sealed record InvariantsIntent
{
    /// <summary>Requests that must not get through.</summary>
    [Key("requests of which none may get through")]
    internal IReadOnlyList<NeverSettings> Never { get; init; } = [];

    /// <summary>Requests that must get through.</summary>
    [Key("requests that get through, each from every such caller to every such service")]
    internal IReadOnlyList<AlwaysSettings> Always { get; init; } = [];

    /// <summary>Services of which nobody else gets anything.</summary>
    [Key("services of which nobody else gets anything")]
    internal IReadOnlyList<OnlySettings> Only { get; init; } = [];

    /// <summary>Services whose calls no object of another namespace routes.</summary>
    [Key("services whose calls no object of another namespace routes")]
    internal IReadOnlyList<RoutedBySettings> RoutedBy { get; init; } = [];

    /// <summary>Services that whoever takes over a caller does not come to.</summary>
    [Key("services that whoever takes over a caller does not come to, from one service to the next")]
    internal IReadOnlyList<NeverReachesSettings> NeverReaches { get; init; } = [];

    /// <summary>What that comes to once the names are looked up, in the order of the file's lists.</summary>
    public IReadOnlyList<Invariant> Invariants { get; init; } = [];
}
