namespace MeshStack.Analysis.Access;

/// <summary>A proxy's RequestAuthentications and AuthorizationPolicies, on one request.</summary>
internal static class ProxyPolicies
{
    /// <summary>A refusal, or what comes after the policies; where they do not decide, a refusal further on counts all the same.</summary>
    public static Verdict Apply(Flight flight, Workload workload, WorkloadRules rules, Arrival arrival, Func<Flight, AuthorizationDecision, Verdict> onward)
    {
        if (flight.Family is { } family)
        {
            return FamilyPolicies.Apply(flight, family, workload, rules, arrival, onward);
        }

        var seen = arrival;
        var passed = flight;
        if (arrival.Http is not null && rules.Tokens.Count > 0)
        {
            var check = TokenCheck.Of(rules.Tokens, flight.Token);
            if (check.IsRejected)
            {
                return flight.Denied(AccessStep.RequestAuthentication, workload, check.Reason, check.Because);
            }

            seen = arrival with { Token = check.Claims };
            passed = flight.Took(AccessStep.RequestAuthentication, workload, check.Reason, check.Because) with { Token = check.Forwarded };
        }

        var decision = AuthorizationDecision.Of(rules.Policies, seen);
        return decision.IsAllowed switch
        {
            true => onward(passed, decision),
            false => passed.Denied(AccessStep.Authorization, workload, decision.Reason, decision.Because),
            _ => onward(passed.Took(AccessStep.Authorization, workload, $"it may pass: {decision.Reason}", decision.Because), decision) is { IsRefusal: true } refusal ? refusal
                : passed.Undecided(AccessStep.Authorization, workload, decision.Reason, decision.Because),
        };
    }
}
