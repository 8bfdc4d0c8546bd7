namespace MeshStack.CrdSchema;

/// <summary>A schema says something that this validator cannot judge; nothing passes in silence.</summary>
public sealed class UnsupportedSchemaException(string message) : Exception(message);
