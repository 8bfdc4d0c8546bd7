using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Authorization;

/// <summary>What istiod makes of the CUSTOM policies of one workload: it denies what it cannot hand over.</summary>
/// <remarks>Source: buildHTTP, buildTCP and getBadCustomDenyRules in pilot/pkg/security/authz/builder/builder.go of istio/istio,
/// 1.30.3.</remarks>
internal static class CustomPolicies
{
    /// <summary>The policies with what becomes of those that are CUSTOM.</summary>
    public static IEnumerable<AuthorizationPolicyConfig> In(IReadOnlyList<AuthorizationPolicyConfig> policies, MeshConfiguration mesh)
    {
        var custom = policies
            .Where(policy => policy.Action == AuthorizationAction.Custom || policy is { IsDryRun: true, HidesAction: true })
            .Where(policy => !policy.IsDryRun || mesh.Semantics.DryRunOfCustomDenies != false)
            .ToArray();
        if (custom.Length == 0)
        {
            return policies;
        }

        var several =
            mesh.TakesSeveralAuthorizers != true
            && !custom.Any(policy => policy.HidesProvider || policy.Unreadable is not null)
            && custom.Select(policy => policy.Provider).Distinct(StringComparer.Ordinal).Skip(1).Any();
        return policies.Select(policy => custom.Contains(policy) ? Of(policy, mesh, several, custom) : policy);
    }

    private static AuthorizationPolicyConfig Of(
        AuthorizationPolicyConfig policy,
        MeshConfiguration mesh,
        bool several,
        AuthorizationPolicyConfig[] custom
    )
    {
        if (policy.HidesAction)
        {
            return policy with { IsDryRun = false };
        }

        // Whether a dry run is one of the several is a matter of the version too.
        if (
            several
            && mesh.TakesSeveralAuthorizers == false
            && (mesh.Semantics.DryRunOfCustomDenies == true || custom.All(one => !one.IsDryRun))
        )
        {
            return policy.IsDryRun
                ? policy
                : Denying(policy, "istiod denies what CUSTOM policies match where a workload has several external authorizers");
        }

        if (several || mesh.Authorizers is not { } authorizers || policy.HidesProvider)
        {
            return Asking(policy);
        }

        if (authorizers.FirstOrDefault(one => one.Name == policy.Provider) is not { } authorizer)
        {
            return policy.IsDryRun
                ? policy
                : Denying(
                    policy,
                    $"istiod denies what {policy.Manifest.Reference} matches: extensionProviders has no authorizer {policy.Provider}"
                );
        }

        if (authorizer is { Problem: null, HasUsualName: false } && mesh.Semantics.AuthorizersHaveDnsNames is null)
        {
            return Asking(policy);
        }

        if (ProblemOf(authorizer, mesh) is { } problem)
        {
            return policy.IsDryRun
                ? policy
                : Denying(policy, $"istiod denies what {policy.Manifest.Reference} matches: of the authorizer {policy.Provider} {problem}");
        }

        var asking = Asking(policy) with { IsForHttpAlone = !authorizer.TakesTcp };
        return policy.IsDryRun && mesh.Semantics.DryRunOfCustomDenies == true
            ? Denying(asking, $"a CUSTOM policy on a dry run denies what it matches since Istio 1.30: {policy.Manifest.Reference}")
            : asking;
    }

    private static string? ProblemOf(ExternalAuthorizer authorizer, MeshConfiguration mesh) =>
        authorizer.Problem
        ?? (mesh.Semantics.AuthorizersHaveDnsNames == true && !authorizer.HasUsualName ? "the name is no DNS label" : null);

    private static AuthorizationPolicyConfig Denying(AuthorizationPolicyConfig policy, string why) =>
        policy with
        {
            Action = AuthorizationAction.Deny,
            IsDryRun = false,
            Note = why,
        };

    private static AuthorizationPolicyConfig Asking(AuthorizationPolicyConfig policy) =>
        policy.IsDryRun
            ? policy with
            {
                IsDryRun = false,
                Note =
                    $"{policy.Manifest.Reference} is CUSTOM and on a dry run, which denies what it matches since Istio 1.30, and not all "
                    + "that this depends on is known",
            }
            : policy;
}
