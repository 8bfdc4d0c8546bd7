namespace MeshStack.Manifests;

/// <summary>Rules on the sources of an AuthorizationPolicy.</summary>
internal static class AuthorizationSourceRules
{
    private static readonly string[] AddressKeys = ["ipBlocks", "notIpBlocks", "remoteIpBlocks", "notRemoteIpBlocks"];
    private static readonly string[] AccountKeys = ["serviceAccounts", "notServiceAccounts"];
    private static readonly string[] TrustDomainKeys = ["trustDomains", "notTrustDomains"];
    private static readonly string[] IdentityKeys = ["principals", "notPrincipals", "namespaces", "notNamespaces"];

    private static readonly string[] Keys =
    [
        .. IdentityKeys,
        .. AccountKeys,
        .. TrustDomainKeys,
        "requestPrincipals",
        "notRequestPrincipals",
        .. AddressKeys,
    ];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "authorization-source",
            Severity.Error,
            "AuthorizationPolicy",
            "from lists sources, each with a condition, and no value is empty.",
            "A source without conditions, or with an empty value, says nothing about the caller that it matches.",
            "Give a principal, namespace, account, trust domain or address, or leave from out to match any caller.",
            Source
        ),
        new(
            "authorization-from-empty",
            Severity.Warning,
            "AuthorizationPolicy",
            "from is no empty list.",
            "An empty list is the same as none, so the rule matches any caller.",
            "List the sources that are meant, or remove from.",
            Empty,
            RuleOrigin.MeshStack
        ),
        new(
            "authorization-source-address",
            Severity.Error,
            "AuthorizationPolicy",
            "IP blocks are IP addresses or CIDR blocks.",
            "Envoy compares addresses, and no connection comes from a text that is none.",
            "Write an IP address or a CIDR block.",
            Address
        ),
        new(
            "authorization-source-account",
            Severity.Error,
            "AuthorizationPolicy",
            "Service accounts are given without principals and namespaces.",
            "An account is already matched within its namespace, so both together contradict or repeat each other.",
            "Keep the service accounts, or the principals and namespaces.",
            Account
        ),
        new(
            "authorization-source-account-name",
            Severity.Error,
            "AuthorizationPolicy",
            "A service account is name or namespace/name without wildcards; a source lists at most 16 of them.",
            "Service accounts are compared exactly, so a wildcard or a malformed name would match nobody.",
            "Write name or namespace/name, and use principals where a wildcard is meant.",
            AccountName
        ),
        new(
            "authorization-source-trust-domain",
            Severity.Error,
            "AuthorizationPolicy",
            "A trust domain has no '/', and at most one '*', at its start or end.",
            "A trust domain is one part of an identity, so a value with a path or an inner wildcard matches none.",
            "Write the domain, with at most one wildcard at its start or end.",
            TrustDomain
        ),
    ];

    private static IEnumerable<Field> Sources(Subject subject) =>
        subject.Spec["rules"].Items.SelectMany(rule => rule["from"].Items).Select(from => from["source"]);

    private static IEnumerable<Problem> Empty(Subject subject) =>
        from list in subject.Spec["rules"].Items.Select(rule => rule["from"])
        where list.Value is IReadOnlyList<object?> { Count: 0 }
        select new Problem(list, "from is an empty list, which matches any caller; give sources, or leave it out if that is meant.");

    private static IEnumerable<Problem> Source(Subject subject)
    {
        foreach (var source in Sources(subject))
        {
            if (!Keys.Any(key => source[key].HasContent))
            {
                yield return new(source, $"The source is empty; give at least one of {string.Join(", ", Keys)}.");
            }

            foreach (var value in Keys.SelectMany(key => source[key].Items).Where(value => value.Text is ""))
            {
                yield return new(value, "The value is empty; write '*' to match every value that is given.");
            }
        }
    }

    private static IEnumerable<Problem> Address(Subject subject) =>
        from source in Sources(subject)
        from value in AddressKeys.SelectMany(key => source[key].Items)
        where value.Text is { Length: > 0 } text && !IpAddress.IsAddressOrBlock(text)
        select new Problem(value, $"\"{value.Text}\" is neither an IP address nor a CIDR block.");

    private static IEnumerable<Problem> Account(Subject subject) =>
        from source in Sources(subject)
        where AccountKeys.Any(key => source[key].HasContent) && IdentityKeys.Any(key => source[key].HasContent)
        select new Problem(
            source,
            $"The source has service accounts beside {string.Join(", ", IdentityKeys.Where(key => source[key].HasContent))}; give either."
        );

    private static IEnumerable<Problem> AccountName(Subject subject) =>
        Sources(subject).SelectMany(source => AccountKeys.SelectMany(key => AccountNames.Check(source[key])));

    private static IEnumerable<Problem> TrustDomain(Subject subject) =>
        from source in Sources(subject)
        from value in TrustDomainKeys.SelectMany(key => source[key].Items)
        where value.Text is { Length: > 0 } text && !Placeholder.IsIn(text)
        let reason = value.Text!.Contains('/', StringComparison.Ordinal) ? "it has a '/'" : EdgeWildcard.WhyNot(value.Text!)
        where reason is not null
        select new Problem(value, $"\"{value.Text}\" is no trust domain: {reason}.");
}
