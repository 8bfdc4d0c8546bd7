using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Authorization;

/// <summary>What a proxy's RequestAuthentications make of a request's token.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/security/request_authentication/ and Envoy's jwt_authn filter with
/// allow_missing.</remarks>
/// <param name="IsRejected">True where the request is answered with 401 or 403.</param>
/// <param name="Claims">The token whose claims policies see, or would see if it were not rejected; null without one.</param>
/// <param name="Forwarded">The token that the next proxy gets.</param>
/// <param name="Reason">What was found.</param>
/// <param name="Because">The objects that decide.</param>
internal sealed record TokenCheck(bool IsRejected, Token? Claims, Token? Forwarded, string Reason, IReadOnlyList<Cause> Because)
{
    /// <summary>The rule that accepted the token; null without one.</summary>
    public JwtRule? Rule { get; private init; }

    public static TokenCheck From(IReadOnlyList<JwtRule> rules, Token? token)
    {
        if (token is null)
        {
            return new(false, null, null, "the request has no token, which no RequestAuthentication asks for", []);
        }

        JwtRule[] reading = [.. rules.Where(rule => rule.Reads(token))];
        if (reading.Length == 0)
        {
            return new(false, null, token, "no RequestAuthentication reads the token", []);
        }

        JwtRule[] issued = [.. reading.Where(rule => rule.Issuer == token.Issuer)];
        if (issued.Length == 0)
        {
            return Rejected(
                $"no rule has the token's issuer {token.Issuer}",
                [.. reading.Select(rule => rule.Because($"issuer is {rule.Issuer}"))],
                token
            );
        }

        if (!token.IsValid)
        {
            return Rejected(
                "the token is not valid",
                [.. issued.Select(rule => rule.Because("it asks for a valid token"))],
                issued[0].Claims(token)
            );
        }

        var accepting = issued.FirstOrDefault(rule =>
            rule.Audiences.Count == 0 || rule.Audiences.Intersect(token.Audiences, StringComparer.Ordinal).Any()
        );
        return accepting is null
            ? Rejected(
                "the token is for another audience",
                [.. issued.Select(rule => rule.Because($"audiences are {string.Join(", ", rule.Audiences)}"))],
                issued[0].Claims(token)
            )
            : new(
                false,
                accepting.Claims(token),
                accepting.ForwardsToken ? token : null,
                $"the token of {token.Issuer} is valid",
                [accepting.Because($"issuer is {accepting.Issuer}")]
            )
            {
                Rule = accepting,
            };
    }

    private static TokenCheck Rejected(string reason, IReadOnlyList<Cause> because, Token meant) => new(true, meant, null, reason, because);
}
