using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Authorization;

/// <summary>The headers that RequestAuthentications make of a token: outputPayloadToHeader and outputClaimToHeaders.</summary>
/// <remarks>Source: source/extensions/filters/http/jwt_authn of envoyproxy/envoy: what comes with the request is removed first, with or
/// without a token.</remarks>
internal static class TokenHeaders
{
    /// <param name="rules">The proxy's rules.</param>
    /// <param name="accepting">The rule that accepted the token; null without one.</param>
    /// <param name="token">The token; null without one.</param>
    /// <param name="request">The request as it came.</param>
    public static HttpRequest Apply(IReadOnlyList<JwtRule> rules, JwtRule? accepting, Token? token, HttpRequest request)
    {
        var result = rules.SelectMany(NamesOf).Aggregate(request, (left, name) => left.With(name, new(Value: null)));
        return accepting is null || token is null
            ? result
            : Of(accepting, token).Aggregate(result, (left, header) => left.With(header.Name, header.Change));
    }

    private static IEnumerable<(string Name, HeaderChange Change)> Of(JwtRule rule, Token token)
    {
        if (Payload(rule) is { } payload)
        {
            yield return (payload, new(null, $"the header {payload} has the whole token") { IsPresent = true });
        }

        foreach (var output in rule.Field["outputClaimToHeaders"].Items)
        {
            var (name, claim) = (output["header"].Text ?? "", output["claim"].Text ?? "");
            var values = token.ValuesOf(claim.Replace('.', '/')) is { Count: > 0 } nested ? nested : token.ValuesOf(claim);
            if (values is [var value])
            {
                yield return (name, new(value));
            }
            else if (values.Count > 1)
            {
                yield return (name, new(null, $"the header {name} has the claim {claim}, which is a list") { IsPresent = true });
            }
        }
    }

    /// <summary>The headers that a rule writes.</summary>
    public static IEnumerable<string> NamesOf(JwtRule rule) =>
        rule.Field["outputClaimToHeaders"].Items.Select(output => output["header"].Text).Append(Payload(rule)).OfType<string>();

    private static string? Payload(JwtRule rule) => rule.Field["outputPayloadToHeader"].Text is { Length: > 0 } name ? name : null;
}
