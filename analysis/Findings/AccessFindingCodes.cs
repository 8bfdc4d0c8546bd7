namespace MeshStack.Analysis.Findings;

/// <summary>The names of what <see cref="AccessFindings"/> finds.</summary>
public static class AccessFindingCodes
{
    /// <summary>A selector selects no workload that the manifests know.</summary>
    public const string SelectorSelectsNothing = "selector-selects-nothing";

    /// <summary>A policy is for workloads without a sidecar alone, so that nothing enforces it.</summary>
    public const string PolicyWithoutProxy = "policy-without-proxy";

    /// <summary>A CUSTOM or AUDIT policy is for workloads in ambient mode, whose ztunnel is not sent it.</summary>
    public const string PolicyNotForZtunnel = "policy-not-for-ztunnel";

    /// <summary>A rule asks for HTTP at workloads in ambient mode, whose ztunnel reads none.</summary>
    public const string HttpRuleAtZtunnel = "http-rule-at-ztunnel";

    /// <summary>A policy names callers to pods that see a waypoint in their place.</summary>
    public const string CallersBehindWaypoint = "callers-behind-waypoint";

    /// <summary>A label asks for a waypoint that nothing is bound to by it.</summary>
    public const string WaypointUnbound = "waypoint-unbound";

    /// <summary>A rule of an AuthorizationPolicy, or a part of it, matches no request at all.</summary>
    public const string RuleMatchesNothing = "rule-matches-nothing";

    /// <summary>What an ALLOW rule lets in is denied by other policies.</summary>
    public const string RuleDenied = "rule-denied";

    /// <summary>What a rule matches is matched by another rule of the same action.</summary>
    public const string RuleCovered = "rule-covered";

    /// <summary>Those whom a rule is for exist, but no request of theirs gets as far as the workload.</summary>
    public const string RuleUnreached = "rule-unreached";

    /// <summary>A rule names a caller that no workload of the manifests is.</summary>
    public const string CallerUnknown = "caller-unknown";

    /// <summary>A rule tells callers apart on a port that takes plaintext, which has no caller's name.</summary>
    public const string CallerWithoutMutualTls = "caller-without-mtls";

    /// <summary>One name of a policy is the name of callers of several clusters.</summary>
    public const string IdentitiesMerged = "identities-merged";

    /// <summary>A route that the ones before it leave nothing.</summary>
    public const string RouteShadowed = "route-shadowed";

    /// <summary>A route or a VirtualService that no request of a known caller comes by.</summary>
    public const string RouteUnreached = "route-unreached";

    /// <summary>A VirtualService routes calls, and is of neither the callers' namespace nor the service's.</summary>
    public const string RoutedByAnotherNamespace = "routed-by-another-namespace";

    /// <summary>A gateway exposes a host that nobody may call through it.</summary>
    public const string ExposedToNobody = "exposed-to-nobody";

    /// <summary>An import leads to a gateway that does not expose the service.</summary>
    public const string ImportWithoutServer = "import-without-server";
}
