namespace MeshStack.Manifests;

/// <summary>Values of an AuthorizationPolicy that istiod takes, and that no request has.</summary>
internal static class AuthorizationSpellingRules
{
    private const string Kubernetes = "system:serviceaccount:";

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        Rule(
            "authorization-path-notation",
            "Paths are whole paths, PREFIX*, *SUFFIX or templates.",
            "Paths are compared as text, so that an expression or a query in one matches no request.",
            "Write the path as requests have it, with one '*' at an end, or {*} and {**} for segments.",
            Paths
        ),
        Rule(
            "authorization-method-case",
            "Methods are written in upper case.",
            "Methods are compared as they are written, and clients send them in upper case.",
            "Write GET for get.",
            Methods
        ),
        Rule(
            "authorization-principal-form",
            "A principal is TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT, or has a '*' at one end.",
            "Principals are compared as text with that of the caller's certificate, which has this form and no spiffe://.",
            "Write cluster.local/ns/NAMESPACE/sa/ACCOUNT with the mesh's trust domain.",
            Principals
        ),
        Rule(
            "authorization-source-spelling",
            "Namespaces and service accounts are names of Kubernetes.",
            "No namespace and no account has a name with blanks or capitals, so that the value matches nobody.",
            "Write the name as Kubernetes has it.",
            Names
        ),
        new(
            "authorization-allow-all",
            Severity.Info,
            "AuthorizationPolicy",
            "An ALLOW rule says whom or what it allows.",
            "An empty rule allows every request of everybody, and makes the other ALLOW policies of the workload meaningless.",
            "Name callers or requests, or keep it where the workload is meant to be open.",
            Everybody,
            RuleOrigin.MeshStack
        ),
    ];

    private static IstioRule Rule(string code, string summary, string why, string fix, Func<Subject, IEnumerable<Problem>> check) =>
        new(code, Severity.Warning, "AuthorizationPolicy", summary, why, fix, check, RuleOrigin.MeshStack);

    private static IEnumerable<Problem> Paths(Subject subject) =>
        from path in Values(Operations(subject), "paths", "notPaths")
        where TemplatedPath.WhyNot(path.Text!) is null
        from problem in PathNotation.Problems(path.Text!)
        select new Problem(path, $"\"{path.Text}\" {problem}.");

    private static IEnumerable<Problem> Methods(Subject subject) =>
        from method in Values(Operations(subject), "methods", "notMethods")
        let upper = method.Text!.ToUpperInvariant()
        where upper != method.Text && HttpMethods.Known.Contains(upper)
        select new Problem(method, $"\"{method.Text}\" matches no method, because case counts; write {upper}.");

    private static IEnumerable<Problem> Principals(Subject subject) =>
        from principal in Values(Sources(subject), "principals", "notPrincipals").Concat(Conditions(subject, "source.principal"))
        let reason = WhyNoPrincipal(principal.Text!)
        where reason is not null
        select new Problem(principal, $"\"{principal.Text}\" is the principal of nobody: {reason}.");

    private static string? WhyNoPrincipal(string text) =>
        text.Contains("://", StringComparison.Ordinal)
            ? $"principals have no scheme; write {text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..]}"
        : text.Any(char.IsWhiteSpace) ? "it has blanks"
        : text.StartsWith(Kubernetes, StringComparison.Ordinal)
            ? "this is Kubernetes' name of an account; write TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT"
        : text.TrimStart('/').StartsWith("ns/", StringComparison.Ordinal)
            ? $"it begins with the trust domain; write cluster.local/{text.TrimStart('/')}"
        : !text.Contains('/', StringComparison.Ordinal) && !text.Contains('*', StringComparison.Ordinal)
            ? "it is TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT"
        : null;

    private static IEnumerable<Problem> Names(Subject subject) =>
        from name in Values(Sources(subject), "namespaces", "notNamespaces", "serviceAccounts", "notServiceAccounts")
            .Concat(Conditions(subject, "source.namespace"))
            .Concat(Conditions(subject, "source.serviceAccount"))
        where name.Text!.Any(c => char.IsWhiteSpace(c) || char.IsUpper(c))
        select new Problem(name, $"\"{name.Text}\" is no name that Kubernetes takes: it has blanks or capitals.");

    private static IEnumerable<Problem> Everybody(Subject subject) =>
        from rule in (subject.Spec["action"].Text ?? "ALLOW") == "ALLOW" ? subject.Spec["rules"].Items : []
        where rule.Value is IReadOnlyDictionary<string, object?> { Count: 0 }
        select new Problem(rule, "The rule is empty and allows everything to everybody.");

    private static IEnumerable<Field> Sources(Subject subject) =>
        subject.Spec["rules"].Items.SelectMany(rule => rule["from"].Items).Select(from => from["source"]);

    private static IEnumerable<Field> Operations(Subject subject) =>
        subject.Spec["rules"].Items.SelectMany(rule => rule["to"].Items).Select(to => to["operation"]);

    private static IEnumerable<Field> Conditions(Subject subject, string key) =>
        from condition in subject.Spec["rules"].Items.SelectMany(rule => rule["when"].Items)
        where condition["key"].Text == key
        from value in Values([condition], "values", "notValues")
        select value;

    // What is empty is refused by istiod itself.
    private static IEnumerable<Field> Values(IEnumerable<Field> owners, params string[] keys) =>
        from owner in owners
        from key in keys
        from value in owner[key].Items
        where value.Text is { Length: > 0 } text && !Placeholder.IsIn(text)
        select value;
}
