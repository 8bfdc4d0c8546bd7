namespace MeshStack.Definition.Intents;

/// <summary>Whether what one access grants is granted by another already.</summary>
internal static class GrantedRequests
{
    /// <summary>Whether every request of one access is one of another's, for callers that are the other's too.</summary>
    public static bool Covers(ClientAccessIntent other, ClientAccessIntent one) =>
        other.Each is var others && one.Each.All(caller => others.Any(by => CoversCaller(by, caller)));

    private static bool CoversCaller(ClientAccessIntent other, ClientAccessIntent one) =>
        other.Type == one.Type
        && other.Service.Service == one.Service.Service
        && other.ControlPlane?.Cluster.Name == one.ControlPlane?.Cluster.Name
        && other.Namespace == one.Namespace
        && (other.ServiceAccount is null || other.ServiceAccount == one.ServiceAccount)
        && (other.Headless ?? other.Service.Headless) == (one.Headless ?? one.Service.Headless)
        && (other.Cidrs.Count == 0 ? one.Type != ClientTypes.Kubernetes : one.Cidrs.Count > 0 && one.Cidrs.All(other.Cidrs.Contains))
        && (
            one.Access.Count > 0
                ? one.Access.All(rule => other.Access.Any(by => Covers(by, rule)))
                : !one.Service.ServedPorts.Any(port => port.IsHttp)
        );

    /// <summary>Whether every request of one rule is one of another's.</summary>
    public static bool Covers(AccessRule other, AccessRule one) =>
        other.Port == one.Port
        && (IsAny(other.Methods) || (one.Methods.Count > 0 && one.Methods.All(other.Methods.Contains)))
        && (IsAny(other.Paths) || (one.Paths.Count > 0 && one.Paths.All(path => other.Paths.Any(by => CoversPath(by, path)))));

    private static bool IsAny(IReadOnlyList<string> values) => values.Count == 0 || values.Contains("*");

    // Of templates only the same one is known to be covered.
    public static bool CoversPath(string other, string one) =>
        other == one
        || (
            !other.Contains('{', StringComparison.Ordinal)
            && other is [.. var prefix, '*']
            && one.Length > 0
            && one[0] == '/'
            && Literal(one).StartsWith(prefix, StringComparison.Ordinal)
        )
        || (
            !other.Contains('{', StringComparison.Ordinal)
            && other is ['*', .. var suffix]
            && one.Length > 0
            && one[^1] != '*'
            && !one.Contains('{', StringComparison.Ordinal)
            && one.EndsWith(suffix, StringComparison.Ordinal)
        );

    /// <summary>What every path of a pattern begins with.</summary>
    private static string Literal(string pattern) => pattern[..(pattern.IndexOfAny(['*', '{']) is var end and >= 0 ? end : pattern.Length)];
}
