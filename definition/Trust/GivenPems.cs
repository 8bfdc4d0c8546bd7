namespace MeshStack.Definition;

/// <summary>Certificates that are given as texts, looked at as soon as they are known: whether they are any. Quotes none of them.</summary>
internal static class GivenPems
{
    /// <summary>What is wrong with a text of which a key says what it is.</summary>
    /// <param name="path">Where it is given.</param>
    /// <param name="key">The key: what ends in <c>Certificate</c> or <c>certificate</c> holds one, a chain several.</param>
    /// <param name="text">The text; nothing is known of it where it comes later, and nothing is looked at where it is secret.</param>
    public static IReadOnlyList<ArgsProblem> Problems(string path, GivenPem key, TextValue? text) =>
        text is { IsSecret: false, Known: { } known } ? Problems(path, key, known) : [];

    /// <summary>What is wrong with a text of which a key says what it is.</summary>
    public static IReadOnlyList<ArgsProblem> Problems(string path, GivenPem key, string text)
    {
        var problems = new List<ArgsProblem>();
        var input = new PemInput(path, text);
        _ = key switch
        {
            GivenPem.PrivateKey => input.PrivateKey(problems) is null,
            GivenPem.Chain => input.Chain(problems).IsEmpty,
            _ => input.Certificate(problems) is null,
        };
        return problems;
    }
}
