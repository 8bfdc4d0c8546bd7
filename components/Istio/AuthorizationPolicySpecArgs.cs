using Pulumi;

namespace MeshStack.Istio;

public sealed partial class AuthorizationPolicySpecArgs
{
    /// <summary>A policy for workloads by their labels; ALLOW unless another action is given.</summary>
    public static AuthorizationPolicySpecArgs ForWorkloads(
        InputMap<string> labels,
        Input<AuthorizationAction>? action = null,
        InputList<AuthorizationRuleArgs>? rules = null
    ) =>
        new()
        {
            Selector = new MatchLabelsSelectorArgs { MatchLabels = labels },
            Action = action,
            _rules = rules,
        };

    /// <summary>A policy attached to objects; ALLOW unless another action is given.</summary>
    public static AuthorizationPolicySpecArgs ForTargets(
        InputList<PolicyTargetReferenceArgs> targets,
        Input<AuthorizationAction>? action = null,
        InputList<AuthorizationRuleArgs>? rules = null
    ) =>
        new()
        {
            TargetRefs = targets,
            Action = action,
            _rules = rules,
        };
}
