using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Findings;

/// <summary>Rules that change nothing: all that they match is denied, or matched by another rule of the same action.</summary>
internal static class ShadowedRules
{
    public static IEnumerable<Finding> Of(GovernedControlPlane controlPlane, IReadOnlyList<PolicyPorts> policies)
    {
        RuleOnPorts[] rules = [.. policies.SelectMany(policy => policy.Policy.Rules.Select(rule => new RuleOnPorts(policy, rule)))];
        var byPort = rules
            .SelectMany(rule => rule.Policy.Ports.Select(port => (Key: (port.Workload, port.Port), Rule: rule, Rules: port)))
            .ToLookup(entry => entry.Key);
        foreach (var on in byPort)
        {
            Judge([.. on.Select(entry => (entry.Rule, entry.Rules))]);
        }

        return rules.Select(rule => rule.Finding(controlPlane.ControlPlane.Mesh.RootNamespace)).OfType<Finding>();
    }

    private static void Judge((RuleOnPorts Rule, PortRules Port)[] rules)
    {
        var denied = RequestSet.Union(
            rules
                .Where(one => one.Rule.Action == AuthorizationAction.Deny)
                .Select(one => one.Port.AtLeast(one.Rule.Rule, AuthorizationAction.Deny))
        );
        foreach (var alike in rules.GroupBy(one => one.Rule.Action))
        {
            (RuleOnPorts Rule, RequestSet Most, RequestSet Least)[] sets =
            [
                .. alike.Select(one => (one.Rule, one.Port.AtMost(one.Rule.Rule, alike.Key), one.Port.AtLeast(one.Rule.Rule, alike.Key))),
            ];
            var others = Others([.. sets.Select(one => one.Least)]);
            for (var index = 0; index < sets.Length; index++)
            {
                var (rule, most, _) = sets[index];
                if (most.IsEmpty)
                {
                    continue;
                }

                rule.IsDenied &= alike.Key == AuthorizationAction.Allow && most.IsSubsetOf(denied);
                rule.CoveredBy(
                    most.IsSubsetOf(others[index])
                        ? sets.Where(
                                (one, other) =>
                                    other != index
                                    && most.IsSubsetOf(one.Least)
                                    && (other < index || !one.Most.IsSubsetOf(sets[index].Least))
                            )
                            .Select(one => one.Rule)
                        : []
                );
            }
        }
    }

    // For each set the union of all the others, in a number of steps that grows with their number alone.
    private static RequestSet[] Others(RequestSet[] sets)
    {
        var result = new RequestSet[sets.Length];
        var before = RequestSet.Nothing;
        for (var index = 0; index < sets.Length; index++)
        {
            (result[index], before) = (before, before.Union(sets[index]));
        }

        var after = RequestSet.Nothing;
        for (var index = sets.Length - 1; index >= 0; index--)
        {
            (result[index], after) = (result[index].Union(after), after.Union(sets[index]));
        }

        return result;
    }
}
