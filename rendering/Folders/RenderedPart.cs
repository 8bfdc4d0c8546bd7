namespace MeshStack.Rendering.Folders;

/// <summary>One folder of a step, and what is done with it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Folder">The folder.</param>
/// <param name="Files">Its files of objects or values, with what they hold.</param>
internal sealed record RenderedPart(RenderingStep Step, string Folder, IReadOnlyList<(string File, object? Content)> Files)
{
    /// <summary>Whether some of its files have to be filled in first.</summary>
    public bool IsIncomplete => Files.Any(file => OpenValue.In(file.Content).Any());

    /// <summary>Whether helmfile applies it, and not kubectl.</summary>
    public bool IsHelm { get; init; }
}
