using Pulumi;

namespace MeshStack.Istio;

/// <summary>Requests that a policy is for: caller, operation and conditions must all match.</summary>
public sealed class AuthorizationRuleArgs : ResourceArgs
{
    [Input("from")]
    private InputList<AuthorizationFromArgs>? _from;

    /// <summary>Callers of which one must match; default any.</summary>
    public InputList<AuthorizationFromArgs> From
    {
        get => _from ??= new();
        set => _from = value;
    }

    [Input("to")]
    private InputList<AuthorizationToArgs>? _to;

    /// <summary>Operations of which one must match; default any.</summary>
    public InputList<AuthorizationToArgs> To
    {
        get => _to ??= new();
        set => _to = value;
    }

    [Input("when")]
    private InputList<AuthorizationConditionArgs>? _when;

    /// <summary>Conditions that must all hold.</summary>
    public InputList<AuthorizationConditionArgs> When
    {
        get => _when ??= new();
        set => _when = value;
    }
}
