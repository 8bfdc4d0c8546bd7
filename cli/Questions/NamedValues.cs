namespace MeshStack.Cli.Questions;

/// <summary>Options of the form NAME=VALUE.</summary>
internal static class NamedValues
{
    /// <summary>The pairs; what is none goes to the problems.</summary>
    public static IReadOnlyList<(string Name, string Value)> Read(string option, string[] texts, List<string> problems)
    {
        List<(string, string)> pairs = [];
        foreach (var text in texts)
        {
            if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign)
            {
                pairs.Add((text[..sign], text[(sign + 1)..]));
            }
            else
            {
                problems.Add($"{option}: '{text}' is not NAME=VALUE");
            }
        }

        return pairs;
    }
}
