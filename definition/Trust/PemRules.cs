namespace MeshStack.Definition;

/// <summary>Certificates that are given as texts, looked at as soon as they are known: whether they are any. Quotes none of them.</summary>
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
        _ = content switch
        {
            PemContent.PrivateKey => input.PrivateKey(problems) is null,
            PemContent.Chain => input.Chain(problems).IsEmpty,
            _ => input.Certificate(problems) is null,
        };
        return problems;
    }
}
