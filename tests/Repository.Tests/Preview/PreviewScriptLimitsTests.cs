namespace Repository.Tests.Preview;

/// <summary>The preview script where the program does not do what it should, with a stand-in for it.</summary>
public sealed class PreviewScriptLimitsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task CodeThatDoesNotBuildIsSaidToBeThat()
    {
        var result = await RunAsync("", build: "echo 'Program.cs(1,1): error CS1002' >&2\nexit 2\n");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("## Stack dev\n\nMeshStack does not build at this commit.", result.Output, StringComparison.Ordinal);
        Assert.Equal("Program.cs(1,1): error CS1002\n", result.Error);
    }

    /// <summary>GitHub takes no summary of more than 1 MiB.</summary>
    [Fact]
    public async Task ALongPreviewIsCutAndSaysSo()
    {
        var result = await RunAsync(
            """
            if [ $1 = preview ]; then
              echo '9 clusters'
              for ((i = 0; i < 40000; i++)); do echo "Service service-$i in a mesh of many"; done
            fi
            """
        );
        Assert.Equal(0, result.ExitCode);
        Assert.InRange(result.Output.Length, 800_000, 1_000_000);
        Assert.Contains("<summary>9 clusters</summary>", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n… and \d+ more lines: the artifact of the job has them\n~~~~~~~~\n\n</details>\n\z", result.Output);
    }

    /// <summary>Whatever ends with an error is no preview.</summary>
    [Fact]
    public async Task AProgramThatBreaksDownFailsTheJob()
    {
        var result = await RunAsync("if [ $1 = access ]; then echo 'Unhandled exception' >&2; exit 134; fi\necho '2 clusters'\n");
        Assert.Equal(134, result.ExitCode);
        Assert.Contains("~~~~~~~~text\nUnhandled exception\n~~~~~~~~\n", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs the script outside of any job, so that it prints the summary.</summary>
    private async Task<CommandResult> RunAsync(string program, string build = "")
    {
        _folder.Take(".ci/preview");
        _folder.WriteScript("meshstack", "#!/usr/bin/env bash\n" + program);
        _folder.WriteScript("build/publish-cli", "#!/usr/bin/env bash\n" + build);
        var command = new Command(_folder.Path);
        await command.GitAsync("init", "-q");
        await command.GitAsync("add", "-A");
        await command.GitAsync("commit", "-qm", "first");
        return await command.RunAsync(".ci/preview", "dev", "HEAD");
    }
}
