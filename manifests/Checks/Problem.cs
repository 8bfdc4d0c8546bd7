namespace MeshStack.Manifests;

/// <summary>What a rule found, and where in the object.</summary>
internal readonly record struct Problem(Field Field, string Message);
