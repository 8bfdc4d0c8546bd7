namespace MeshStack.Analysis.Access;

/// <summary>A proxy's RequestAuthentications and AuthorizationPolicies, on one request.</summary>
internal static class ProxyPolicies
{
    public static (Flight Flight, Verdict? Stop, AuthorizationDecision Decision) Apply(Flight flight, Workload workload, WorkloadRules rules, Arrival arrival)
    {
        if (flight.Family is { } family)
        {
            return FamilyPolicies.Apply(flight, family, workload, rules, arrival);
        }

        var seen = arrival;
        var passed = flight;
        if (arrival.Http is not null && rules.Tokens.Count > 0)
        {
            var check = TokenCheck.Of(rules.Tokens, flight.Token);
            if (check.IsRejected)
            {
                var refused = new AuthorizationDecision(false, check.Reason, check.Because);
                return (flight, flight.Denied(AccessStep.RequestAuthentication, workload, check.Reason, check.Because), refused);
            }

            seen = arrival with { Token = check.Claims };
            passed = flight.Took(AccessStep.RequestAuthentication, workload, check.Reason, check.Because) with { Token = check.Forwarded };
        }

        var decision = AuthorizationDecision.Of(rules.Policies, seen);
        return decision.IsAllowed switch
        {
            true => (passed, null, decision),
            false => (passed, passed.Denied(AccessStep.Authorization, workload, decision.Reason, decision.Because), decision),
            _ => (passed, passed.Undecided(AccessStep.Authorization, workload, decision.Reason, decision.Because), decision),
        };
    }
}
