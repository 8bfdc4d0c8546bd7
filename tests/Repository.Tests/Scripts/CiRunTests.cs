namespace Repository.Tests.Scripts;

/// <summary><c>.ci/run</c>, on a repository of a few files and with a stand-in for dotnet: it cannot run inside of its own tests.</summary>
public sealed class CiRunTests : IAsyncLifetime, IDisposable
{
    /// <summary>Notes where it is called, and does what the variables of the test say.</summary>
    private const string Dotnet = """
        #!/usr/bin/env bash
        set -euo pipefail
        echo "$1" >> "$FAKE/calls"
        case $1 in
          build)
            pwd > "$FAKE/place"
            ls -A .. > "$FAKE/beside"
            ls -A > "$FAKE/files"
            cat source > "$FAKE/source" ;;
          test)
            for argument in "$@"; do
              case $argument in
                -p:TestResults=*) cp "$FAKE/results/"* "${argument#*=}" ;;
              esac
            done ;;
          *.dll) exec "$REAL_DOTNET" "$REPORT" "$2" ;;
        esac
        case " ${FAILING:-} " in
          *" $1 "*) echo "no $1" >&2; exit 3 ;;
        esac
        """;

    private const string Bench = """
        #!/usr/bin/env bash
        echo "bench $*" >> "$FAKE/calls"
        case " ${FAILING:-} " in
          *" bench "*) exit 1 ;;
        esac
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task AllPhasesRunInACleanCopyWithNothingBesideIt()
    {
        _folder.Write("here/source", "not committed");
        _folder.Write("here/untracked", "");
        Results.Write(_folder.File("results"), "A.Tests", ("A.X.One", "Passed", null));
        var result = await RunAsync();
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Equal("meshstack\n", Noted("beside"));
        Assert.Equal(".ci\n.git\nbench\nsource\n", Noted("files"));
        Assert.Equal("not committed", Noted("source"));
        Assert.Equal(
            "build\nbuild-server\ntool\ncsharpier\nbench --small --no-build\ntest\n.ci/TestReport/bin/Debug/net10.0/TestReport.dll\n",
            Noted("calls")
        );
        Assert.False(Directory.Exists(Noted("place").TrimEnd('\n')));
        Assert.Matches(@"\nbuild \d+ s, format \d+ s, benchmark \d+ s, tests \d+ s; \d+ s in all\n1 passed,", result.Output);
        Assert.EndsWith("\n1 passed, 0 failed, 0 skipped\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASkippedTestFails()
    {
        Results.Write(_folder.File("results"), "A.Tests", ("A.X.One", "Passed", null), ("A.X.Two", "NotExecuted", "no file"));
        var result = await RunAsync();
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\nskipped: A.X.Two: no file\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nfailed: tests\n1 passed, 0 failed, 1 skipped\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProjectThatRanNoTestFails()
    {
        Results.Write(_folder.File("results"), "A.Tests", ("A.X.One", "Passed", null));
        Results.Ask(_folder.File("results"), "B.Tests");
        var result = await RunAsync();
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\nB.Tests ran no test", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tool", "format")]
    [InlineData("csharpier", "format")]
    [InlineData("bench", "benchmark")]
    [InlineData("test", "tests")]
    [InlineData("csharpier test", "format, tests")]
    public async Task EveryPhaseThatFailsIsNamed(string failing, string named)
    {
        Results.Write(_folder.File("results"), "A.Tests", ("A.X.One", "Passed", null));
        var result = await RunAsync(failing);
        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith($"\nfailed: {named}\n1 passed, 0 failed, 0 skipped\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatDoesNotBuildIsNotTested()
    {
        var result = await RunAsync("build");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("build\nbuild-server\n", Noted("calls"));
        Assert.EndsWith("\nfailed: build\n", result.Output, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder.File("here", ".ci"));
        foreach (var script in new[] { "run", "clean-copy", "test" })
        {
            File.Copy(Checkout.Path(".ci", script), _folder.File("here", ".ci", script));
        }

        _folder.WriteScript("here/bench/run", Bench);
        _folder.Write("here/source", "committed");
        _folder.WriteScript("programs/dotnet", Dotnet);
        var repository = new Command(_folder.File("here"));
        await repository.GitAsync("init", "-q");
        await repository.GitAsync("add", "-A");
        await repository.GitAsync("commit", "-qm", "first");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    private string Noted(string file) => File.ReadAllText(_folder.File(file));

    private Task<CommandResult> RunAsync(string failing = "") =>
        new Command(_folder.File("here"))
        {
            Environment =
            {
                ["FAKE"] = _folder.Path,
                ["FAILING"] = failing,
                ["PATH"] = $"{_folder.File("programs")}{Path.PathSeparator}{Command.Programs}",
                ["REAL_DOTNET"] = Command.Find("dotnet"),
                ["REPORT"] = Path.Combine(AppContext.BaseDirectory, "TestReport.dll"),
            },
        }.RunAsync(".ci/run");
}
