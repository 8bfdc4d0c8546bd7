using MeshStack.Cli.Reports;
using MeshStack.Manifests;

namespace MeshStack.Cli.Commands;

/// <summary>Runs a command, and says what is wrong with its input.</summary>
internal static class CommandRunner
{
    /// <param name="streams">Where the command writes.</param>
    /// <param name="asJson">Whether machines read it.</param>
    /// <param name="prepare">Does the work, and says how it is reported.</param>
    /// <param name="work">What the work is.</param>
    public static async Task<int> RunAsync(Streams streams, bool asJson, Func<Task<Func<int>>> prepare, string work = "composing the mesh")
    {
        try
        {
            Func<int> report;
            using (new Progress(streams, work))
            {
                report = await prepare();
            }

            return report();
        }
        catch (Exception e) when (InputError.ReasonsOf(e) is { } reasons)
        {
            Warn(e, asJson, streams.Error);
            InputError.Write([.. reasons], asJson, writes: false, streams.Output, streams.Error);
            return ExitCode.BadInput;
        }
    }

    /// <summary>Says the warnings beside errors: who mends these may mend those with them.</summary>
    public static void Warn(Exception exception, bool asJson, TextWriter error)
    {
        if (!asJson && exception is DefinitionException definition)
        {
            foreach (var warning in definition.Problems.Where(p => p.Severity == ProblemSeverity.Warning))
            {
                error.WriteLine($"warning {warning}");
            }
        }
    }
}
