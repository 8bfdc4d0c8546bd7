using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Authorization;

/// <summary>One issuer of a RequestAuthentication.</summary>
/// <param name="Manifest">The RequestAuthentication.</param>
/// <param name="Field">The rule.</param>
/// <param name="Unreadable">What hides for whom it is, or what it asks for.</param>
internal sealed record JwtRule(Manifest Manifest, Field Field, Unreadable? Unreadable)
{
    /// <summary>True where it is not known either which headers it makes of tokens, and so takes from requests.</summary>
    public bool HidesHeaders =>
        Unreadable is not null
        && (
            Mask.IsIn(Field.Text)
            || Field["outputPayloadToHeader"].Exists
            || Field["fromParams"].Exists
            || Field["fromCookies"].Exists
            || Field["outputClaimToHeaders"].Exists
            || Field.Entries.Any(entry => Mask.IsIn(entry.Name))
        );

    /// <summary>The rules of a RequestAuthentication; one of which nothing is known in place of a list that is hidden.</summary>
    public static IEnumerable<JwtRule> Of(Manifest manifest, Unreadable? unreadable)
    {
        var rules = manifest.Spec["jwtRules"];
        return unreadable is not null && rules.Items.Count == 0 && (Mask.IsIn(rules.Text) || Mask.IsIn(manifest.Spec.Text))
            ? [new(manifest, Mask.IsIn(rules.Text) ? rules : manifest.Spec, unreadable)]
            : rules.Items.Select(rule => new JwtRule(manifest, rule, unreadable));
    }

    public string Issuer => Field["issuer"].Text ?? "";

    public IReadOnlyList<string> Audiences => Field["audiences"].Texts();

    public bool ForwardsToken => Field["forwardOriginalToken"].IsTrue;

    /// <summary>True where the rule looks for a token in the place that carries it.</summary>
    public bool Reads(Token token)
    {
        if (!Field["fromHeaders"].HasContent && !Field["fromParams"].HasContent && !Field["fromCookies"].HasContent)
        {
            return token.Header is null || string.Equals(token.Header, "authorization", StringComparison.OrdinalIgnoreCase);
        }

        return Field["fromHeaders"]
            .Items.Any(header => string.Equals(header["name"].Text, token.Header ?? "authorization", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True where a request has a parameter or cookie that the rule looks for a token in.</summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/security/authn/policy_applier.go, convertToEnvoyJwtConfig.
    /// </remarks>
    public bool MayReadFrom(HttpRequest http) =>
        Field["fromParams"].Texts().Any(name => $"&{http.Query}".Contains($"&{name}=", StringComparison.Ordinal))
        || (
            Field["fromCookies"].Texts() is { Count: > 0 } cookies
            && http.Header("cookie") is var sent
            && (sent.Unknown is not null || cookies.Any(name => Has(sent.Value, name)))
        );

    private static bool Has(string? cookies, string name) =>
        cookies?.Split(';').Any(one => one.Trim().StartsWith($"{name}=", StringComparison.Ordinal)) == true;

    /// <summary>The token as policies see it: some claims are lists that are written as one text.</summary>
    /// <remarks>Source: buildSpaceDelimitedClaims in pilot/pkg/security/authn/policy_applier.go of istio/istio: scope, permission, and what
    /// spaceDelimitedClaims adds.</remarks>
    public Token Claims(Token token)
    {
        string[] split = ["scope", "permission", .. Field["spaceDelimitedClaims"].Texts()];
        return token with
        {
            Claims = token.Claims.ToDictionary(
                claim => claim.Key,
                claim =>
                    claim.Value is [var text] && split.Contains(claim.Key, StringComparer.Ordinal)
                        ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        : claim.Value,
                StringComparer.Ordinal
            ),
        };
    }

    public Cause Because(string detail) => Cause.From(Manifest, $"{Field.Path}: {detail}");
}
