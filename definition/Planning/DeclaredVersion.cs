namespace MeshStack.Definition.Planning;

/// <summary>A version of a workload, which a route leads to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Labels">Labels that its pods have besides those of the workload.</param>
public sealed record DeclaredVersion(string Name, IReadOnlyDictionary<string, string> Labels);
