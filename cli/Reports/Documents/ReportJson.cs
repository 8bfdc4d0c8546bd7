using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>The reports for machines as JSON: indented, ended by a line's end, readable characters as they are.</summary>
[JsonSerializable(typeof(AccessDocument))]
[JsonSerializable(typeof(DiffDocument))]
[JsonSerializable(typeof(ErrorsDocument))]
[JsonSerializable(typeof(InterceptionDocument))]
[JsonSerializable(typeof(LintDocument))]
[JsonSerializable(typeof(OutageDocument))]
[JsonSerializable(typeof(PreviewDocument))]
[JsonSerializable(typeof(ReachDocument))]
[JsonSerializable(typeof(ReviewDocument))]
[JsonSerializable(typeof(SarifDocument))]
[JsonSerializable(typeof(UpgradeDocument))]
[JsonSerializable(typeof(VerdictDocument))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>The one with the form that all reports have.</summary>
    public static ReportJson Formed { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                WriteIndented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );

    public static void Write<T>(T document, JsonTypeInfo<T> type, TextWriter output)
    {
        output.Write(JsonSerializer.Serialize(document, type));
        output.Write('\n');
    }
}
