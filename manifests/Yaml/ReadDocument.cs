namespace MeshStack.Manifests;

/// <summary>A document of a YAML text.</summary>
/// <param name="Root">Its value; null where the document is broken.</param>
/// <param name="Problems">What is wrong with it; where something is, the value is not to be relied on.</param>
internal sealed record ReadDocument(YamlValue? Root, IReadOnlyList<YamlProblem> Problems);
