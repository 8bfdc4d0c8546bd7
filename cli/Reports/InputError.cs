using MeshStack.Cli.Commands;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>One reason why nothing was done.</summary>
internal sealed record InputError(string? File, int? Line, string? Path, string Message)
{
    /// <summary>What is wrong; what it quotes is shown as far as anybody reads it.</summary>
    public string Message { get; } = QuotedText.Of(Message);

    public static InputError From(DefinitionProblem problem) => new(problem.At.File, problem.At.Line, problem.Path, problem.Message);

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
