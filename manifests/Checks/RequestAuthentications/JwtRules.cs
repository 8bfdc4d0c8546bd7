namespace MeshStack.Manifests;

/// <summary>Rules on how a RequestAuthentication finds and verifies tokens.</summary>
internal static class JwtRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new("jwt-issuer", Severity.Error, "RequestAuthentication", "A JWT rule has an issuer or a jwksUri.", Issuer),
        new("jwt-keys-address", Severity.Error, "RequestAuthentication", "A jwksUri is a URL of http or https.", KeysAddress),
        new("jwt-keys", Severity.Error, "RequestAuthentication", "jwks is a JSON Web Key Set.", Keys),
        new("jwt-private-key", Severity.Warning, "RequestAuthentication", "jwks holds public keys only.", PrivateKey),
        new(
            "jwt-empty-value",
            Severity.Error,
            "RequestAuthentication",
            "Audiences, and the headers, parameters and cookies that hold a token, have names.",
            EmptyValue
        ),
        new(
            "jwt-claim-header",
            Severity.Error,
            "RequestAuthentication",
            "A claim that becomes a header has both names, the header's of letters, digits, '-' and '_'.",
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
            else if (!HeaderName.IsPlain(entry["header"].Text!) && !Placeholder.IsIn(entry["header"].Text!))
            {
                yield return new(
                    entry["header"],
                    $"\"{entry["header"].Text}\" is no header for a claim; it is letters, digits, '-' and '_'."
                );
            }
        }
    }
}
