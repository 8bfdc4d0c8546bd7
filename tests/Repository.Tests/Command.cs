using System.Diagnostics;

namespace Repository.Tests;

/// <summary>A program that is run in a folder, as somebody else would: nothing of the test host's environment reaches its builds.</summary>
/// <param name="Folder">Where it runs.</param>
internal sealed record Command(string Folder)
{
    /// <summary>Variables beside the ones that are there; without a value, they are taken away.</summary>
    public Dictionary<string, string?> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>The folders that programs are looked for in.</summary>
    public static string Programs { get; } = System.Environment.GetEnvironmentVariable("PATH")!;

    /// <summary>Where a program is.</summary>
    public static string Find(string program) =>
        Programs.Split(Path.PathSeparator).Select(f => Path.Combine(f, program)).First(File.Exists);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">A program of the machine, or the path of a script from the folder.</param>
    /// <param name="arguments">What it is asked.</param>
    public async Task<CommandResult> RunAsync(string program, params string[] arguments)
    {
        var file = program.Contains('/', StringComparison.Ordinal) ? Path.Combine(Folder, program) : program;
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A test host tells MSBuild where it was started from, and a job of CI what it works on.
        foreach (var name in start.Environment.Keys.Where(k => IsOfTheHost(k)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Runs what has to work; its output without the last line's end.</summary>
    public async Task<string> OutputAsync(string program, params string[] arguments)
    {
        var result = await RunAsync(program, arguments);
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {result.ExitCode}\n{result.Output}{result.Error}");
        return result.Output.TrimEnd('\n');
    }

    /// <summary>Runs git, with an author.</summary>
    public Task<string> GitAsync(params string[] arguments) =>
        OutputAsync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", .. arguments]);

    private static bool IsOfTheHost(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("GITHUB_", StringComparison.Ordinal)
        || name == "TestResults";
}
