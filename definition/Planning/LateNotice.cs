using MeshStack.Manifests;

namespace MeshStack.Definition.Planning;

/// <summary>Something to tell as soon as a value is known, while a deployment runs.</summary>
/// <param name="About">The component that it is about.</param>
/// <param name="Value">The value.</param>
/// <param name="Say">What to tell.</param>
public sealed record LateNotice(ResourceId About, TextValue Value, Func<string, string> Say);
