namespace Repository.Tests.Preview;

/// <summary>What the reviewer of a pull request sees, and when the job fails.</summary>
[Collection(OneClone.Name)]
public sealed class PreviewScriptTests(BuiltClone clone) : IDisposable
{
    private const string Httpbin = "infra/mesh/dev/httpbin.yaml";

    private const string Access = "## Stack dev\n\n### Access changes\n\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task WithoutAChangeThereIsThePreview()
    {
        await clone.CheckOutMergeAsync();
        var summary = await RunAsync("prod", 0);
        Assert.StartsWith("## Stack prod\n\n### Access changes\n\nno access changes\n\n### Preview\n\n", summary, StringComparison.Ordinal);
        Assert.Matches(@"\n<details><summary>\d+ clusters, \d+ components, \d+ objects in \d+\.\d s</summary>\n", summary);
        Assert.Contains("\nSince HEAD^1: nothing that running workloads would notice\n", summary, StringComparison.Ordinal);
        Assert.EndsWith("\n~~~~~~~~\n\n</details>\n", summary, StringComparison.Ordinal);
    }

    /// <summary>The artifact has what the summary has, and the manifests.</summary>
    [Fact]
    public async Task AccessThatIsGainedComesFirstAndIsNoError()
    {
        await clone.CheckOutMergeAsync(() => clone.Replace(Httpbin, "paths: [/status*, /headers]", "paths: [/status*, /headers, /ip]"));
        var summary = await RunAsync("dev", 0);
        Assert.StartsWith(Access, summary, StringComparison.Ordinal);
        Assert.Matches(@"\n\| gained \|[^\n]*/ip[^\n]*\n\n1 gained, 0 lost\n\n### Preview\n", summary);
        Assert.Contains(await File.ReadAllTextAsync(clone.File("artifacts/preview.txt")), summary, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.EnumerateFiles(clone.File("artifacts/manifests/cluster01"), "*.yaml", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task AFindingOfErrorSeverityFailsTheJobAndIsShown()
    {
        await clone.CheckOutMergeAsync(() => clone.Replace(Httpbin, "methods: [GET]", "methods: [GET, POST]"));
        var summary = await RunAsync("dev", 1);
        Assert.Matches(@"\| gained \|[^\n]*POST", summary);
        Assert.Contains("### Preview\n\nThere are findings of error severity.\n\n<details open>", summary, StringComparison.Ordinal);
        Assert.Matches(@"\nerror +infra/mesh/dev/invariants\.yaml:\d+: ", summary);
    }

    [Fact]
    public async Task AMistakeIsShownWithItsFileAndLine()
    {
        await clone.CheckOutMergeAsync(() => clone.Replace(Httpbin, "kind: InboundService", "kind: InboundServise"));
        var summary = await RunAsync("dev", 2);
        Assert.StartsWith("## Stack dev\n\nThe definition has errors:\n~~~~~~~~text\n", summary, StringComparison.Ordinal);
        Assert.Matches(@"\ninfra/mesh/dev/httpbin\.yaml:1: [^\n]*InboundServise", summary);
        Assert.EndsWith("\n~~~~~~~~\n", summary, StringComparison.Ordinal);
    }

    /// <summary>A change that repairs what is broken has to pass.</summary>
    [Fact]
    public async Task ABaseWithMistakesIsSaidToBeTheBase()
    {
        await clone.CheckOutMergeAsync(
            change: () => clone.Replace(Httpbin, "kind: InboundServise", "kind: InboundService"),
            before: () => clone.Replace(Httpbin, "kind: InboundService", "kind: InboundServise")
        );
        var summary = await RunAsync("dev", 0);
        Assert.StartsWith(
            Access + "The definition of `dev` at `HEAD^1` cannot be read, so there is nothing to compare with:\n~~~~~~~~text\n",
            summary,
            StringComparison.Ordinal
        );
        Assert.Matches(@"(?s)\ninfra/mesh/dev/httpbin\.yaml:1: [^\n]*InboundServise.*\n### Preview\n\n<details><summary>", summary);
    }

    [Fact]
    public async Task ABaseThatIsNotThereFailsTheJob()
    {
        await clone.CheckOutMergeAsync();
        await clone.Command.GitAsync("checkout", "-q", "--orphan", "alone");
        await clone.Command.GitAsync("commit", "-q", "-m", "alone");
        var summary = await RunAsync("dev", 2);
        await clone.Command.GitAsync("checkout", "-q", "main");
        await clone.Command.GitAsync("branch", "-q", "-D", "alone");
        Assert.StartsWith(
            Access + "There is no revision `HEAD^1` in this clone, so there is nothing to compare with.\n\n### Preview\n",
            summary,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs the step; what is in the summary of its job.</summary>
    private async Task<string> RunAsync(string stack, int exitCode)
    {
        var file = _folder.File("summary");
        _folder.Write("summary", "Of an earlier step.\n");
        var result = await clone.RunPreviewStepAsync(stack, file);
        var summary = await File.ReadAllTextAsync(file);
        Assert.True(result.ExitCode == exitCode, $"exit code {result.ExitCode}\n{result.Output}{result.Error}");
        Assert.Equal("Of an earlier step.\n" + result.Output, summary);
        Assert.DoesNotContain("building", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', summary);
        return result.Output;
    }
}
