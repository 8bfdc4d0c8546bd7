namespace MeshStack.Analysis.Access;

/// <summary>One issuer of a RequestAuthentication.</summary>
internal sealed record JwtRule(Manifest Manifest, Field Field)
{
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

        return Field["fromHeaders"].Items.Any(header => string.Equals(header["name"].Text, token.Header ?? "authorization", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The token as policies see it: some claims are lists that are written as one text.</summary>
    /// <remarks>Source: buildSpaceDelimitedClaims in pilot/pkg/security/authn/policy_applier.go of istio/istio: scope, permission, and what spaceDelimitedClaims adds.</remarks>
    public Token Claims(Token token)
    {
        string[] split = ["scope", "permission", .. Field["spaceDelimitedClaims"].Texts()];
        return token with
        {
            Claims = token.Claims.ToDictionary(
                claim => claim.Key,
                claim => claim.Value is [var text] && split.Contains(claim.Key, StringComparer.Ordinal) ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : claim.Value,
                StringComparer.Ordinal),
        };
    }

    public Cause Because(string detail) => Cause.Of(Manifest, $"{Field.Path}: {detail}");
}
