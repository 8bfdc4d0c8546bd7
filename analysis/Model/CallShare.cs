namespace MeshStack.Analysis.Model;

/// <summary>How much of the calls that a route takes goes to one of its destinations.</summary>
/// <param name="To">The destination.</param>
/// <param name="Share">The share; null where the manifests do not say.</param>
public sealed record CallShare(CallDestination To, Share? Share)
{
    /// <summary>The share as one reads it aloud: <c>5 % to v2 of shop/api:80</c>.</summary>
    public override string ToString() => $"{(Share is null ? "an unknown share" : Share)} to {To}";
}
