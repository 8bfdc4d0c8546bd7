namespace MeshStack.Analysis.Access;

/// <summary>A proxy's RequestAuthentications and AuthorizationPolicies over all requests at once.</summary>
internal static class FamilyPolicies
{
    public static Verdict Apply(Flight flight, RequestFamily family, Workload workload, WorkloadRules rules, Arrival arrival, Func<Flight, AuthorizationDecision, Verdict> onward)
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
