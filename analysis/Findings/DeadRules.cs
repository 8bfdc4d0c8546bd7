using System.Globalization;
using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Findings;

/// <summary>Rules of AuthorizationPolicies, and their sources and operations, that match no request on any port of any workload.</summary>
internal static class DeadRules
{
    public static IEnumerable<Finding> Of(PolicyPorts subject)
    {
        foreach (var rule in subject.Policy.Rules)
        {
            var path = $"spec.rules[{rule.Index}]";
            if (!subject.Matches(rule))
            {
                yield return subject.Finding(
                    Severity.Warning,
                    AccessFindingCodes.RuleMatchesNothing,
                    path,
                    $"No request matches the rule: {Why(subject, rule)}."
                );
                continue;
            }

            foreach (var (part, name) in Parts(rule).Where(part => !subject.Matches(part.Rule)))
            {
                yield return subject.Finding(
                    Severity.Warning,
                    AccessFindingCodes.RuleMatchesNothing,
                    $"{path}.{name}",
                    $"No request matches this part of the rule: {Why(subject, part)}."
                );
            }
        }
    }

    // Of several sources or operations each one counts for itself.
    private static IEnumerable<(AuthorizationRule Rule, string Name)> Parts(AuthorizationRule rule) =>
        (rule.Sources.Count < 2 ? [] : rule.Sources.Select((source, index) => (rule with { Sources = [source] }, $"from[{index}]"))).Concat(
            rule.Operations.Count < 2
                ? []
                : rule.Operations.Select((operation, index) => (rule with { Operations = [operation] }, $"to[{index}]"))
        );

    private static string Why(PolicyPorts subject, AuthorizationRule rule)
    {
        AttributeTest[] asked = [.. rule.Sources.Concat(rule.Operations).SelectMany(tests => tests).Concat(rule.Conditions)];
        AttributeTest[] named = [.. asked.Where(test => test.Values.Count > 0)];
        if (
            subject.Action == AuthorizationAction.Allow
            && asked.SelectMany(test => test.Values.Concat(test.NotValues).Where(test.IsInvalid)).FirstOrDefault() is { } invalid
        )
        {
            return $"istiod leaves out an ALLOW rule with a value that is none, \"{invalid}\"";
        }

        if (named.Any(test => test.IsOfToken) && !subject.Ports.Any(port => port.AreTokensRead))
        {
            return $"it asks for a token, and no RequestAuthentication is for {subject.Workloads()}";
        }

        if (subject.Action == AuthorizationAction.Allow && asked.Any(test => test.IsHttpOnly) && !subject.Ports.Any(port => port.IsHttp))
        {
            return $"it asks for parts of HTTP requests, and {PortsOf(subject)} of {subject.Workloads()} "
                + $"{(subject.Ports.Count == 1 ? "is" : "are")} not HTTP";
        }

        if (named.Any(test => test.IsOfPeer) && subject.Ports.All(port => port.Mode == MutualTlsMode.Disable))
        {
            return $"it asks who calls, and {subject.Workloads()} takes no mTLS (PeerAuthentication says DISABLE), without which nobody "
                + "has a name";
        }

        return
            named.Where(test => test.Attribute == RequestAttribute.Port).SelectMany(test => test.Values).ToArray() is { Length: > 0 } ports
            && !subject.Ports.Any(port => ports.Contains(port.Port.ToString(CultureInfo.InvariantCulture)))
            ? $"it asks for port {string.Join(", ", ports)}, and {subject.Workloads()} serves {PortsOf(subject)} (a policy means the "
                + "ports of the pod, not those of the Service)"
            : "what it asks for excludes each other";
    }

    private static string PortsOf(PolicyPorts subject)
    {
        var ports = subject.Ports.Select(port => port.Port).Distinct().Order();
        return $"port {string.Join(", ", ports.Select(port => port.ToString(CultureInfo.InvariantCulture)))}";
    }
}
