namespace MeshStack.Cli.Tests;

/// <summary>What the README shows is what the program prints.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task ThePreviewInTheReadmeIsThePreview()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Meshstack.Root, "README.md"));
        var start =
            readme.IndexOf("```\n", readme.IndexOf("## What the preview looks like", StringComparison.Ordinal), StringComparison.Ordinal)
            + 4;
        var shown = readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)].Split('\n');

        var printed = (await Meshstack.RunAsync(110, "preview", "dev")).Output.Split('\n').Select(l => l.TrimEnd()).ToList();

        // A line with an ellipsis stands for what the README leaves out; the seconds differ.
        var at = 0;
        foreach (var line in shown.Where(l => l != "…"))
        {
            var next = printed.FindIndex(at, l => WithoutSeconds(l) == WithoutSeconds(line));
            Assert.True(next >= 0, $"the preview has no line like this one, or not in this place: {line}");
            at = next + 1;
        }
    }

    private static string WithoutSeconds(string line) => Seconds().Replace(line, " s");

    [System.Text.RegularExpressions.GeneratedRegex(@" \d+\.\d s$")]
    private static partial System.Text.RegularExpressions.Regex Seconds();
}
