using System.Text.Json.Serialization;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>Why nothing was done, in place of a report.</summary>
internal sealed record ErrorsDocument(IReadOnlyList<ErrorDocument> Errors)
{
    public static ErrorsDocument From(IEnumerable<InputError> errors) =>
        new([
            .. errors.Select(error => new ErrorDocument(
                error.File,
                error.File is null ? null : error.Line ?? 1,
                error.Path,
                error.Message
            )),
        ]);
}

/// <summary>One reason; with its place, where that is known.</summary>
internal sealed record ErrorDocument(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? File,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path,
    string Message
);
