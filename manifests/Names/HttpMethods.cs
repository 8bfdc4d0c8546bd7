namespace MeshStack.Manifests;

/// <summary>The methods of HTTP, as requests have them.</summary>
internal static class HttpMethods
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Known { get; } = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"];

    /// <summary>All of them, and what stands for every one.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known, "*"];
}
