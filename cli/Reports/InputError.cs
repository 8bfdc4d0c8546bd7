using MeshStack.Analysis.Sets;
using MeshStack.Cli.Commands;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>One reason why nothing was done.</summary>
internal sealed record InputError(string? File, int? Line, string? Path, string Message)
{
    /// <summary>What is wrong; what it quotes is shown as far as anybody reads it.</summary>
    public string Message { get; } = QuotedText.Of(Message);

    public static InputError From(DefinitionProblem problem) => new(problem.At.File, problem.At.Line, problem.Path, problem.Message);

    /// <summary>What an exception says of the input; null where it is none about it.</summary>
    public static IEnumerable<InputError>? ReasonsOf(Exception exception) =>
        exception switch
        {
            DefinitionException e => e.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(From),
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
        var all = exceptions.Select(ReasonsOf).ToArray();
        return all.Contains(null) ? null : all.SelectMany(reasons => reasons!).Distinct();
    }

    public static void Write(IReadOnlyList<InputError> refusals, bool asJson, bool writes, TextWriter output, TextWriter error)
    {
        if (asJson)
        {
            ReportJson.Write(ErrorsDocument.From(refusals), ReportJson.Formed.ErrorsDocument, output);
            return;
        }

        foreach (var refusal in refusals)
        {
            error.WriteLine(
                refusal.File is null
                    ? refusal.Message
                    : PlainWriter.Line(
                        $"{refusal.File}:{refusal.Line}: {(refusal.Path?.Length > 0 ? refusal.Path + ": " : "")}{refusal.Message}"
                    )
            );
        }

        error.WriteLine($"{(refusals.Count == 1 ? "1 error" : $"{refusals.Count} errors")}{(writes ? "; nothing was written" : "")}.");
    }
}
