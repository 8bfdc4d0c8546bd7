namespace MeshStack.Manifests;

/// <summary>What the API server would reject of an object, or drop from it.</summary>
/// <param name="Path">The place within the object, such as <c>spec.http[0].timeout</c>.</param>
/// <param name="Message">What is wrong, what was given and what is allowed.</param>
public sealed record SchemaError(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
