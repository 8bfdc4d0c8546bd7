namespace MeshStack.Manifests;

/// <summary>A schema says something that cannot be judged; nothing passes in silence.</summary>
internal sealed class UnsupportedSchemaException(string message) : Exception(message);
