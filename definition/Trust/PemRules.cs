namespace MeshStack.Definition;

/// <summary>Certificates that are given as texts, looked at as soon as they are known: whether they are any, and
/// whether those of CAs are a CA's. Quotes none of them.</summary>
internal static class PemRules
{
    /// <summary>What is wrong with a text.</summary>
    /// <param name="path">Where it is given.</param>
    /// <param name="content">What it is to be.</param>
    /// <param name="text">The text; nothing is known of it where it comes later, and nothing is looked at where it is secret.</param>
    public static IReadOnlyList<ArgsProblem> Problems(string path, PemContent content, TextValue? text) =>
        text is { IsSecret: false, Known: { } known } ? Problems(path, content, known) : [];

    /// <summary>What is wrong with a text that is known.</summary>
    public static IReadOnlyList<ArgsProblem> Problems(string path, PemContent content, string text)
    {
        var problems = new List<ArgsProblem>();
        var input = new PemInput(path, text);
        switch (content)
        {
            case PemContent.PrivateKey:
                _ = input.PrivateKey(problems);
                break;
            case PemContent.Chain:
                _ = input.Chain(problems);
                break;
            default:
                // Dates are for whoever knows the time of the update, and the CAs below it for whoever knows all of them.
                if (input.Certificate(problems) is { } certificate)
                {
                    problems.AddRange(AuthorityChecks.Lasting(path, certificate));
                }

                break;
        }

        return problems;
    }
}
