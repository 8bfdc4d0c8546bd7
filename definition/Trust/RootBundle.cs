namespace MeshStack.Definition;

/// <summary>Certificates one after the other.</summary>
/// <remarks>
/// istiod compares bundles as bytes and takes one up while it runs only if it holds the one before or is held by it:
/// so a certificate has the same text in every bundle, and the old root is always first.
/// </remarks>
internal static class RootBundle
{
    public static string Of(params IEnumerable<string> pems) =>
        string.Concat(pems.Select(pem => pem.ReplaceLineEndings("\n").Trim() + "\n"));
}
