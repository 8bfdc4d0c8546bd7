namespace Repository.Tests.Preview;

/// <summary>The first command of the README, as the first command in a clean clone.</summary>
[Collection(OneClone.Name)]
public sealed class FirstCommandTests(BuiltClone clone)
{
    [Fact]
    public void ItShowsTheStackAndNothingElse()
    {
        var (exitCode, output, error) = clone.FirstCommand;
        Assert.True(exitCode == 0, error);
        Assert.Matches(@"\A\d+ clusters, \d+ components, \d+ objects in \d+\.\d s\n", output);
        Assert.DoesNotContain("building", output, StringComparison.Ordinal);
        Assert.DoesNotContain("[project", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ProgressIsShownOnTheErrorStream()
    {
        Assert.Equal("meshstack: building (about a minute the first time)", clone.FirstCommand.Complaints[0]);
        Assert.All(
            clone.FirstCommand.Complaints.Skip(1),
            l =>
                Assert.Matches(
                    @"^meshstack: ((restoring packages|compiling (ahead of time|[\w.]+ \(\d+ of \d+\))), \d+ s|composing the mesh …)$",
                    l
                )
        );
    }

    [Fact]
    public async Task TheSecondCommandBuildsNothing()
    {
        var result = await clone.Command.RunAsync("./meshstack", "--version");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task NothingIsLeftBesideWhatGitIgnores() =>
        Assert.Equal("", await clone.Command.GitAsync("status", "--porcelain", "--", ".", ":!preview"));
}
