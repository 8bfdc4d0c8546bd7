namespace MeshStack.Definition;

/// <summary>A share of requests that goes to another version, and grows by steps.</summary>
public sealed record RouteCanarySettings
{
    /// <summary>The version that the rest goes to.</summary>
    [Key("subset that the rest goes to", Required = true)]
    public required string From { get; init; }

    /// <summary>The version that the share goes to.</summary>
    [Key("subset that the share goes to", Required = true)]
    public required string To { get; init; }

    /// <summary>The shares, one after the other, in percent.</summary>
    [Key(
        "the shares one after the other, in percent and growing, such as `[5, 25, 50, 100]`",
        Min = 1,
        Max = 100,
        Default = "`[5, 25, 50, 100]`"
    )]
    public IReadOnlyList<int> Steps { get; init; } = DefaultSteps;

    /// <summary>The step that holds, from 1; 0 is none of them yet.</summary>
    [Key("the step that holds: 1 is the first, `0` none of them yet; promotion is this one line", Required = true, Min = 0, Is = "a step")]
    public required int Step { get; init; }

    private static readonly int[] DefaultSteps = [5, 25, 50, 100];

    /// <summary>The share of the new version, in percent.</summary>
    internal int Share => Step >= 1 && Step <= Steps.Count ? Steps[Step - 1] : 0;
}
