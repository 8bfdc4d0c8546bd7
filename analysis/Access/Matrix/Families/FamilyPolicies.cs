namespace MeshStack.Analysis.Access;

/// <summary>A proxy's RequestAuthentications and AuthorizationPolicies over all requests at once.</summary>
internal static class FamilyPolicies
{
    public static Verdict Apply(Flight flight, RequestFamily family, Workload workload, WorkloadRules rules, Arrival arrival, Func<Flight, AuthorizationDecision, Verdict> onward)
    {
        var tokens = arrival.Http is null ? FamilyTokens.None(family) : FamilyTokens.Of(rules.Tokens, family);
        var (allowed, because) = FamilyDecision.Of(rules.Policies, new FamilyRules(arrival, family, tokens.AreSeen), family);
        var passed = family.Narrowed(tokens.Accepted).Narrowed(allowed) with { Token = tokens.Place };
        var decision = new AuthorizationDecision(true, "policies let requests through", because);
        if (passed.Requests.Possible.IsEmpty)
        {
            return flight.Denied(AccessStep.Authorization, workload, "policies let no request through", because);
        }

        return onward(flight with { Family = passed with { Because = [.. family.Because, .. because] } }, decision);
    }
}
