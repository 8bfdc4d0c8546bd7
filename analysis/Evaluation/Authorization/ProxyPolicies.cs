using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Authorization;

/// <summary>A proxy's RequestAuthentications and AuthorizationPolicies, on one request.</summary>
internal static class ProxyPolicies
{
    /// <summary>A refusal, or what comes after the policies; where they do not decide, a refusal further on counts all the same.</summary>
    public static Verdict Apply(
        RequestContext context,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<RequestContext, AuthorizationDecision, Verdict> onward
    )
    {
        if (arrival.Http is null)
        {
            return context.Requests.Authorize(context, workload, rules, arrival, onward);
        }

        bool? hasCertificate =
            arrival.IsMutualTls ? true
            : arrival.IsTls && context.HasCertificate ? null
            : false;
        var headers = new ProxyHeaders(
            workload.IsGateway,
            arrival.IsTls || arrival.IsMutualTls,
            hasCertificate,
            rules.Mesh.ChangesProxyHeaders
        );
        var (read, rejected) = context.Requests.Read(context, AccessStep.Authorization, workload, rules.Mesh, headers);
        return rejected ?? read.Requests.Authorize(read, workload, rules, arrival with { Http = read.Http }, onward);
    }

    /// <summary>What hides what a proxy makes of a request, with a token or without one.</summary>
    public static Unreadable? Hiding(Arrival arrival, WorkloadRules rules, bool hasToken) =>
        arrival.Http is null
            ? null
            : rules.Tokens.FirstOrDefault(rule => rule.Unreadable is not null && (hasToken || rule.HidesHeaders))?.Unreadable;

    /// <summary>What they do with one request.</summary>
    public static Verdict Decide(
        RequestContext context,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<RequestContext, AuthorizationDecision, Verdict> onward
    )
    {
        if (Hiding(arrival, rules, context.Token is not null) is { } hidden)
        {
            return context.Undecided(AccessStep.RequestAuthentication, workload, hidden);
        }

        var seen = arrival;
        var passed = context;
        if (arrival.Http is { } http && rules.Tokens.Count > 0)
        {
            if (rules.Tokens.FirstOrDefault(rule => rule.MayReadFrom(http)) is { } elsewhere)
            {
                return context.Undecided(
                    AccessStep.RequestAuthentication,
                    workload,
                    $"{elsewhere.Manifest.Reference} reads tokens from another place than a header, and what is there is not evaluated",
                    elsewhere.Because("it has fromParams or fromCookies")
                );
            }

            var check = TokenCheck.From(rules.Tokens, context.Token);
            if (check.IsRejected)
            {
                return context.Denied(AccessStep.RequestAuthentication, workload, check.Reason, check.Because);
            }

            var told = TokenHeaders.Apply(rules.Tokens, check.Rule, check.Claims, http) with { Claims = check.Claims };
            seen = arrival with { Token = check.Claims, Http = told };
            passed = context.Took(AccessStep.RequestAuthentication, workload, check.Reason, check.Because) with
            {
                Token = check.Forwarded,
                Http = told,
            };
        }

        var decision = AuthorizationDecision.From(rules.Policies, seen);
        return decision.IsAllowed switch
        {
            true => onward(passed, decision),
            false => passed.Denied(AccessStep.Authorization, workload, decision.Reason, decision.Because),
            _ => onward(passed.Took(AccessStep.Authorization, workload, $"it may pass: {decision.Reason}", decision.Because), decision)
                is { IsRefusal: true } refusal
                ? refusal
                : passed.Undecided(AccessStep.Authorization, workload, decision.Reason, decision.Because),
        };
    }
}
