using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Evaluation.Authorization;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Symbolic;

/// <summary>A proxy's RequestAuthentications and AuthorizationPolicies over all requests at once.</summary>
internal static class SymbolicPolicies
{
    public static Verdict Apply(
        RequestContext context,
        SymbolicRequest symbolic,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<RequestContext, AuthorizationDecision, Verdict> onward
    )
    {
        if (ProxyPolicies.Hiding(arrival, rules, hasToken: false) is { } all)
        {
            return context.Undecided(AccessStep.RequestAuthentication, workload, all);
        }

        return ProxyPolicies.Hiding(arrival, rules, symbolic.Token != TokenPlace.Gone) is { } hidden
            ? WithoutToken(context, symbolic, workload, rules, arrival, onward, hidden)
            : Decide(context, symbolic, workload, rules, arrival, onward);
    }

    // What is hidden reads tokens, and leaves requests without one alone.
    private static Verdict WithoutToken(
        RequestContext context,
        SymbolicRequest symbolic,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<RequestContext, AuthorizationDecision, Verdict> onward,
        Unreadable hidden
    )
    {
        var without = RequestSet.WithoutRequestPrincipal;
        var having = context with { Requests = symbolic.Narrowed(RequestBounds.From(without.Complement())) };
        var undecided = having.Undecided(AccessStep.RequestAuthentication, workload, hidden);
        var shown = rules with { Tokens = [.. rules.Tokens.Where(rule => rule.Unreadable is null)] };
        var rest = Decide(context, symbolic.Narrowed(RequestBounds.From(without)), workload, shown, arrival, onward);
        return Union([rest, undecided]);
    }

    private static Verdict Decide(
        RequestContext context,
        SymbolicRequest symbolic,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<RequestContext, AuthorizationDecision, Verdict> onward
    )
    {
        var tokens = arrival.Http is null ? SymbolicTokens.None(symbolic) : SymbolicTokens.From(rules.Tokens, symbolic);
        var told = arrival.Http is null ? symbolic : SymbolicTokens.Headers(rules.Tokens, tokens.AreSeen, symbolic);
        var (allowed, because) = SymbolicDecision.Of(rules.Policies, new SymbolicRules(arrival, told, tokens.AreSeen), told);
        var passed = told.Narrowed(tokens.Accepted).Narrowed(allowed) with { SeesClaims = tokens.AreSeen };
        var decision = new AuthorizationDecision(true, "policies let requests through", because);
        if (passed.Requests.Possible.IsEmpty)
        {
            return context.Denied(AccessStep.Authorization, workload, "policies let no request through", because);
        }

        Verdict[] parts =
        [
            .. tokens
                .Parts.Select(part => passed.Narrowed(RequestBounds.From(part.Requests)) with { Token = part.Place })
                .Where(part => !part.Requests.Possible.IsEmpty)
                .Select(part => onward(context with { Requests = part with { Because = [.. symbolic.Because, .. because] } }, decision)),
        ];
        return Union(parts);
    }

    private static Verdict Union(Verdict[] parts) =>
        parts is [var only]
            ? only
            : (Array.Find(parts, part => !SymbolicOutcome.From(part).Requests.Possible.IsEmpty) ?? parts[^1]) with
            {
                Outcome = SymbolicOutcome.Union([.. parts.Select(SymbolicOutcome.From)]),
            };
}
