using System.Diagnostics;

namespace MeshStack.Conformance.PulumiBehaviour;

/// <summary>The recorded scenarios, compiled against the stand-ins.</summary>
internal sealed class ScenarioProgram(string path, string results)
{
    /// <summary>Compiles the scenarios below a folder; all that is written goes below another one.</summary>
    public static async Task<ScenarioProgram> BuildAsync(string scenarios, string temporary)
    {
        var binaries = Path.Combine(temporary, "bin");
        var (exitCode, output) = await RunAsync(
            "build",
            Path.Combine(Repository.Root, "conformance", "PulumiScenarios", "PulumiScenarios.csproj"),
            "--nologo",
            "--verbosity",
            "quiet",
            "--output",
            binaries,
            $"-p:Scenarios={scenarios}",
            $"-p:StandIns={StandIns.Folder}",
            $"-p:BaseIntermediateOutputPath={Path.Combine(temporary, "obj")}/"
        );
        return exitCode == 0
            ? new ScenarioProgram(Path.Combine(binaries, "PulumiScenarios.dll"), Path.Combine(temporary, "recordings"))
            : throw new ConformanceException(
                "the scenarios do not compile against sdk/: leave out what sdk/ does not hold in conformance/PulumiScenarios, or "
                    + "complete sdk/\n"
                    + output
            );
    }

    /// <summary>Plays the scenarios.</summary>
    /// <returns>The folder of what they saw.</returns>
    public async Task<string> RunAsync()
    {
        var (exitCode, output) = await RunAsync(path, results);
        return exitCode == 0 ? results : throw new ConformanceException($"the scenarios ended with {exitCode}\n{output}");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (output + await errors).Trim());
    }
}
