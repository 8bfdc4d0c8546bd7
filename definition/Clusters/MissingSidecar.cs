namespace MeshStack.Definition;

/// <summary>What keeps sidecars away from pods that are counted on to have one.</summary>
/// <param name="Why">The reason, as a clause.</param>
/// <param name="IsCertain">Whether no pod can say otherwise.</param>
internal sealed record MissingSidecar(string Why, bool IsCertain)
{
    /// <summary>Where the mesh says so, by the names of its args; null where nothing does.</summary>
    public string? Setting { get; init; }

    /// <summary>The problem of who counts on the sidecar.</summary>
    /// <param name="path">Where that is said.</param>
    /// <param name="consequence">What comes of it, as a sentence's second half.</param>
    public ArgsProblem Problem(string path, string consequence) =>
        new(path, $"{Why}: {consequence}", IsCertain ? ProblemSeverity.Error : ProblemSeverity.Warning) { Setting = Setting };
}
