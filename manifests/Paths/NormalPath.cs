namespace MeshStack.Manifests;

/// <summary>What a proxy makes of a path before anything matches it.</summary>
/// <param name="Path">The path that matches see; null where there is none.</param>
/// <param name="Why">Why there is none.</param>
/// <param name="IsRejected">True where the proxy answers 400; else it is not known what it does.</param>
internal sealed record NormalPath(string? Path, string? Why = null, bool IsRejected = false)
{
    public static NormalPath Rejected(string why) => new(null, why, IsRejected: true);

    public static NormalPath Unknown(string why) => new(null, why);
}
