using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Findings;

/// <summary>Rules that tell callers apart on a port that takes plaintext: whoever leaves mTLS out has no name, and gets around
/// them.</summary>
internal static class PlaintextRules
{
    public static IEnumerable<Finding> Of(PolicyPorts subject, GovernedControlPlane controlPlane)
    {
        foreach (var rule in subject.Policy.Rules)
        {
            var around = subject
                .Ports.Where(port => !port.Workload.IsGateway && port.Mode == MutualTlsMode.Permissive)
                .Select(port => (Port: port, Request: Around(subject.Action, controlPlane, rule, port)?.Witness()))
                .FirstOrDefault(way => way.Request is not null);
            if (around.Request is { } request)
            {
                yield return subject.Finding(
                    Severity.Warning,
                    AccessFindingCodes.CallerWithoutMutualTls,
                    $"spec.rules[{rule.Index}]",
                    string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"Anyone gets around the rule without mTLS: port {around.Port.Port} of {around.Port.Workload.Name} takes "
                            + $"plaintext (PERMISSIVE), which names nobody, and {request} gets through. A PeerAuthentication of mode "
                            + $"STRICT closes it."
                    )
                );
            }
        }
    }

    // The requests that get through without a name, although the rule keeps some caller with a name from them.
    private static RequestSet? Around(AuthorizationAction action, GovernedControlPlane controlPlane, AuthorizationRule rule, PortRules port)
    {
        var match = port.AtLeast(rule, action);
        if (
            match.IsEmpty
            || match.Callers is not { IsEmpty: false }
            || action is not (AuthorizationAction.Allow or AuthorizationAction.Deny)
        )
        {
            return null;
        }

        var open = action == AuthorizationAction.Allow ? match.Of(null) : port.AtLeast(WithoutNames(rule), action).Except(match).Of(null);
        return open.IsEmpty ? null : open.Intersect(InPlaintext(controlPlane, port));
    }

    private static RequestSet InPlaintext(GovernedControlPlane controlPlane, PortRules port)
    {
        var policies = controlPlane
            .ControlPlane.Policies.Of(port.Workload)
            .Policies.Where(policy => !policy.IsDryRun)
            .ToLookup(policy => policy.Action);
        if (policies[AuthorizationAction.Custom].Any() || policies[AuthorizationAction.Unknown].Any())
        {
            return RequestSet.Nothing;
        }

        RequestSet Of(AuthorizationAction action, Func<AuthorizationRule, AuthorizationAction, RequestSet> match) =>
            RequestSet.Union(policies[action].SelectMany(policy => policy.Rules).Select(rule => match(rule, action)));
        var allowed = policies[AuthorizationAction.Allow].Any() ? Of(AuthorizationAction.Allow, port.AtLeast) : RequestSet.Everything;
        return allowed.Except(Of(AuthorizationAction.Deny, port.AtMost)).Of(null);
    }

    private static AuthorizationRule WithoutNames(AuthorizationRule rule) =>
        rule with
        {
            Sources = [.. rule.Sources.Select(source => Kept(source))],
            Conditions = Kept(rule.Conditions),
        };

    private static AttributeTest[] Kept(IReadOnlyList<AttributeTest> tests) => [.. tests.Where(test => !test.IsOfPeer)];
}
