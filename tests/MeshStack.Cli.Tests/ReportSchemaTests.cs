using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Json.Schema;
using MeshStack.Cli.Reports.Documents;

namespace MeshStack.Cli.Tests;

/// <summary>The form of the reports for machines is published, and the reports have it.</summary>
public sealed class ReportSchemaTests
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Names { get; } =
    [
        "access",
        "access-diff",
        "access-intercept",
        "access-reach",
        "access-without",
        "errors",
        "explain",
        "lint",
        "preview",
        "review",
        "upgrade",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheSchemaIsPublished(string name)
    {
        var file = Path.Combine(Meshstack.Root, "docs", "schema", "reports", $"{name}.schema.json");
        var text = Schema(name).ToJsonString(Written) + "\n";
        if (Environment.GetEnvironmentVariable("MESHSTACK_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("access", "access", "prod", "--why")]
    [InlineData("access-diff", "access", "diff", "HEAD", "--stack", "dev")]
    [InlineData("access-intercept", "access", "prod", "--intercept", "payments")]
    [InlineData("access-reach", "access", "prod", "--reach", "outside")]
    [InlineData("access-without", "access", "prod", "--without", "fra1")]
    [InlineData("errors", "preview", "nowhere")]
    [InlineData("explain", "explain", "dev", "--from", "cluster01/default/sleep", "--to", "httpbin.namespace02.logicalcloud02:80")]
    [InlineData("lint", "lint", "tests/MeshStack.Cli.Tests/Lint")]
    [InlineData("preview", "preview", "prod", "--unreachable", "fra1")]
    [InlineData("review", "review", "--base", "HEAD")]
    [InlineData("upgrade", "upgrade", "prod", "--from", "1.30.3", "--to", "1.31.4")]
    [InlineData("upgrade", "upgrade", "dev", "--from", "1.29.6", "--to", "1.31.4")]
    public async Task AReportHasTheFormOfItsSchema(string name, params string[] arguments)
    {
        var result = await Meshstack.RunAsync([.. arguments, "--output", "json"]);
        using var report = JsonDocument.Parse(result.Output);
        var found = JsonSchema
            .FromText(Schema(name).ToJsonString())
            .Evaluate(report.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(
            found.IsValid,
            string.Join('\n', (found.Details ?? []).Where(d => d.Errors is { Count: > 0 }).Select(d => d.InstanceLocation))
        );
    }

    private static JsonObject Schema(string name)
    {
        JsonTypeInfo type = name switch
        {
            "access" => ReportJson.Formed.AccessDocument,
            "access-diff" => ReportJson.Formed.DiffDocument,
            "access-intercept" => ReportJson.Formed.InterceptionDocument,
            "access-reach" => ReportJson.Formed.ReachDocument,
            "access-without" => ReportJson.Formed.OutageDocument,
            "errors" => ReportJson.Formed.ErrorsDocument,
            "explain" => ReportJson.Formed.VerdictDocument,
            "lint" => ReportJson.Formed.LintDocument,
            "review" => ReportJson.Formed.ReviewDocument,
            "upgrade" => ReportJson.Formed.UpgradeDocument,
            _ => ReportJson.Formed.PreviewDocument,
        };
        var schema = type.GetJsonSchemaAsNode(
                new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = WithoutWhatMayBeMissing }
            )
            .AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    // What is left out where there is none of it is not required.
    private static JsonNode WithoutWhatMayBeMissing(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is JsonObject schema && schema["required"] is JsonArray required)
        {
            var missing = context
                .TypeInfo.Properties.Where(property => property.ShouldSerialize is not null)
                .Select(property => property.Name);
            foreach (var name in required.Where(name => missing.Contains(name!.GetValue<string>())).ToArray())
            {
                required.Remove(name);
            }
        }

        return node;
    }
}
