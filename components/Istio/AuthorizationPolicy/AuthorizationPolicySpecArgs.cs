using Pulumi;

namespace MeshStack.Istio;

/// <summary>Workloads, action and the requests it is for; ALLOW without rules lets nobody in.</summary>
public sealed class AuthorizationPolicySpecArgs : ResourceArgs
{
    /// <summary>What happens to matching requests; default ALLOW.</summary>
    [Input("action")]
    public Input<AuthorizationAction>? Action { get; set; }

    [Input("rules")]
    private InputList<AuthorizationRuleArgs>? _rules;

    /// <summary>Requests of which one must match; an empty rule matches all.</summary>
    public InputList<AuthorizationRuleArgs> Rules
    {
        get => _rules ??= new();
        set => _rules = value;
    }

    /// <summary>Workloads that it is for; default all of the namespace; not with target references.</summary>
    [Input("selector")]
    public Input<MatchLabelsSelectorArgs>? Selector { get; set; }

    [Input("targetRefs")]
    private InputList<PolicyTargetReferenceArgs>? _targetRefs;

    /// <summary>Objects that it is attached to, up to 16; not with a selector.</summary>
    public InputList<PolicyTargetReferenceArgs> TargetRefs
    {
        get => _targetRefs ??= new();
        set => _targetRefs = value;
    }

    /// <summary>External authorizer; CUSTOM only.</summary>
    [Input("provider")]
    public Input<AuthorizationProviderArgs>? Provider { get; set; }

    /// <summary>Object that it is attached to; the older form of targetRefs.</summary>
    [Obsolete("Use TargetRefs.")]
    [Input("targetRef")]
    public Input<PolicyTargetReferenceArgs>? TargetRef { get; set; }

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
