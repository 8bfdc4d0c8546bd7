// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Who may call a workload (security.istio.io/v1).</summary>
public sealed class AuthorizationPolicy(string name, AuthorizationPolicyArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="AuthorizationPolicy"/>.</summary>
public sealed class AuthorizationPolicyArgs() : CustomResourceArgs("security.istio.io/v1", "AuthorizationPolicy")
{
    /// <summary>What the object says.</summary>
    [Input("spec")]
    public Input<AuthorizationPolicySpecArgs>? Spec { get; set; }
}

/// <summary>Condition on an attribute of the request; values or values that do not match.</summary>
public sealed partial class AuthorizationConditionArgs : ResourceArgs
{
    /// <summary>Attribute, such as "request.headers[x-user]" or "request.auth.claims[group]".</summary>
    [Input("key", required: true)]
    public Input<string> Key { get; set; } = null!;

    [Input("notValues")]
    private InputList<string>? _notValues;

    /// <summary>Values that do not match.</summary>
    public InputList<string> NotValues
    {
        get => _notValues ??= new();
        set => _notValues = value;
    }

    [Input("values")]
    private InputList<string>? _values;

    /// <summary>Values that match.</summary>
    public InputList<string> Values
    {
        get => _values ??= new();
        set => _values = value;
    }
}

/// <summary>Caller in a rule.</summary>
public sealed partial class AuthorizationFromArgs : ResourceArgs
{
    /// <summary>Properties of the caller.</summary>
    [Input("source", required: true)]
    public Input<AuthorizationSourceArgs> Source { get; set; } = null!;
}

/// <summary>Properties of a request, all of which must hold; not empty.</summary>
public sealed partial class AuthorizationOperationArgs : ResourceArgs
{
    [Input("hosts")]
    private InputList<string>? _hosts;

    /// <summary>Hosts, any case, with "*" at one end.</summary>
    public InputList<string> Hosts
    {
        get => _hosts ??= new();
        set => _hosts = value;
    }

    [Input("methods")]
    private InputList<string>? _methods;

    /// <summary>HTTP methods, case-sensitive.</summary>
    public InputList<string> Methods
    {
        get => _methods ??= new();
        set => _methods = value;
    }

    [Input("notHosts")]
    private InputList<string>? _notHosts;

    /// <summary>Hosts that do not match.</summary>
    public InputList<string> NotHosts
    {
        get => _notHosts ??= new();
        set => _notHosts = value;
    }

    [Input("notMethods")]
    private InputList<string>? _notMethods;

    /// <summary>HTTP methods that do not match.</summary>
    public InputList<string> NotMethods
    {
        get => _notMethods ??= new();
        set => _notMethods = value;
    }

    [Input("notPaths")]
    private InputList<string>? _notPaths;

    /// <summary>Paths that do not match.</summary>
    public InputList<string> NotPaths
    {
        get => _notPaths ??= new();
        set => _notPaths = value;
    }

    [Input("notPorts")]
    private InputList<string>? _notPorts;

    /// <summary>Ports that do not match, as text.</summary>
    public InputList<string> NotPorts
    {
        get => _notPorts ??= new();
        set => _notPorts = value;
    }

    [Input("paths")]
    private InputList<string>? _paths;

    /// <summary>Paths without query, with "*" at one end or the segments "{*}" and "{**}".</summary>
    public InputList<string> Paths
    {
        get => _paths ??= new();
        set => _paths = value;
    }

    [Input("ports")]
    private InputList<string>? _ports;

    /// <summary>Ports of the workload, as text.</summary>
    public InputList<string> Ports
    {
        get => _ports ??= new();
        set => _ports = value;
    }
}

/// <summary>Workloads, action and the requests it is for; ALLOW without rules lets nobody in.</summary>
public sealed partial class AuthorizationPolicySpecArgs : ResourceArgs
{
    /// <summary>What happens to matching requests; default ALLOW.</summary>
    [Input("action")]
    public Input<AuthorizationAction>? Action { get; set; }

    /// <summary>External authorizer; CUSTOM only.</summary>
    [Input("provider")]
    public Input<AuthorizationProviderArgs>? Provider { get; set; }

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

    /// <summary>Object that it is attached to; the older form of targetRefs.</summary>
    [Obsolete("Use TargetRefs.")]
    [Input("targetRef")]
    public Input<PolicyTargetReferenceArgs>? TargetRef { get; set; }

    [Input("targetRefs")]
    private InputList<PolicyTargetReferenceArgs>? _targetRefs;

    /// <summary>Objects that it is attached to, up to 16; not with a selector.</summary>
    public InputList<PolicyTargetReferenceArgs> TargetRefs
    {
        get => _targetRefs ??= new();
        set => _targetRefs = value;
    }
}

/// <summary>External authorizer.</summary>
public sealed partial class AuthorizationProviderArgs : ResourceArgs
{
    /// <summary>Extension provider of the mesh that decides.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}

/// <summary>Requests that a policy is for: caller, operation and conditions must all match.</summary>
public sealed partial class AuthorizationRuleArgs : ResourceArgs
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

/// <summary>Properties of a caller, all of which must hold; not empty.</summary>
public sealed partial class AuthorizationSourceArgs : ResourceArgs
{
    [Input("ipBlocks")]
    private InputList<string>? _ipBlocks;

    /// <summary>Addresses or CIDR blocks of the connection's peer.</summary>
    public InputList<string> IpBlocks
    {
        get => _ipBlocks ??= new();
        set => _ipBlocks = value;
    }

    [Input("namespaces")]
    private InputList<string>? _namespaces;

    /// <summary>Namespaces of the caller; needs mutual TLS.</summary>
    public InputList<string> Namespaces
    {
        get => _namespaces ??= new();
        set => _namespaces = value;
    }

    [Input("notIpBlocks")]
    private InputList<string>? _notIpBlocks;

    /// <summary>Addresses or CIDR blocks of the peer that do not match.</summary>
    public InputList<string> NotIpBlocks
    {
        get => _notIpBlocks ??= new();
        set => _notIpBlocks = value;
    }

    [Input("notNamespaces")]
    private InputList<string>? _notNamespaces;

    /// <summary>Namespaces that do not match.</summary>
    public InputList<string> NotNamespaces
    {
        get => _notNamespaces ??= new();
        set => _notNamespaces = value;
    }

    [Input("notPrincipals")]
    private InputList<string>? _notPrincipals;

    /// <summary>Identities that do not match; plain text callers do.</summary>
    public InputList<string> NotPrincipals
    {
        get => _notPrincipals ??= new();
        set => _notPrincipals = value;
    }

    [Input("notRemoteIpBlocks")]
    private InputList<string>? _notRemoteIpBlocks;

    /// <summary>Addresses or CIDR blocks of the original client that do not match.</summary>
    public InputList<string> NotRemoteIpBlocks
    {
        get => _notRemoteIpBlocks ??= new();
        set => _notRemoteIpBlocks = value;
    }

    [Input("notRequestPrincipals")]
    private InputList<string>? _notRequestPrincipals;

    /// <summary>Token identities that do not match.</summary>
    public InputList<string> NotRequestPrincipals
    {
        get => _notRequestPrincipals ??= new();
        set => _notRequestPrincipals = value;
    }

    [Input("notServiceAccounts")]
    private InputList<string>? _notServiceAccounts;

    /// <summary>Service accounts that do not match, up to 16; not with principals or namespaces.</summary>
    public InputList<string> NotServiceAccounts
    {
        get => _notServiceAccounts ??= new();
        set => _notServiceAccounts = value;
    }

    [Input("notTrustDomains")]
    private InputList<string>? _notTrustDomains;

    /// <summary>Trust domains that do not match.</summary>
    public InputList<string> NotTrustDomains
    {
        get => _notTrustDomains ??= new();
        set => _notTrustDomains = value;
    }

    [Input("principals")]
    private InputList<string>? _principals;

    /// <summary>Identities "domain/ns/namespace/sa/account", with "*" at one end; needs mutual TLS.</summary>
    public InputList<string> Principals
    {
        get => _principals ??= new();
        set => _principals = value;
    }

    [Input("remoteIpBlocks")]
    private InputList<string>? _remoteIpBlocks;

    /// <summary>Addresses or CIDR blocks of the original client, from X-Forwarded-For or the PROXY protocol.</summary>
    public InputList<string> RemoteIpBlocks
    {
        get => _remoteIpBlocks ??= new();
        set => _remoteIpBlocks = value;
    }

    [Input("requestPrincipals")]
    private InputList<string>? _requestPrincipals;

    /// <summary>Token identities "issuer/subject", with "*" at one end.</summary>
    public InputList<string> RequestPrincipals
    {
        get => _requestPrincipals ??= new();
        set => _requestPrincipals = value;
    }

    [Input("serviceAccounts")]
    private InputList<string>? _serviceAccounts;

    /// <summary>Service accounts, "namespace/account" or a name in the policy's namespace, up to 16; not with principals or
    /// namespaces.</summary>
    public InputList<string> ServiceAccounts
    {
        get => _serviceAccounts ??= new();
        set => _serviceAccounts = value;
    }

    [Input("trustDomains")]
    private InputList<string>? _trustDomains;

    /// <summary>Trust domains of the caller; needs mutual TLS.</summary>
    public InputList<string> TrustDomains
    {
        get => _trustDomains ??= new();
        set => _trustDomains = value;
    }
}

/// <summary>Operation in a rule.</summary>
public sealed partial class AuthorizationToArgs : ResourceArgs
{
    /// <summary>Properties of the request.</summary>
    [Input("operation", required: true)]
    public Input<AuthorizationOperationArgs> Operation { get; set; } = null!;
}

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
