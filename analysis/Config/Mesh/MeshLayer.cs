using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>A mesh configuration as one source has it.</summary>
/// <param name="Mesh">What it says.</param>
/// <param name="Masks">The masks of the source; null where it has none.</param>
/// <param name="Path">The path of the configuration in the source.</param>
/// <param name="NetworkPath">The path of the network in the source.</param>
internal sealed record MeshLayer(Field Mesh, MaskedObject? Masks, string Path, string NetworkPath)
{
    /// <summary>What hides a field of the configuration.</summary>
    public Unreadable? Hiding(string field) => Masks?.Hiding($"{Path} {field}");
}
