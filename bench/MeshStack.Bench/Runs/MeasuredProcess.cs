using System.Diagnostics;

namespace MeshStack.Bench.Runs;

/// <summary>Runs whole processes and measures them from outside.</summary>
internal static class MeasuredProcess
{
    // The kernel keeps both counts itself: what a look can miss is growth in the last moments of a process.
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a program with its output going to a file, as in a pipeline.</summary>
    /// <exception cref="BenchException">It failed.</exception>
    public static Measurement Run(Invocation invocation)
    {
        var output = Path.GetTempFileName();
        try
        {
            // The shell becomes the program (exec), so what is measured is the program.
            var start = new ProcessStartInfo(
                "/bin/sh",
                ["-c", "out=$1; shift; exec \"$@\" > \"$out\"", "sh", output, invocation.Program, .. invocation.Arguments]
            )
            {
                RedirectStandardError = true,
            };
            var watch = Stopwatch.StartNew();
            using var process = Start(start);
            var errors = process.StandardError.ReadToEndAsync();
            var (peak, cpu) = (0L, TimeSpan.Zero);
            while (!process.WaitForExit(LookInterval))
            {
                // A process that has ended but was not waited for yet shows no memory any more.
                var (memory, time) = Look(process);
                (peak, cpu) = (Math.Max(peak, memory), time > cpu ? time : cpu);
            }

            var wall = watch.Elapsed;
            return Succeeded(process, invocation, errors.Result, new Measurement(wall, cpu, peak, File.ReadAllText(output)));
        }
        finally
        {
            File.Delete(output);
        }
    }

    /// <summary>Runs a program and waits for the first byte that it prints, as a person at a terminal does.</summary>
    /// <exception cref="BenchException">It failed.</exception>
    public static Measurement RunToFirstByte(Invocation invocation)
    {
        var start = new ProcessStartInfo(invocation.Program, invocation.Arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.Peek();
        var first = watch.Elapsed;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Succeeded(
            process,
            invocation,
            errors.Result,
            new Measurement(watch.Elapsed, TimeSpan.Zero, 0, output) { FirstByte = first }
        );
    }

    private static Process Start(ProcessStartInfo start)
    {
        // Whatever terminal the benchmark itself was started from, the programs have none.
        start.Environment["TERM"] = "dumb";
        return Process.Start(start) ?? throw new BenchException($"{start.FileName} does not start");
    }

    private static Measurement Succeeded(Process process, Invocation invocation, string errors, Measurement measurement) =>
        process.ExitCode == 0
            ? measurement
            : throw new BenchException($"{invocation} ended with {process.ExitCode}:\n{Tail(errors)}{Tail(measurement.Output)}");

    private static string Tail(string text) => text.Length <= 4000 ? text : "…" + text[^4000..];

    private static (long PeakMemory, TimeSpan Cpu) Look(Process process)
    {
        try
        {
            process.Refresh();
            return (process.PeakWorkingSet64, process.TotalProcessorTime);
        }
        catch (InvalidOperationException)
        {
            // It ended between the two lines.
            return default;
        }
    }
}
