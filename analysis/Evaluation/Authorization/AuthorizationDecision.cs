using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Authorization;

/// <summary>What a workload's AuthorizationPolicies decide about one request: CUSTOM, then DENY, then ALLOW.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/.</remarks>
/// <param name="IsAllowed">Null where it is not decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="Because">The policies that decide.</param>
internal sealed record AuthorizationDecision(bool? IsAllowed, string Reason, IReadOnlyList<Cause> Because)
{
    /// <summary>The ALLOW policies none of whose rules matches, where that decides.</summary>
    public IReadOnlyList<AuthorizationPolicyConfig> Unmatched { get; private init; } = [];

    public static AuthorizationDecision From(IReadOnlyList<AuthorizationPolicyConfig> policies, Arrival arrival)
    {
        var all = policies.Where(policy => !policy.IsDryRun).ToArray();
        var hidden = Array.Find(all, policy => policy.Unreadable is not null)?.Unreadable;
        var enforced = hidden is null ? all : [.. all.Where(policy => policy.Unreadable is null)];
        var custom = Custom(enforced.Where(policy => policy.Action == AuthorizationAction.Custom), arrival);
        var deny = Deny(enforced.Where(policy => policy.Action == AuthorizationAction.Deny), arrival);
        var allow = Allow([.. enforced.Where(policy => policy.Action == AuthorizationAction.Allow)], arrival);
        var unknown = enforced.FirstOrDefault(policy => policy.Action == AuthorizationAction.Unknown);

        // Whatever an authorizer would say, a request that the others refuse stays refused.
        if (deny?.IsAllowed == false)
        {
            return deny;
        }

        // Any of what is hidden may allow it or deny it.
        if (hidden is not null)
        {
            return new(null, hidden.Reason, [hidden.Because]);
        }

        if (allow.IsAllowed == false)
        {
            return allow;
        }

        return custom
            ?? deny
            ?? (
                unknown is null
                    ? allow
                    : new(null, $"the action of {unknown.Manifest.Reference} is not known", [unknown.Because("its action is not known")])
            );
    }

    /// <summary>Every ALLOW rule that lets a request through, or may do so.</summary>
    public static IReadOnlyList<Cause> Letting(IReadOnlyList<AuthorizationPolicyConfig> policies, Arrival arrival) =>
        [
            .. from match in Matches(policies.Where(policy => policy is { IsDryRun: false, Action: AuthorizationAction.Allow }), arrival)
            where !match.Match.IsNo
            select match.Policy.Because($"rules[{match.Rule}] matches"),
        ];

    /// <summary>What refuses a request besides a decision to refuse it, or may refuse it, in their order.</summary>
    public static IEnumerable<AuthorizationDecision> Besides(
        AuthorizationDecision decision,
        IReadOnlyList<AuthorizationPolicyConfig> policies,
        Arrival arrival
    )
    {
        AuthorizationPolicyConfig[] enforced = [.. policies.Where(policy => !policy.IsDryRun && policy.Unreadable is null)];
        AuthorizationDecision?[] all =
        [
            Custom(enforced.Where(policy => policy.Action == AuthorizationAction.Custom), arrival),
            .. enforced.Where(policy => policy.Action == AuthorizationAction.Deny).Select(policy => Deny([policy], arrival)),
            policies.FirstOrDefault(policy => policy is { IsDryRun: false, Unreadable: not null })?.Unreadable is { } hidden
                ? new(null, hidden.Reason, [hidden.Because])
                : null,
            Allow([.. enforced.Where(policy => policy.Action == AuthorizationAction.Allow)], arrival),
        ];
        return all.OfType<AuthorizationDecision>()
            .Where(one => one.IsAllowed != true && !(one.IsAllowed == false && one.Because.SequenceEqual(decision.Because)));
    }

    private static AuthorizationDecision? Custom(IEnumerable<AuthorizationPolicyConfig> policies, Arrival arrival)
    {
        foreach (var (policy, rule, match) in Matches(policies, arrival))
        {
            if (!match.IsNo)
            {
                return new(
                    null,
                    match.Why ?? policy.Note ?? $"the external authorizer {policy.Provider} decides",
                    [policy.Because($"rules[{rule}] hands the request to {policy.Provider}")]
                );
            }
        }

        return null;
    }

    private static AuthorizationDecision? Deny(IEnumerable<AuthorizationPolicyConfig> policies, Arrival arrival)
    {
        AuthorizationDecision? undecided = null;
        foreach (var (policy, rule, match) in Matches(policies, arrival))
        {
            if (match.IsYes)
            {
                return new(false, policy.Note ?? $"{policy.Manifest.Reference} denies it", [policy.Because($"rules[{rule}] matches")]);
            }

            undecided ??= match.IsNo ? null : new(null, match.Why!, [policy.Because($"rules[{rule}] may match")]);
        }

        return undecided;
    }

    private static AuthorizationDecision Allow(AuthorizationPolicyConfig[] policies, Arrival arrival)
    {
        if (policies.Length == 0)
        {
            return new(true, "no ALLOW policy asks for anything", []);
        }

        AuthorizationDecision? undecided = null;
        foreach (var (policy, rule, match) in Matches(policies, arrival))
        {
            if (match.IsYes)
            {
                return new(true, $"{policy.Manifest.Reference} allows it", [policy.Because($"rules[{rule}] matches")]);
            }

            undecided ??= match.IsNo ? null : new(null, match.Why!, [policy.Because($"rules[{rule}] may match")]);
        }

        return undecided
            ?? new(
                false,
                "no ALLOW policy matches",
                [.. policies.Select(policy => policy.Because(policy.Rules.Count == 0 ? "it has no rules" : "none of its rules matches"))]
            )
            {
                Unmatched = policies,
            };
    }

    private static IEnumerable<(AuthorizationPolicyConfig Policy, int Rule, Certainty Match)> Matches(
        IEnumerable<AuthorizationPolicyConfig> policies,
        Arrival arrival
    ) =>
        from policy in policies
        from rule in policy.RulesOn(arrival.Http is null)
        let enforced = rule.On(arrival.Http is null, policy.Action == AuthorizationAction.Allow)
        where enforced is not null
        select (policy, rule.Index, enforced.Matches(arrival));
}
