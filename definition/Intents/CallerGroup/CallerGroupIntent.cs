namespace MeshStack.Definition;

/// <summary>Callers that are named once, for accesses to let in together.</summary>
public sealed record CallerGroupIntent
{
    /// <summary>The callers.</summary>
    [Key("the callers, workloads with a sidecar: every combination of what an entry names is one", Required = true)]
    internal IReadOnlyList<CallerSettings> Callers { get; init; } = [];
}
