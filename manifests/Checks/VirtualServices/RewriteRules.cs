namespace MeshStack.Manifests;

/// <summary>Rules on rewrites.</summary>
internal static class RewriteRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "rewrite",
            Severity.Error,
            "VirtualService",
            "A rewrite changes the authority, or the path in one of two ways.",
            "A path can be rewritten in one way only, and a rewrite of nothing changes no request.",
            "Give uri or uriRegexRewrite with match and rewrite, or authority.",
            Check
        ),
    ];

    private static IEnumerable<Problem> Check(Subject subject)
    {
        foreach (var rewrite in subject.Spec["http"].Items.Select(route => route["rewrite"]).Where(rewrite => rewrite.Exists))
        {
            var regex = rewrite["uriRegexRewrite"];
            if (rewrite["uri"].HasContent && regex.Exists)
            {
                yield return new(rewrite, "The rewrite has uri and uriRegexRewrite; only one of them may be given.");
            }
            else if (!rewrite["uri"].HasContent && !regex.Exists && !rewrite["authority"].HasContent)
            {
                yield return new(rewrite, "The rewrite changes nothing; give uri, uriRegexRewrite or authority.");
            }

            if (regex.Exists && (!regex["match"].HasContent || !regex["rewrite"].HasContent))
            {
                yield return new(regex, "uriRegexRewrite has no match or no rewrite; it has both.");
            }
        }
    }
}
