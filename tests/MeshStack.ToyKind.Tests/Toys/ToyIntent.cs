namespace MeshStack.ToyKind.Tests.Toys;

/// <summary>A toy for the workloads of a namespace.</summary>
internal sealed record ToyIntent
{
    /// <summary>The cluster that gets it.</summary>
    [Key("cluster that gets it", Name = "cluster", Required = true, IsReference = true)]
    public ControlPlaneModel? ControlPlane { get; init; }

    /// <summary>The namespace that gets it.</summary>
    [Key("namespace that gets it", Required = true)]
    public string Namespace { get; init; } = "";

    /// <summary>Its colour.</summary>
    [Key("its colour", Allowed = ["red", "green"], Is = "a colour", Mistaken = ["crimson is red"])]
    public string Colour { get; init; } = "red";

    /// <summary>Its parts.</summary>
    [Key("number of its parts", Default = "unknown", Min = 1, Max = 9)]
    public int? Parts { get; init; }

    /// <summary>The paths that nobody may ask for.</summary>
    public IReadOnlyList<string> Paths =>
        Parts is { } parts
            ? [.. Enumerable.Range(1, parts).Select(part => FormattableString.Invariant($"/{Colour}/{part}"))]
            : [$"/{Colour}*"];

    /// <summary>What is asked for and cannot be had.</summary>
    public IEnumerable<ArgsProblem> Problems() => KeyRules.Check(this);
}
