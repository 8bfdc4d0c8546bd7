using System.Diagnostics;
using System.Globalization;
using MeshStack.Cli.Commands;
using MeshStack.Definition;

namespace MeshStack.Cli.Tests;

/// <summary>Runs the command line: in the tests' own process, or where that matters as a process of its own.</summary>
internal static class Meshstack
{
    static Meshstack()
    {
        // Paths that are given on a command line are relative to where it runs.
        Environment.CurrentDirectory = Root;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
    }

    public static string Root { get; } = ProjectFolder.Find(AppContext.BaseDirectory);

    public sealed record Result(int ExitCode, string Output, string Error);

    public static Task<Result> RunAsync(params string[] arguments) => RunAsync(120, arguments);

    /// <param name="columns">The columns that it is told of; 0 for none.</param>
    /// <param name="arguments">What it is asked.</param>
    public static Task<Result> RunAsync(int columns, params string[] arguments) => RunAsync(TimeSpan.Zero, columns, arguments);

    /// <param name="taken">How long every piece of work seems to take; how long it does take is the machine's matter.</param>
    /// <param name="columns">The columns that it is told of; 0 for none.</param>
    /// <param name="arguments">What it is asked.</param>
    public static async Task<Result> RunAsync(TimeSpan taken, int columns, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(
            arguments,
            new Streams
            {
                Output = output,
                Error = error,
                IsOutputPiped = true,
                IsErrorPiped = true,
                Columns = columns > 0 ? columns.ToString(CultureInfo.InvariantCulture) : null,
                Clock = new Clock(taken),
            }
        );
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <param name="folder">Where it runs.</param>
    /// <param name="columns">The columns that it is told of; 0 for none.</param>
    /// <param name="temporary">Where it keeps what is not to stay; null for the system's place.</param>
    /// <param name="arguments">What it is asked.</param>
    public static async Task<Result> StartAsync(string folder, int columns, string? temporary, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "meshstack.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("COLUMNS");
        if (temporary is not null)
        {
            start.Environment["TMPDIR"] = temporary;
        }

        if (columns > 0)
        {
            start.Environment["COLUMNS"] = columns.ToString(CultureInfo.InvariantCulture);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Result(process.ExitCode, await output, await error);
    }
}
