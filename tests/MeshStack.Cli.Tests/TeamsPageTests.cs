using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace MeshStack.Cli.Tests;

/// <summary>The answers on docs/teams.md are those of samples/platform, and its stacks can be rendered.</summary>
public sealed partial class TeamsPageTests : IDisposable
{
    private static readonly string Page = Path.Combine(Meshstack.Root, "docs", "teams.md");

    private static readonly string Sample = Path.Combine(Meshstack.Root, "samples", "platform");

    private readonly string _copy = Directory.CreateTempSubdirectory("meshstack-").FullName;

    [Fact]
    public async Task TheAnswersAreThoseOfTheSample()
    {
        Copy(Sample, _copy);
        var text = await File.ReadAllTextAsync(Page);
        var answered = new StringBuilder();
        var last = 0;
        var blocks = Blocks().Matches(text);
        Assert.NotEmpty(blocks);
        foreach (Match block in blocks)
        {
            var (kind, asked) = (block.Groups["kind"].Value, block.Groups["asked"].Value);
            var (shown, output) = kind == "review" ? await ReviewedAsync(asked) : await AnsweredAsync(asked);
            answered
                .Append(text[last..block.Index])
                .Append($"<!-- {kind}: {asked} -->\n```\n$ meshstack {shown}\n{output}```\n<!-- end -->");
            last = block.Index + block.Length;
        }

        answered.Append(text[last..]);
        if (Environment.GetEnvironmentVariable("MESHSTACK_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(Page, answered.ToString());
        }

        Assert.Equal(answered.ToString(), await File.ReadAllTextAsync(Page));
    }

    [Theory]
    [InlineData("platform", "12 objects")]
    [InlineData("search", "10 objects")]
    [InlineData("shop", "54 objects")]
    public async Task EachStackIsRenderedAlone(string stack, string objects)
    {
        var result = await Meshstack.RunAsync("render", stack, "--project", Sample, "--out", Path.Combine(_copy, "out"));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith(objects, result.Output, StringComparison.Ordinal);
    }

    /// <summary>Together the stacks make what one stack with all of their intents makes, and nothing twice.</summary>
    [Fact]
    public async Task TogetherTheStacksMakeWhatOneStackWould()
    {
        var files = new List<string>();
        foreach (var stack in new[] { "platform", "search", "shop" })
        {
            var output = Path.Combine(_copy, stack);
            Assert.Equal(0, (await Meshstack.RunAsync("render", stack, "--project", Sample, "--out", output)).ExitCode);
            files.AddRange(Objects(output));
        }

        var one = Path.Combine(_copy, "one");
        Copy(Sample, one);
        foreach (var team in new[] { "search", "shop" })
        {
            File.Delete(Path.Combine(one, $"Pulumi.{team}.yaml"));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(one, "infra", "mesh", team)))
            {
                var text = (await File.ReadAllTextAsync(file))
                    .Split('\n')
                    .Where(line => !line.Contains("{stack: ", StringComparison.Ordinal));
                await File.WriteAllLinesAsync(
                    Path.Combine(one, "infra", "mesh", "platform", Path.GetFileName(file)),
                    text.Where(line => line != "accepts:")
                );
            }
        }

        var whole = Path.Combine(_copy, "whole");
        Assert.Equal(0, (await Meshstack.RunAsync("render", "platform", "--project", one, "--out", whole)).ExitCode);
        Assert.Equal(Objects(whole).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    // Whatever step it is applied in.
    private static IEnumerable<string> Objects(string output) =>
        Directory
            .EnumerateFiles(output, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(output, file).Replace('\\', '/'))
            .Where(file => file.Split('/') is [_, _, _, not "kustomization.yaml"])
            .Select(file => string.Join('/', file.Split('/')[0], file.Split('/')[2], file.Split('/')[3]));

    private async Task<(string Shown, string Output)> AnsweredAsync(string asked)
    {
        var result = await Meshstack.RunAsync([.. asked.Split(' '), "--project", _copy]);
        Assert.Equal("", result.Error);
        return (asked, Seconds().Replace(result.Output, "$1"));
    }

    private async Task<(string Shown, string Output)> ReviewedAsync(string asked)
    {
        var match = Edits().Match(asked);
        Assert.True(match.Success, asked);
        Git("init", "-q");
        Git("add", "-A");
        Git("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "sample");
        var file = Path.Combine(_copy, match.Groups["file"].Value);
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(match.Groups["was"].Value, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(match.Groups["was"].Value, match.Groups["is"].Value, StringComparison.Ordinal));
        var result = await Meshstack.RunAsync("review", "--base", "HEAD", "--project", _copy);
        await File.WriteAllTextAsync(file, text);
        Assert.Equal("", result.Error);
        return ("review --base main", result.Output);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", _copy, .. arguments]))!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    [GeneratedRegex(@"<!-- (?<kind>answer|review): (?<asked>.+?) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^(?<file>\S+): (?<was>.+) becomes (?<is>.+)$")]
    private static partial Regex Edits();

    // A page shows who may call whom, and not how long it took.
    [GeneratedRegex(@"( objects) in \d+\.\d+ s")]
    private static partial Regex Seconds();
}
