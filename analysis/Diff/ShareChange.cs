using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Diff;

/// <summary>What a destination gets of calls, before a change and after it.</summary>
/// <param name="To">The destination.</param>
/// <param name="Before">Its share before; null where the manifests do not say.</param>
/// <param name="After">Its share after; null where the manifests do not say.</param>
public sealed record ShareChange(CallDestination To, Share? Before, Share? After)
{
    /// <summary>The change as one reads it aloud: <c>v2 of shop/api:80 5 % → 25 %</c>.</summary>
    public override string ToString() => $"{To} {Of(Before)} → {Of(After)}";

    private static string Of(Share? share) => share?.ToString() ?? "unknown";
}
