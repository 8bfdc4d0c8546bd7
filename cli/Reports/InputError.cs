using System.Text.Json;
using MeshStack.Definition;

namespace MeshStack.Cli.Reports;

/// <summary>One reason why nothing was done.</summary>
internal sealed record InputError(string? File, int? Line, string? Path, string Message)
{
    public static InputError Of(DefinitionProblem problem) => new(problem.At.File, problem.At.Line, problem.Path, problem.Message);

    public static void Write(IReadOnlyList<InputError> refusals, bool asJson, bool writes, TextWriter output, TextWriter error)
    {
        if (asJson)
        {
            JsonText.Write(
                output,
                json =>
                {
                    json.WriteStartArray("errors");
                    foreach (var refusal in refusals)
                    {
                        refusal.Write(json);
                    }

                    json.WriteEndArray();
                }
            );
            return;
        }

        foreach (var refusal in refusals)
        {
            error.WriteLine(
                refusal.File == null
                    ? refusal.Message
                    : $"{refusal.File}:{refusal.Line}: {(refusal.Path?.Length > 0 ? refusal.Path + ": " : "")}{refusal.Message}"
            );
        }

        error.WriteLine($"{(refusals.Count == 1 ? "1 error" : $"{refusals.Count} errors")}{(writes ? "; nothing was written" : "")}.");
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (File != null)
        {
            json.WriteString("file", File);
            json.WriteNumber("line", Line ?? 1);
            json.WriteString("path", Path);
        }

        json.WriteString("message", Message);
        json.WriteEndObject();
    }
}
