namespace MeshStack.Manifests;

/// <summary>Rules on what an AuthorizationPolicy does.</summary>
internal static class AuthorizationActionRules
{
    public const string DryRunAnnotation = "istio.io/dry-run";

    private static readonly string[] IdentityKeys =
    [
        "principals",
        "notPrincipals",
        "requestPrincipals",
        "notRequestPrincipals",
        "namespaces",
        "notNamespaces",
        "serviceAccounts",
        "notServiceAccounts",
        "trustDomains",
        "notTrustDomains",
    ];

    private static readonly string[] TcpSourceKeys =
    [
        "principals",
        "notPrincipals",
        "namespaces",
        "notNamespaces",
        "serviceAccounts",
        "notServiceAccounts",
        "ipBlocks",
        "notIpBlocks",
        "remoteIpBlocks",
        "notRemoteIpBlocks",
    ];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "authorization-rules",
            Severity.Error,
            "AuthorizationPolicy",
            "DENY and CUSTOM have rules.",
            "A policy of this action without rules matches no request and would never apply.",
            "Add rules, or an empty rule {} to match every request.",
            Rules
        ),
        new(
            "authorization-provider",
            Severity.Error,
            "AuthorizationPolicy",
            "CUSTOM names a provider, and the other actions none.",
            "Without a provider there is nobody to ask, and with another action the provider would never be asked.",
            "Give provider.name with action CUSTOM, and remove it with any other action.",
            Provider
        ),
        new(
            "authorization-custom-identity",
            Severity.Error,
            "AuthorizationPolicy",
            "CUSTOM is decided before identities are known and matches none.",
            "The external authorizer is asked before callers and tokens are verified, so the identity would always be missing.",
            "Match ports, hosts, methods, paths or addresses, and leave identities to a second policy of ALLOW or DENY.",
            CustomIdentity
        ),
        new(
            "authorization-dry-run",
            Severity.Error,
            "AuthorizationPolicy",
            "A dry run is true or false, on ALLOW and DENY.",
            "istiod cannot tell whether to enforce the policy or only to log it.",
            "Write true or false, and only on policies of ALLOW or DENY.",
            DryRun
        ),
        new(
            "authorization-deny-tcp",
            Severity.Warning,
            "AuthorizationPolicy",
            "A DENY rule of HTTP fields only names the ports that it is meant for.",
            "On TCP ports the HTTP fields are left out of the rule, and what is left denies every connection there.",
            "Name the HTTP ports in to.operation.ports.",
            DenyTcp
        ),
    ];

    private static string ActionOf(Subject subject) => subject.Spec["action"].Text ?? "ALLOW";

    private static IEnumerable<Problem> Rules(Subject subject)
    {
        var action = ActionOf(subject);
        if (action is "DENY" or "CUSTOM" && !subject.Spec["rules"].HasContent)
        {
            yield return new(
                subject.Spec["rules"],
                $"The policy's action is {action}, but it has no rules and never applies; write rules: [{{}}] if it is meant for every "
                    + "request."
            );
        }
    }

    private static IEnumerable<Problem> Provider(Subject subject)
    {
        var action = ActionOf(subject);
        var provider = subject.Spec["provider"];
        if (action == "CUSTOM" && !provider["name"].HasContent)
        {
            yield return new(
                provider,
                "The policy's action is CUSTOM, but it names no provider; give provider.name, one of the mesh's extensionProviders."
            );
        }
        else if (action != "CUSTOM" && provider.Exists)
        {
            yield return new(provider, $"The policy's action is {action}, but it names a provider; only CUSTOM has one.");
        }
    }

    private static IEnumerable<Problem> CustomIdentity(Subject subject)
    {
        if (ActionOf(subject) != "CUSTOM")
        {
            return [];
        }

        var rules = subject.Spec["rules"].Items;
        var sources = rules
            .SelectMany(rule => rule["from"].Items)
            .SelectMany(from => IdentityKeys.Select(key => from["source"][key]))
            .Where(field => field.HasContent);
        var conditions = rules
            .SelectMany(rule => rule["when"].Items)
            .Select(when => when["key"])
            .Where(key =>
                key.Text is "source.namespace" or "source.principal" or "source.serviceAccount" or "source.trustDomain"
                || key.Text?.StartsWith("request.auth.", StringComparison.Ordinal) == true
            );
        return sources
            .Select(field => new Problem(
                field,
                $"{field.Name} is matched by a policy of action CUSTOM, which is decided before identities are known; match ports, "
                    + "hosts, methods, paths or IP addresses."
            ))
            .Concat(
                conditions.Select(key => new Problem(
                    key,
                    $"{key.Text} is matched by a policy of action CUSTOM, which is decided before identities are known."
                ))
            );
    }

    private static IEnumerable<Problem> DryRun(Subject subject)
    {
        var annotation = subject.Annotations[DryRunAnnotation];
        if (annotation.Text is not { } text)
        {
            yield break;
        }

        if (ActionOf(subject) is "CUSTOM" or "AUDIT")
        {
            yield return new(
                annotation,
                $"The annotation istio.io/dry-run is given for action {ActionOf(subject)}; only ALLOW and DENY have dry runs."
            );
        }
        else if (text is not ("1" or "t" or "T" or "TRUE" or "true" or "True" or "0" or "f" or "F" or "FALSE" or "false" or "False"))
        {
            yield return new(annotation, $"The annotation istio.io/dry-run is \"{text}\"; it is true or false.");
        }
    }

    private static IEnumerable<Problem> DenyTcp(Subject subject)
    {
        if (ActionOf(subject) != "DENY")
        {
            yield break;
        }

        foreach (var rule in subject.Spec["rules"].Items)
        {
            var sources = rule["from"].Items.Select(from => from["source"]).Where(source => source.Exists).ToArray();
            var operations = rule["to"].Items.Select(to => to["operation"]).Where(operation => operation.Exists).ToArray();
            var onlyHttpSources =
                sources.Length > 0 && operations.Length == 0 && !sources.Any(source => TcpSourceKeys.Any(key => source[key].HasContent));
            var onlyHttpOperations =
                operations.Length > 0 && !operations.Any(operation => operation["ports"].HasContent || operation["notPorts"].HasContent);
            if (onlyHttpSources || onlyHttpOperations)
            {
                yield return new(
                    rule,
                    "The DENY rule has HTTP fields only; on TCP ports they are left out, so everything there is denied. Give "
                        + "to.operation.ports."
                );
            }
        }
    }
}
