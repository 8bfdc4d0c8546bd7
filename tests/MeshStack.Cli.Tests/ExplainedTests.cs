using System.Xml.Linq;

namespace MeshStack.Cli.Tests;

/// <summary>Whole answers of <c>explain</c>: the folders of Explained have the manifests, the question and the answer.</summary>
public sealed class ExplainedTests
{
    private static readonly string Folder = Path.Combine(Meshstack.Root, "tests", "MeshStack.Cli.Tests", "Explained");

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task TheWholeAnswerIs(string name)
    {
        var folder = Path.Combine(Folder, name);
        var asked = await File.ReadAllTextAsync(Path.Combine(folder, "ask.txt"));
        var result = await Meshstack.RunAsync([
            "explain",
            .. asked.Contains("--stack ", StringComparison.Ordinal) ? [] : new[] { "--manifests", folder },
            .. asked.Replace("--stack ", "", StringComparison.Ordinal).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
        ]);
        var answer = Directory.EnumerateFiles(folder, "answer.*").SingleOrDefault() ?? Path.Combine(folder, "answer.txt");
        if (Environment.GetEnvironmentVariable("MESHSTACK_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(answer, result.Output);
        }

        Assert.Equal("", result.Error);
        if (answer.EndsWith(".svg", StringComparison.Ordinal))
        {
            Assert.Equal("svg", XDocument.Parse(result.Output).Root!.Name.LocalName);
        }

        Assert.Equal(await File.ReadAllTextAsync(answer), result.Output);
    }
}
