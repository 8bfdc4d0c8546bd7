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
                return context.Requests.Past(
                    context.Denied(AccessStep.RequestAuthentication, workload, check.Reason, check.Because),
                    () => Decided(context, workload, rules, arrival with { Token = check.Claims }, onward)
                );
            }

            var told = TokenHeaders.Apply(rules.Tokens, check.Rule, check.Claims, http) with { Claims = check.Claims };
            seen = arrival with { Token = check.Claims, Http = told };
            passed = context.Took(AccessStep.RequestAuthentication, workload, check.Reason, check.Because) with
            {
                Token = check.Forwarded,
                TokenTakenBy = check.Rule is { ForwardsToken: false } rule
                    ? $"{rule.Manifest.Reference} at {workload} took it off, without forwardOriginalToken"
                    : context.TokenTakenBy,
                Http = told,
            };
        }

        return Decided(
            passed,
            workload,
            rules,
            seen with
            {
                WhyTokenless = context.Token is not null ? "no RequestAuthentication reads it here" : context.TokenTakenBy,
            },
            onward
        );
    }

    private static Verdict Decided(
        RequestContext context,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<RequestContext, AuthorizationDecision, Verdict> onward
    )
    {
        var decision = AuthorizationDecision.From(rules.Policies, arrival);
        return decision.IsAllowed switch
        {
            true => Closings.Add(onward(context, decision), context, () => ClosedBy(workload, rules.Policies, arrival)),
            false => context.Requests.Past(
                Denied(context, workload, decision, arrival),
                () =>
                    Further(context, workload, AuthorizationDecision.Besides(decision, rules.Policies, arrival).ToArray(), arrival, onward)
            ),
            _ => onward(context.Took(AccessStep.Authorization, workload, $"it may pass: {decision.Reason}", decision.Because), decision)
                is { IsRefusal: true } refusal
                ? context.Requests.Past(refusal, () => Undecided(context, workload, decision))
                : Undecided(context, workload, decision),
        };
    }

    private static IEnumerable<TraceStep> ClosedBy(Workload workload, IReadOnlyList<AuthorizationPolicyConfig> policies, Arrival arrival)
    {
        var letting = AuthorizationDecision.Letting(policies, arrival);
        yield return new(
            AccessStep.Authorization,
            workload.ToString(),
            letting.Count == 0
                ? "an ALLOW policy that matches other requests: there is none"
                : $"taking away {(letting.Count == 1 ? "the rule that lets" : "all rules that let")} it through",
            letting
        );
        yield return new(AccessStep.Authorization, workload.ToString(), "a DENY policy that matches it: there is none", []);
    }

    // What else of the policies stands in the way, and then what comes after them.
    private static Verdict Further(
        RequestContext context,
        Workload workload,
        ReadOnlyMemory<AuthorizationDecision> left,
        Arrival arrival,
        Func<RequestContext, AuthorizationDecision, Verdict> onward
    ) =>
        left.IsEmpty ? onward(context, new(true, "it is taken for allowed", []))
        : left.Span[0] is { IsAllowed: false } refusal
            ? context.Requests.Past(
                Denied(context, workload, refusal, arrival),
                () => Further(context, workload, left[1..], arrival, onward)
            )
        : Further(context, workload, left[1..], arrival, onward) is { IsRefusal: true } later
            ? Obstacles.Before(later, Undecided(context, workload, left.Span[0]))
        : Undecided(context, workload, left.Span[0]);

    private static Verdict Denied(RequestContext context, Workload workload, AuthorizationDecision decision, Arrival arrival) =>
        context.Denied(
            AccessStep.Authorization,
            workload,
            decision.Reason,
            context.Requests.IsExplained && decision.Unmatched.Count > 0
                ? [.. decision.Unmatched.SelectMany(policy => NearestRule.Of(policy, arrival))]
                : decision.Because
        );

    private static Verdict Undecided(RequestContext context, Workload workload, AuthorizationDecision decision) =>
        context.Undecided(AccessStep.Authorization, workload, decision.Reason, decision.Because);
}
