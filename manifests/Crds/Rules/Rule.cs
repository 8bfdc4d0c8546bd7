namespace MeshStack.Manifests;

/// <summary>A rule written by hand.</summary>
/// <param name="Holds">Whether it holds for a value; a value of another type than its schema's is not its business.</param>
/// <param name="Culprits">The fields or the value that break it, as messages show them; empty where it is the object as a whole.</param>
internal sealed record Rule(Func<object, bool> Holds, Func<object, IReadOnlyList<string>> Culprits);
