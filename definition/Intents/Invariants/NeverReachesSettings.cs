namespace MeshStack.Definition;

/// <summary>Services that whoever takes over a caller does not come to, from one service to the next.</summary>
internal sealed record NeverReachesSettings
{
    /// <summary>No chain that anybody cares for is longer.</summary>
    public const int MostCalls = 100;

    /// <summary>The callers.</summary>
    [Key("the callers, as for `never`", Required = true)]
    public string From { get; init; } = "";

    /// <summary>The services.</summary>
    [Key("the services, as for `never`", Required = true)]
    public string To { get; init; } = "";

    /// <summary>How many calls one after the other.</summary>
    [Key("in how many calls, one from each service to the next", Default = "any number", Min = 1, Max = MostCalls)]
    public int? Within { get; init; }

    /// <summary>Who may be on the way.</summary>
    [Key("list of callers, each as for `never`: a way through one of them does not count", Default = "none")]
    public IReadOnlyList<string> Except { get; init; } = [];
}
