using System.ComponentModel;
using System.Diagnostics;
using MeshStack.Preview;

namespace MeshStack.Cli.Programs;

/// <summary>Runs a built program as a process of its own, which writes what it registers in place of talking to an engine.</summary>
internal static class ProgramRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static async Task<ComposedMesh> RecordAsync(string path, string stack)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"there is no program {path}: give the .dll or the executable that was built, such as bin/Debug/net10.0/Program.dll"
            );
        }

        var folder = Directory.CreateTempSubdirectory("meshstack-");
        try
        {
            var file = Path.Combine(folder.FullName, "recording.json");
            var (exitCode, said) = await RunAsync(path, stack, file);
            return exitCode == 0 && File.Exists(file)
                ? ProgramRecording.Read(file)
                : throw new CompositionException(Problems(path, exitCode, said));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(string path, string stack, string file)
    {
        var isAssembly = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var full = Path.GetFullPath(path);
        var start = new ProcessStartInfo(isAssembly ? "dotnet" : full, isAssembly ? [full] : [])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment[ProgramRecording.Variable] = file;
        start.Environment["PULUMI_STACK"] = stack;
        using var process = Start(start, path);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new CompositionException([$"{path} did not end within {Limit.TotalMinutes:0} minutes"]);
        }

        await output;
        return (process.ExitCode, await error);
    }

    private static Process Start(ProcessStartInfo start, string path)
    {
        try
        {
            return Process.Start(start) ?? throw new CompositionException([$"{path} does not start"]);
        }
        catch (Win32Exception e)
        {
            throw new CompositionException([$"{path} does not start: {e.Message}"]);
        }
    }

    private static IEnumerable<string> Problems(string path, int exitCode, string said) =>
        exitCode == 0
            ? [$"{path} ended without telling what it registers: it has to run by MeshProgram.RunAsync of MeshStack.Hosting"]
            : said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c)))
                .Prepend(FormattableString.Invariant($"{path} ended with exit code {exitCode}"));
}
