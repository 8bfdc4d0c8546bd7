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
        var all = SymbolicOutcome.Union([SymbolicOutcome.From(rest), SymbolicOutcome.From(undecided)]);
        return (SymbolicOutcome.From(rest).Requests.Possible.IsEmpty ? undecided : rest) with { Outcome = all };
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
        var passed = told.Narrowed(tokens.Accepted).Narrowed(allowed) with { Token = tokens.Place, SeesClaims = tokens.AreSeen };
        var decision = new AuthorizationDecision(true, "policies let requests through", because);
        if (passed.Requests.Possible.IsEmpty)
        {
            return context.Denied(AccessStep.Authorization, workload, "policies let no request through", because);
        }

        return onward(context with { Requests = passed with { Because = [.. symbolic.Because, .. because] } }, decision);
    }
}
