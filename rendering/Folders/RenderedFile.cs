using System.Security.Cryptography;

namespace MeshStack.Rendering.Folders;

/// <summary>A file of a rendering, known by what it holds: one that was changed since, or never written, is somebody else's.</summary>
/// <param name="Path">Its path with forward slashes.</param>
/// <param name="Digest">The SHA-256 of its bytes, in hexadecimal.</param>
internal sealed record RenderedFile(string Path, string Digest)
{
    public static RenderedFile From(string path, ReadOnlySpan<byte> bytes) => new(path, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The file of a line of the marker; null where the line is none.</summary>
    public static RenderedFile? Parse(string line) => line.Split("  ", 2) is [{ Length: 64 } digest, var path] ? new(path, digest) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Digest}  {Path}";
}
