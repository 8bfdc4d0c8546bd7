namespace MeshStack.Manifests;

/// <summary>A document that is YAML, and no manifest.</summary>
/// <param name="Problem">What it lacks.</param>
/// <param name="ApiVersion">What it gives for its API version.</param>
/// <param name="Kind">What it gives for its kind.</param>
internal sealed record StrayDocument(ManifestProblem Problem, string? ApiVersion, string? Kind);
