using System.Text.Json;
using System.Text.Json.Nodes;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation;

/// <summary>Verdicts as JSON.</summary>
public static class VerdictJson
{
    /// <summary>An object with decision, step, reason, because, assumptions and trace; the same verdict gives the same text.</summary>
    public static JsonObject ToJson(this Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return new()
        {
            ["decision"] = verdict.Decision,
            ["step"] = Name(verdict.Step),
            ["reason"] = verdict.Reason,
            ["because"] = Causes(verdict.Because),
            ["assumptions"] = new JsonArray([.. verdict.Assumptions.Select(assumption => (JsonNode)assumption)]),
            ["trace"] = new JsonArray([.. verdict.Trace.Select(Step)]),
        };
    }

    private static JsonNode Step(TraceStep step) =>
        new JsonObject
        {
            ["step"] = Name(step.Step),
            ["proxy"] = step.Proxy,
            ["outcome"] = step.Outcome,
            ["because"] = Causes(step.Because),
        };

    private static JsonArray Causes(IReadOnlyList<Cause> causes) => new([.. causes.Select(Cause)]);

    private static JsonNode Cause(Cause cause) =>
        new JsonObject
        {
            ["cluster"] = cause.Cluster,
            ["kind"] = cause.Kind,
            ["namespace"] = cause.Namespace,
            ["name"] = cause.Name,
            ["detail"] = cause.Detail,
        };

    private static string Name(AccessStep step) => JsonNamingPolicy.CamelCase.ConvertName(step.ToString());
}
