namespace MeshStack.Analysis.Findings;

/// <summary>The rules that <see cref="AccessFindings"/> looks by. None of them is of use without the workloads of the mesh.</summary>
public static class AccessRules
{
    /// <summary>Every rule, ordinal by code. The severity is the usual one; a finding that may be meant weighs less.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        Rule(
            AccessFindingCodes.CallerUnknown,
            Severity.Warning,
            ["AuthorizationPolicy"],
            "The callers that a rule names are service accounts of known workloads.",
            "Nobody has the name, so the rule is for nobody; or somebody outside of these manifests has it and gets in unseen.",
            "Correct the service account, namespace or trust domain, or add the manifests of the workload."
        ),
        Rule(
            AccessFindingCodes.CallerWithoutMutualTls,
            Severity.Warning,
            ["AuthorizationPolicy"],
            "A rule names callers on ports that take mutual TLS alone.",
            "A caller in plaintext has no name: no ALLOW rule by name fits it, and no DENY rule by name stops it.",
            "Set mutual TLS of the workload to STRICT, or decide by something else than names."
        ),
        Rule(
            AccessFindingCodes.CallersBehindWaypoint,
            Severity.Warning,
            ["AuthorizationPolicy"],
            "A policy for pods behind a waypoint names the waypoint.",
            "The pods see the waypoint and not the callers: a policy that names these lets nobody in through it.",
            "Name the waypoint's service account to the pods, and the callers in a policy with targetRefs."
        ),
        Rule(
            AccessFindingCodes.ExposedToNobody,
            Severity.Warning,
            ["VirtualService"],
            "A host that a gateway exposes may be called by somebody.",
            "The host resolves and answers, and every request is refused.",
            "Allow a caller, or take the host from the gateway."
        ),
        Rule(
            AccessFindingCodes.HttpRuleAtZtunnel,
            Severity.Warning,
            ["AuthorizationPolicy"],
            "A rule for workloads in ambient mode asks for nothing of HTTP.",
            "ztunnel reads no HTTP: an ALLOW rule lets nobody in, and a DENY rule matches nothing, or more than it says.",
            "Give the policy targetRefs, so that a waypoint decides by it."
        ),
        Rule(
            AccessFindingCodes.IdentitiesMerged,
            Severity.Warning,
            ["AuthorizationPolicy"],
            "A name of a policy is the name of callers of one cluster.",
            "Clusters that share a trust domain, or take each other's as an alias, share the names of their service accounts: whoever "
                + "may create a workload in one of them is let in.",
            "Give the clusters trust domains of their own, or name only service accounts that are the same team's everywhere."
        ),
        Rule(
            AccessFindingCodes.ImportWithoutServer,
            Severity.Warning,
            ["ServiceEntry"],
            "A service that is imported through a gateway is exposed there.",
            "Calls arrive at the gateway, which has no server for the host and ends the connection.",
            "Add the host to a server of the gateway's Gateway object."
        ),
        Rule(
            AccessFindingCodes.PolicyNotForZtunnel,
            Severity.Warning,
            ["AuthorizationPolicy"],
            "A policy for workloads in ambient mode is ALLOW or DENY.",
            "ztunnel is sent no CUSTOM and no AUDIT policies, so that everybody gets past one.",
            "Give the policy targetRefs, so that a waypoint decides by it."
        ),
        Rule(
            AccessFindingCodes.PolicyWithoutProxy,
            Severity.Warning,
            ["AuthorizationPolicy"],
            "A policy is for workloads that have a proxy.",
            "Without a proxy nothing enforces the policy: everybody who reaches the pod is let in.",
            "Let the pods be injected, or remove the policy."
        ),
        Rule(
            AccessFindingCodes.RouteShadowed,
            Severity.Warning,
            ["VirtualService"],
            "A route takes requests that the routes before it leave.",
            "The route is never used.",
            "Put the narrower route first, or remove the one that is never used."
        ),
        Rule(
            AccessFindingCodes.RouteUnreached,
            Severity.Warning,
            ["VirtualService"],
            "A route is reached by somebody who may call its host.",
            "The route is never used: no known caller comes by it.",
            "Correct its hosts and gateways, or remove it."
        ),
        Rule(
            AccessFindingCodes.RoutedByAnotherNamespace,
            Severity.Warning,
            ["VirtualService"],
            "Calls are routed by objects of the caller's namespace, of the service's, or of the root namespace.",
            "Whoever may change the object can send the calls elsewhere, copy, change or end them, and no policy of the service sees it.",
            "Move the VirtualService to the service's namespace, keep it to its own with exportTo: [\".\"], or let a Sidecar of the "
                + "callers import the service's namespace alone."
        ),
        Rule(
            AccessFindingCodes.RuleCovered,
            Severity.Info,
            ["AuthorizationPolicy"],
            "A rule says something that no other rule of the same action says.",
            "Removing the rule would change nothing, and neither does narrowing it.",
            "Remove the rule, or narrow the one that covers it."
        ),
        Rule(
            AccessFindingCodes.RuleDenied,
            Severity.Warning,
            ["AuthorizationPolicy"],
            "What an ALLOW rule lets in is not denied by others.",
            "DENY is decided first, so the rule lets nobody in.",
            "Narrow the DENY policy, or remove the rule."
        ),
        Rule(
            AccessFindingCodes.RuleMatchesNothing,
            Severity.Warning,
            ["AuthorizationPolicy"],
            "A rule, and each of its sources and operations, matches some request.",
            "An ALLOW rule that matches nothing lets nobody in, and a DENY rule that matches nothing stops nobody.",
            "Correct what cannot match: the Service's port in place of the pod's, fields of HTTP on a TCP port, a token that nobody reads."
        ),
        Rule(
            AccessFindingCodes.RuleUnreached,
            Severity.Warning,
            ["AuthorizationPolicy"],
            "Those whom a rule is for reach the workload.",
            "The rule is never asked: their requests end before, at the step that the finding names.",
            "Correct the step, or remove the rule."
        ),
        Rule(
            AccessFindingCodes.SelectorSelectsNothing,
            Severity.Warning,
            ["AuthorizationPolicy", "DestinationRule", "EnvoyFilter", "Gateway", "PeerAuthentication", "RequestAuthentication", "Sidecar"],
            "A selector has the labels of a known workload.",
            "The object is for no workload, so a policy protects nothing and a Gateway listens nowhere.",
            "Correct the labels, or add the manifests of the workload."
        ),
        Rule(
            AccessFindingCodes.WaypointUnbound,
            Severity.Warning,
            ["Namespace", "Service"],
            "A label that asks for a waypoint binds something to it.",
            "Calls go past a waypoint that is missing, does not admit the namespace or is for other traffic, and no policy of it counts.",
            "Add the waypoint, let its listener admit the namespace, or remove the label."
        ),
    ];

    private static FindingRule Rule(string code, Severity severity, IReadOnlyList<string> kinds, string summary, string why, string fix) =>
        new(code, severity, RuleOrigin.MeshStack, kinds, summary, why, fix);
}
