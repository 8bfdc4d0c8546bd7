using Pulumi;

namespace MeshStack.Istio;

/// <summary>Condition on an attribute of the request; values or values that do not match.</summary>
public sealed class AuthorizationConditionArgs : ResourceArgs
{
    /// <summary>Attribute, such as "request.headers[x-user]" or "request.auth.claims[group]".</summary>
    [Input("key", required: true)]
    public Input<string> Key { get; set; } = null!;

    [Input("values")]
    private InputList<string>? _values;

    /// <summary>Values that match.</summary>
    public InputList<string> Values
    {
        get => _values ??= new();
        set => _values = value;
    }

    [Input("notValues")]
    private InputList<string>? _notValues;

    /// <summary>Values that do not match.</summary>
    public InputList<string> NotValues
    {
        get => _notValues ??= new();
        set => _notValues = value;
    }
}
