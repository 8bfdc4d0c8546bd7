namespace MeshStack.CrdSchema;

/// <summary>One place where an object breaks its schema.</summary>
public sealed record SchemaError(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
