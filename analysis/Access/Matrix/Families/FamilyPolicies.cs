namespace MeshStack.Analysis.Access;

/// <summary>A proxy's RequestAuthentications and AuthorizationPolicies over all requests at once.</summary>
internal static class FamilyPolicies
{
    public static Verdict Apply(
        Flight flight,
        RequestFamily family,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<Flight, AuthorizationDecision, Verdict> onward
    )
    {
        if (ProxyPolicies.Hiding(arrival, rules, hasToken: false) is { } all)
        {
            return flight.Undecided(AccessStep.RequestAuthentication, workload, all);
        }

        return ProxyPolicies.Hiding(arrival, rules, family.Token != TokenPlace.Gone) is { } hidden
            ? WithoutToken(flight, family, workload, rules, arrival, onward, hidden)
            : Decide(flight, family, workload, rules, arrival, onward);
    }

    // What is hidden reads tokens, and leaves requests without one alone.
    private static Verdict WithoutToken(
        Flight flight,
        RequestFamily family,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<Flight, AuthorizationDecision, Verdict> onward,
        Unreadable hidden
    )
    {
        var without = RequestSet.WithoutRequestPrincipal;
        var having = flight with { Family = family.Narrowed(RequestBounds.Of(without.Complement())) };
        var undecided = having.Undecided(AccessStep.RequestAuthentication, workload, hidden);
        var shown = rules with { Tokens = [.. rules.Tokens.Where(rule => rule.Unreadable is null)] };
        var rest = Decide(flight, family.Narrowed(RequestBounds.Of(without)), workload, shown, arrival, onward);
        var all = FamilyOutcome.Union([rest.Family!, undecided.Family!]);
        return (rest.Family!.Requests.Possible.IsEmpty ? undecided : rest) with { Family = all };
    }

    private static Verdict Decide(
        Flight flight,
        RequestFamily family,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<Flight, AuthorizationDecision, Verdict> onward
    )
    {
        var tokens = arrival.Http is null ? FamilyTokens.None(family) : FamilyTokens.Of(rules.Tokens, family);
        var told = arrival.Http is null ? family : TokenHeaders.Apply(rules.Tokens, tokens.AreSeen, family);
        var (allowed, because) = FamilyDecision.Of(rules.Policies, new FamilyRules(arrival, told, tokens.AreSeen), told);
        var passed = told.Narrowed(tokens.Accepted).Narrowed(allowed) with { Token = tokens.Place, SeesClaims = tokens.AreSeen };
        var decision = new AuthorizationDecision(true, "policies let requests through", because);
        if (passed.Requests.Possible.IsEmpty)
        {
            return flight.Denied(AccessStep.Authorization, workload, "policies let no request through", because);
        }

        return onward(flight with { Family = passed with { Because = [.. family.Because, .. because] } }, decision);
    }
}
