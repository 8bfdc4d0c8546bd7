using System.Globalization;
using System.Text.RegularExpressions;

namespace Repository.Tests.Launcher;

/// <summary>When <c>./meshstack</c> builds, and what becomes of a build that does not end well.</summary>
public sealed partial class LauncherTests : IDisposable
{
    private const string Building = "meshstack: building (about a minute the first time)";

    private readonly ToyCheckout _checkout = new();

    [Fact]
    public async Task TheFirstCommandBuildsAndTheSecondDoesNot()
    {
        Assert.Equal(new(0, "ran preview a b\n", Building + "\n"), await _checkout.RunAsync("preview", "a b"));
        Assert.Equal(new(0, "ran access\n", ""), await _checkout.RunAsync("access"));
        Assert.Single(_checkout.Publishes);
    }

    [Theory]
    [InlineData("cli/Source.cs", true)]
    [InlineData("manifests/Schema/data.json", true)]
    [InlineData("global.json", true)]
    [InlineData("Directory.Build.props", true)]
    [InlineData("build/publish-cli", true)]
    [InlineData("build/PulumiSdk.detected.props", false)]
    [InlineData("manifests/README.md", false)]
    [InlineData("infra/mesh/dev/web.yaml", false)]
    [InlineData("Pulumi.dev.yaml", false)]
    [InlineData("cli/obj/project.assets.json", false)]
    [InlineData("cli/bin/Debug/meshstack.dll", false)]
    public async Task OnlyASourceThatIsNewerIsBuilt(string file, bool builds)
    {
        await _checkout.RunAsync("preview");
        _checkout.Change(file);
        var result = await _checkout.RunAsync("preview");
        Assert.Equal(builds ? Building + "\n" : "", result.Error);
        Assert.Equal(builds ? 2 : 1, _checkout.Publishes.Count);
    }

    [Fact]
    public async Task ANativeProgramIsRunUntilASourceIsNewer()
    {
        _checkout.WriteProgram("gcc", "exit 1");
        var build = await _checkout.Command().RunAsync("build/publish-cli", "--native");
        Assert.Equal(new(0, "", "meshstack: building (about two minutes the first time)\n"), build);
        Assert.Equal(new(0, "native ran preview\n", ""), await _checkout.RunAsync("preview"));
        _checkout.Change("cli/Source.cs");
        var stale = "meshstack: the native program is older than the sources; build/publish-cli --native makes it anew\n";
        Assert.Equal(new(0, "ran preview\n", $"{stale}{Building}\n"), await _checkout.RunAsync("preview"));
        Assert.Equal(2, _checkout.Publishes.Count);
    }

    [Fact]
    public async Task ABuildSaysWhatItTakes()
    {
        var result = await _checkout.Command().RunAsync("build/publish-cli", "-native");
        Assert.Equal(new(2, "", "meshstack: build/publish-cli takes --native and --is-current, and not '-native'\n"), result);
        Assert.Empty(_checkout.Publishes);
    }

    /// <summary>Without flock, as on macOS, perl takes the lock.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OfTwoAtOnceOneBuilds(bool hasFlock)
    {
        using var programs = new TemporaryFolder();
        if (!hasFlock)
        {
            foreach (var program in Command.Programs.Split(Path.PathSeparator).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
            {
                if (Path.GetFileName(program) is not "flock" and { } name && !File.Exists(programs.File(name)))
                {
                    File.CreateSymbolicLink(programs.File(name), program);
                }
            }
        }

        var command = _checkout.Command(hasFlock ? null : programs.Path);
        command.Environment["TOY_SECONDS"] = "2";
        var results = await Task.WhenAll(command.RunAsync("./meshstack", "one"), command.RunAsync("./meshstack", "two"));
        Assert.Equal([new(0, "ran one\n", results[0].Error), new(0, "ran two\n", results[1].Error)], results);
        Assert.Equal(
            [Building, $"meshstack: waiting for another build in {_checkout.Root}"],
            results.SelectMany(r => r.Complaints).Order(StringComparer.Ordinal)
        );
        Assert.Single(_checkout.Publishes);
    }

    [Fact]
    public async Task AnInterruptedBuildLeavesNothingBehind()
    {
        var command = _checkout.Command();
        command.Environment["TOY_SECONDS"] = "60";
        var result = await command.RunAsync(
            "bash",
            "-c",
            """
            set -m
            # Whoever runs the tests may have the signal ignored, which children inherit and a shell cannot take back.
            perl -e '$SIG{INT} = "DEFAULT"; exec @ARGV' ./meshstack preview &
            until [ -s "$TOY/sleeper" ]; do sleep 0.1; done
            kill -INT -- -$!
            # This shell's own word of it is nothing to the point.
            exec 2> /dev/null
            wait $!
            """
        );
        Assert.Equal(new(130, "", Building + "\nmeshstack: interrupted\n"), result);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_checkout.File("cli/bin")));
        // The processes of the build have ended; one that nobody has waited for yet shows as Z.
        await command.OutputAsync(
            "bash",
            "-c",
            """
            for ((i = 0; i < 100; i++)); do
              case $(ps -o stat= -p "$(cat "$TOY/sleeper")") in '' | Z*) exit 0 ;; esac
              sleep 0.1
            done
            exit 1
            """
        );

        // What a compiler was at when it was interrupted is not taken for whole.
        _checkout.Write("analysis/obj/Release/half.dll", "half");
        _checkout.Write("analysis/obj/Debug/whole.dll", "whole");
        Assert.Equal(new(0, "ran preview\n", Building + "\n"), await _checkout.RunAsync("preview"));
        Assert.False(Directory.Exists(_checkout.File("analysis/obj/Release")));
        Assert.True(File.Exists(_checkout.File("analysis/obj/Debug/whole.dll")));
        Assert.Equal(new(0, "ran preview\n", ""), await _checkout.RunAsync("preview"));
    }

    [Fact]
    public async Task WhatDoesNotBuildIsNotRun()
    {
        await _checkout.RunAsync("preview");
        _checkout.Change("cli/Source.cs");
        var command = _checkout.Command();
        command.Environment["TOY_ERROR"] = "CS1002";
        var result = await command.RunAsync("./meshstack", "preview");
        Assert.Equal(new(2, "", Building + "\nProgram.cs(1,1): error CS1002: ; expected\nmeshstack: it does not build\n"), result);
        Assert.Equal(2, _checkout.Publishes.Count);
        Assert.Equal("whole\n", await File.ReadAllTextAsync(_checkout.File("cli/bin/published/meshstack.dll")));
    }

    /// <summary>A feed may have the packages of the program, and not the one that compiles ahead of time.</summary>
    [Fact]
    public async Task WithoutTheCompilersPackageItIsNotCompiledAheadOfTime()
    {
        var command = _checkout.Command();
        command.Environment["TOY_ERROR"] = "NU1101";
        Assert.Equal(new(0, "ran preview\n", Building + "\n"), await command.RunAsync("./meshstack", "preview"));
        Assert.Equal([true, false], _checkout.Publishes.Select(p => p.Contains("PublishReadyToRun", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task InATreeThatCannotBeWrittenTheProgramThatIsThereIsRun()
    {
        await _checkout.RunAsync("preview");
        _checkout.Change("analysis/Source.cs");
        var said =
            $"analysis/Source.cs is newer than the program that is built here, and {_checkout.Root} cannot be written: "
            + "the program runs as it was built";
        Assert.Equal(new(0, "ran preview\n", $"meshstack: {said}\n"), await RunReadOnlyAsync());
    }

    [Fact]
    public async Task InATreeThatCannotBeWrittenNothingIsBuilt()
    {
        var said = $"nothing is built here yet, and {_checkout.Root} cannot be written: build in a copy that can";
        Assert.Equal(new(2, "", $"meshstack: {said}\n"), await RunReadOnlyAsync());
    }

    [Fact]
    public async Task ProgressIsALineNowAndThenInAPipe()
    {
        var command = _checkout.Command();
        command.Environment["TOY_SECONDS"] = "12";
        var result = await command.RunAsync("./meshstack", "preview");
        Assert.Equal("ran preview\n", result.Output);
        Assert.Equal([Building, "meshstack: compiling One (1 of 2), N s"], result.Complaints.Select(l => Seconds().Replace(l, "N s")));
    }

    [Fact]
    public async Task ProgressIsInPlaceOnATerminal()
    {
        var command = _checkout.Command();
        command.Environment["TOY_SECONDS"] = "3";
        const string InTerminal = "stty cols 40 && ./meshstack preview";
        var result = OperatingSystem.IsMacOS()
            ? await command.RunAsync("script", "-q", "/dev/null", "bash", "-c", InTerminal)
            : await command.RunAsync("script", "-qec", InTerminal, "/dev/null");
        var lines = result.Output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines.Skip(1), l => Assert.InRange(l.Length, 1, 39));
        var shown = lines.Select(l => l.TrimEnd()).ToList();
        Assert.Equal(Building, shown[0]);
        Assert.Equal(["", "ran preview"], shown[^2..]);
        var inPlace = shown[1..^2];
        Assert.Contains(inPlace, l => Seconds().Replace(l, "N s") == "meshstack: compiling One (1 of 2), N s");
        Assert.All(inPlace, l => Assert.Matches("^meshstack: (restoring packages|compiling .*), [0-9]+ s$", l));
        Assert.Equal(inPlace.Select(SecondsOf).Order(), inPlace.Select(SecondsOf));
        Assert.Equal(2, result.Output.Count(c => c == '\n'));
    }

    public void Dispose() => _checkout.Dispose();

    private static int SecondsOf(string line) => int.Parse(Seconds().Match(line).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("([0-9]+) s$")]
    private static partial Regex Seconds();

    /// <summary>Runs the launcher as somebody who may write nothing of the checkout; root may write everything.</summary>
    private async Task<CommandResult> RunReadOnlyAsync()
    {
        var command = _checkout.Command();
        await command.OutputAsync("chmod", "-R", "a+rX,a-w", Path.GetDirectoryName(_checkout.Root)!);
        return Environment.IsPrivilegedProcess
            ? await command.RunAsync("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", _checkout.File("meshstack"), "preview")
            : await command.RunAsync("./meshstack", "preview");
    }
}
