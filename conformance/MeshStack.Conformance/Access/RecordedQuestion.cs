using System.Text.Json;
using MeshStack.Analysis.Model;

namespace MeshStack.Conformance.Access;

/// <summary>A call, and what became of it in the configuration that istiod generated.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Request">What is asked for.</param>
/// <param name="Istiod"><c>allowed</c>, <c>denied</c>, <c>mixed</c> where endpoints differ, or <c>not-judged</c>.</param>
/// <param name="Where">Where the call ended.</param>
/// <param name="IsEvidence">Whether the answer is Istio's own.</param>
internal sealed record RecordedQuestion(Caller Caller, Request Request, string Istiod, string Where, bool IsEvidence)
{
    public static RecordedQuestion Read(JsonElement question) =>
        new(
            CallerOf(question.GetProperty("from")),
            RequestOf(question.GetProperty("request")),
            question.GetProperty("istiod").GetString()!,
            question.GetProperty("where").GetString()!,
            question.GetProperty("evidence").GetBoolean()
        );

    private static Caller CallerOf(JsonElement from)
    {
        var cluster = from.GetProperty("cluster").GetString()!;
        return from.GetProperty("kind").GetString() == "mesh"
            ? new Caller.InMesh(cluster, Text(from, "namespace")!, Text(from, "serviceAccount")!)
            {
                Labels = Texts(from, "labels"),
                HasSidecar =
                    from.TryGetProperty("sidecar", out var sidecar) && sidecar.ValueKind is JsonValueKind.True or JsonValueKind.False
                        ? sidecar.GetBoolean()
                        : null,
            }
            : new Caller.Outside(cluster)
            {
                GatewayNamespace = Text(from, "gatewayNamespace"),
                Gateway = Text(from, "gateway"),
                Address = Text(from, "address"),
                HasCertificate = from.TryGetProperty("certificate", out var certificate) && certificate.ValueKind == JsonValueKind.True,
            };
    }

    private static Request RequestOf(JsonElement request) =>
        new()
        {
            Host = Text(request, "host")!,
            Port = request.GetProperty("port").GetInt32(),
            Method = Text(request, "method")!,
            Path = Text(request, "path")!,
            Headers = Texts(request, "headers") ?? new Dictionary<string, string>(),
            Protocol = Enum.Parse<RequestProtocol>(Text(request, "protocol")!),
            Token = request.TryGetProperty("token", out var token) && token.ValueKind == JsonValueKind.Object ? TokenOf(token) : null,
        };

    private static Token TokenOf(JsonElement token) =>
        new(Text(token, "issuer")!, Text(token, "subject"))
        {
            IsValid = token.GetProperty("valid").GetBoolean(),
            Audiences = [.. token.GetProperty("audiences").EnumerateArray().Select(one => one.GetString()!)],
            Claims = token.GetProperty("claims").EnumerateObject().ToDictionary(claim => claim.Name, claim => ClaimOf(claim.Value)),
            Header = Text(token, "header"),
        };

    private static IReadOnlyList<string> ClaimOf(JsonElement claim) =>
        claim.ValueKind == JsonValueKind.Array ? [.. claim.EnumerateArray().Select(one => one.GetString()!)] : [claim.GetString()!];

    private static string? Text(JsonElement of, string key) =>
        of.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static Dictionary<string, string>? Texts(JsonElement of, string key) =>
        of.TryGetProperty(key, out var map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!)
            : null;
}
