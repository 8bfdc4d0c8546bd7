using System.Text;

namespace MeshStack.Infra.Tests.DefinitionInput;

/// <summary>A project that differs from the base in what somebody got wrong, and what is said about it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Edits">What it changes in the files of the base.</param>
/// <param name="Files">Whole files that it writes.</param>
/// <param name="Links">Links that it makes.</param>
/// <param name="Says">The expected lines; none where nothing is said.</param>
public sealed record InputCase(
    string Name,
    IReadOnlyList<(string File, string Old, string New)> Edits,
    IReadOnlyList<(string File, string Text, bool IsLatin)> Files,
    IReadOnlyList<(string File, string Target)> Links,
    IReadOnlyList<string> Says
)
{
    private const string Nothing = "- nothing is said";
    private const string Arrow = "` becomes `";
    private const string Link = "` is a link to `";
    private const string Fence = "```";

    /// <summary>The cases of a file: Markdown, of which README.md beside it tells how it is read.</summary>
    public static IReadOnlyList<InputCase> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cases = new List<InputCase>();
        List<(string, string, string)> edits = [];
        List<(string, string, bool)> files = [];
        List<(string, string)> links = [];
        List<string> says = [];
        var (name, isSilent) = ("", false);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i] : "## ";
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (name.Length > 0)
                {
                    Assert.True(isSilent == (says.Count == 0) || AcceptsAll, $"{name}: expected lines, or {Nothing}");
                    cases.Add(new(name, edits, files, links, says));
                }

                (edits, files, links, says, name, isSilent) = ([], [], [], [], line[3..], false);
            }
            else if (line.StartsWith("- error: ", StringComparison.Ordinal) || line.StartsWith("- warning: ", StringComparison.Ordinal))
            {
                says.Add(line[2..]);
            }
            else if (line == Nothing)
            {
                isSilent = true;
            }
            else if (line.Contains(Arrow, StringComparison.Ordinal))
            {
                var (file, rest) = Named(line);
                var parts = rest[3..^1].Split(Arrow);
                edits.Add((file, Plain(parts[0]), Plain(parts[1])));
            }
            else if (line.Contains(Link, StringComparison.Ordinal))
            {
                var parts = line[3..^1].Split(Link);
                links.Add((parts[0], parts[1]));
            }
            else if (line.StartsWith("- `", StringComparison.Ordinal))
            {
                var (file, after) = Named(line);
                var body = new StringBuilder();
                Assert.StartsWith(Fence, lines[++i], StringComparison.Ordinal);
                while (lines[++i] != Fence)
                {
                    body.Append(lines[i]).Append('\n');
                }

                files.Add((file, body.ToString(), after == " in Latin-1:"));
            }
            else
            {
                Assert.True(line.Length == 0 || name.Length == 0, $"{name}: what is '{line}'?");
            }
        }

        return cases;
    }

    /// <summary>A file of cases with other expected lines.</summary>
    public static string Accept(string text, IReadOnlyDictionary<string, IReadOnlyList<string>> said)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(said);
        var written = new List<string>();
        var name = "";
        foreach (var line in text.TrimEnd().ReplaceLineEndings("\n").Split('\n').Append("## "))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (name.Length > 0)
                {
                    while (written[^1].Length == 0)
                    {
                        written.RemoveAt(written.Count - 1);
                    }

                    written.AddRange(said[name].Count == 0 ? [Nothing] : said[name].Select(s => "- " + s));
                    written.Add("");
                }

                name = line[3..];
            }

            if (
                line != "## "
                && line != Nothing
                && !line.StartsWith("- error: ", StringComparison.Ordinal)
                && !line.StartsWith("- warning: ", StringComparison.Ordinal)
            )
            {
                written.Add(line);
            }
        }

        return string.Join('\n', written).TrimEnd() + "\n";
    }

    public override string ToString() => Name;

    private static bool AcceptsAll => Stacks.AcceptedText.Accepts;

    private static (string File, string After) Named(string line) =>
        line.Split('`', 3) is [_, var file, var rest] ? (file, rest) : throw new FormatException(line);

    private static string Plain(string text) =>
        text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
}
