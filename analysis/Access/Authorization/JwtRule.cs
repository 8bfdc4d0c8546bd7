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

    public Cause Because(string detail) => Cause.Of(Manifest, $"{Field.Path}: {detail}");
}
