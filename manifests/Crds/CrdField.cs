namespace MeshStack.Manifests;

/// <summary>A field of one of Istio's kinds.</summary>
/// <param name="Group">The API group, such as <c>networking.istio.io</c>.</param>
/// <param name="Kind">The kind, such as <c>VirtualService</c>.</param>
/// <param name="Path">Its path, with <c>[]</c> for the items of a list and <c>*</c> for the keys of a map.</param>
public sealed record CrdField(string Group, string Kind, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Path}";
}
