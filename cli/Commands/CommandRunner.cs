using MeshStack.Analysis.Sets;
using MeshStack.Cli.Questions;
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
        catch (Exception e) when (Reasons(e) is { } reasons)
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

    public static IEnumerable<InputError>? Reasons(Exception exception) =>
        exception switch
        {
            DefinitionException e => e.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(InputError.From),
            ManifestFormatException e => e.Problems.Select(p => new InputError(p.Location.File, p.Location.Line, null, p.Message)),
            BadQuestionException e => e.Problems.Select(p => new InputError(null, null, null, p)),
            CompositionException e => e.Problems.Select(p => new InputError(null, null, null, p)),
            SetLimitException e => [new InputError(null, null, null, e.Message)],
            AggregateException e => OfAll(e.Flatten().InnerExceptions),
            IOException or UnauthorizedAccessException => [new InputError(null, null, null, exception.Message)],
            _ => null,
        };

    private static IEnumerable<InputError>? OfAll(IEnumerable<Exception> exceptions)
    {
        var all = exceptions.Select(Reasons).ToArray();
        return all.Contains(null) ? null : all.SelectMany(reasons => reasons!).Distinct();
    }
}
