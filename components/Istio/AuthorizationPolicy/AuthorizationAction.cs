using Pulumi;

namespace MeshStack.Istio;

/// <summary>What happens to the requests that a policy matches.</summary>
[EnumType]
public readonly record struct AuthorizationAction
{
    private readonly string _name;

    private AuthorizationAction(string name) => _name = name;

    /// <summary>Let in; once a workload has such a policy, the rest is refused.</summary>
    public static AuthorizationAction Allow { get; } = new("ALLOW");

    /// <summary>Refused, whatever else allows them.</summary>
    public static AuthorizationAction Deny { get; } = new("DENY");

    /// <summary>Marked for the audit log.</summary>
    public static AuthorizationAction Audit { get; } = new("AUDIT");

    /// <summary>Left to an external authorizer.</summary>
    public static AuthorizationAction Custom { get; } = new("CUSTOM");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Allow._name, Deny._name, Audit._name, Custom._name];

    /// <summary>Value of a name on the wire.</summary>
    public static AuthorizationAction Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(AuthorizationAction value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
