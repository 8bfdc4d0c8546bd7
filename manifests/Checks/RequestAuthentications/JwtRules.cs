namespace MeshStack.Manifests;

/// <summary>Rules on how a RequestAuthentication finds and verifies tokens.</summary>
internal static class JwtRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "jwt-issuer",
            Severity.Error,
            "RequestAuthentication",
            "A JWT rule has an issuer or a jwksUri.",
            "Without an issuer or an address of keys it is unknown whose tokens are verified, and how.",
            "Give the issuer that the tokens name, or jwksUri.",
            Issuer
        ),
        new(
            "jwt-keys-address",
            Severity.Error,
            "RequestAuthentication",
            "A jwksUri is a URL of http or https.",
            "istiod fetches keys over HTTP only, so it would never have one.",
            "Write a URL that starts with https:// or http://.",
            KeysAddress
        ),
        new(
            "jwt-keys",
            Severity.Error,
            "RequestAuthentication",
            "jwks is a JSON Web Key Set.",
            "Proxies could verify no token with a key that cannot be read, and would refuse every request that has one.",
            "Write the key set as JSON, with kty and the parts of each key.",
            Keys
        ),
        new(
            "jwt-private-key",
            Severity.Warning,
            "RequestAuthentication",
            "jwks holds public keys only.",
            "Whoever can read the object can sign tokens with the key.",
            "Give the public key, and replace the key that has been shown.",
            PrivateKey
        ),
        new(
            "jwt-empty-value",
            Severity.Error,
            "RequestAuthentication",
            "Audiences, and the headers, parameters and cookies that hold a token, have names.",
            "No token can be found under an empty name, or be meant for an audience without one.",
            "Give the name, or remove the entry.",
            EmptyValue
        ),
        new(
            "jwt-claim-header",
            Severity.Error,
            "RequestAuthentication",
            "A claim that becomes a header has both names, the header's of letters, digits, '-' and '_'.",
            "Without both names nothing is copied, and a header of other characters could be forged by its look-alikes.",
            "Give claim and header, the header of letters, digits, '-' and '_'.",
            ClaimHeader
        ),
    ];

    private static IEnumerable<Field> Of(Subject subject) => subject.Spec["jwtRules"].Items.Where(rule => rule.Exists);

    private static Field AddressOf(Field rule) => rule["jwksUri"].Exists ? rule["jwksUri"] : rule["jwks_uri"];

    private static IEnumerable<Problem> Issuer(Subject subject) =>
        from rule in Of(subject)
        where !rule["issuer"].HasContent && !AddressOf(rule).HasContent
        select new Problem(rule, "The JWT rule has no issuer and no jwksUri; give the issuer, as the token's iss names it.");

    private static IEnumerable<Problem> KeysAddress(Subject subject) =>
        from rule in Of(subject)
        let address = AddressOf(rule)
        where address.Text is { Length: > 0 } text && !Placeholder.IsIn(text) && RequestUrl.Scheme(text) is not ("http" or "https")
        select new Problem(address, $"\"{address.Text}\" is no address of keys; it is a URL of http or https.");

    private static IEnumerable<Problem> Keys(Subject subject) =>
        from rule in Of(subject)
        where rule["jwks"].Text is { Length: > 0 } text && !Placeholder.IsIn(text)
        let reason = KeySet.WhyNot(rule["jwks"].Text!)
        where reason is not null
        select new Problem(rule["jwks"], $"jwks is no JSON Web Key Set: {reason}.");

    private static IEnumerable<Problem> PrivateKey(Subject subject) =>
        from rule in Of(subject)
        where rule["jwks"].Text is { Length: > 0 }
        from index in KeySet.PrivateKeys(rule["jwks"].Text!)
        select new Problem(
            rule["jwks"],
            $"The key {index} of jwks is private, and readable by everyone who can read the object; give the public key, which is all that "
                + "is needed."
        );

    private static IEnumerable<Problem> EmptyValue(Subject subject) =>
        from rule in Of(subject)
        from field in new[] { "audiences", "fromParams", "fromCookies" }
            .SelectMany(key => rule[key].Items)
            .Concat(rule["fromHeaders"].Items.Select(header => header["name"]))
        where !field.HasContent
        select new Problem(field, "The name is empty; give it, or leave the entry out.");

    private static IEnumerable<Problem> ClaimHeader(Subject subject)
    {
        foreach (var entry in Of(subject).SelectMany(rule => rule["outputClaimToHeaders"].Items))
        {
            if (!entry["claim"].HasContent || !entry["header"].HasContent)
            {
                yield return new(entry, "The claim or the header has no name; give both.");
            }
            else if (entry["header"].Text is { } header && !HeaderName.IsPlain(header) && !Placeholder.IsIn(header))
            {
                yield return new(entry["header"], $"\"{header}\" is no header for a claim; it is letters, digits, '-' and '_'.");
            }
        }
    }
}
