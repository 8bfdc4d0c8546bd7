using Pulumi;

namespace MeshStack.Istio;

/// <summary>Properties of a caller, all of which must hold; not empty.</summary>
public sealed class AuthorizationSourceArgs : ResourceArgs
{
    [Input("principals")]
    private InputList<string>? _principals;

    /// <summary>Identities "domain/ns/namespace/sa/account", with "*" at one end; needs mutual TLS.</summary>
    public InputList<string> Principals
    {
        get => _principals ??= new();
        set => _principals = value;
    }

    [Input("notPrincipals")]
    private InputList<string>? _notPrincipals;

    /// <summary>Identities that do not match; plain text callers do.</summary>
    public InputList<string> NotPrincipals
    {
        get => _notPrincipals ??= new();
        set => _notPrincipals = value;
    }

    [Input("requestPrincipals")]
    private InputList<string>? _requestPrincipals;

    /// <summary>Token identities "issuer/subject", with "*" at one end.</summary>
    public InputList<string> RequestPrincipals
    {
        get => _requestPrincipals ??= new();
        set => _requestPrincipals = value;
    }

    [Input("notRequestPrincipals")]
    private InputList<string>? _notRequestPrincipals;

    /// <summary>Token identities that do not match.</summary>
    public InputList<string> NotRequestPrincipals
    {
        get => _notRequestPrincipals ??= new();
        set => _notRequestPrincipals = value;
    }

    [Input("namespaces")]
    private InputList<string>? _namespaces;

    /// <summary>Namespaces of the caller; needs mutual TLS.</summary>
    public InputList<string> Namespaces
    {
        get => _namespaces ??= new();
        set => _namespaces = value;
    }

    [Input("notNamespaces")]
    private InputList<string>? _notNamespaces;

    /// <summary>Namespaces that do not match.</summary>
    public InputList<string> NotNamespaces
    {
        get => _notNamespaces ??= new();
        set => _notNamespaces = value;
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

    [Input("notServiceAccounts")]
    private InputList<string>? _notServiceAccounts;

    /// <summary>Service accounts that do not match, up to 16; not with principals or namespaces.</summary>
    public InputList<string> NotServiceAccounts
    {
        get => _notServiceAccounts ??= new();
        set => _notServiceAccounts = value;
    }

    [Input("trustDomains")]
    private InputList<string>? _trustDomains;

    /// <summary>Trust domains of the caller; needs mutual TLS.</summary>
    public InputList<string> TrustDomains
    {
        get => _trustDomains ??= new();
        set => _trustDomains = value;
    }

    [Input("notTrustDomains")]
    private InputList<string>? _notTrustDomains;

    /// <summary>Trust domains that do not match.</summary>
    public InputList<string> NotTrustDomains
    {
        get => _notTrustDomains ??= new();
        set => _notTrustDomains = value;
    }

    [Input("ipBlocks")]
    private InputList<string>? _ipBlocks;

    /// <summary>Addresses or CIDR blocks of the connection's peer.</summary>
    public InputList<string> IpBlocks
    {
        get => _ipBlocks ??= new();
        set => _ipBlocks = value;
    }

    [Input("notIpBlocks")]
    private InputList<string>? _notIpBlocks;

    /// <summary>Addresses or CIDR blocks of the peer that do not match.</summary>
    public InputList<string> NotIpBlocks
    {
        get => _notIpBlocks ??= new();
        set => _notIpBlocks = value;
    }

    [Input("remoteIpBlocks")]
    private InputList<string>? _remoteIpBlocks;

    /// <summary>Addresses or CIDR blocks of the original client, from X-Forwarded-For or the PROXY protocol.</summary>
    public InputList<string> RemoteIpBlocks
    {
        get => _remoteIpBlocks ??= new();
        set => _remoteIpBlocks = value;
    }

    [Input("notRemoteIpBlocks")]
    private InputList<string>? _notRemoteIpBlocks;

    /// <summary>Addresses or CIDR blocks of the original client that do not match.</summary>
    public InputList<string> NotRemoteIpBlocks
    {
        get => _notRemoteIpBlocks ??= new();
        set => _notRemoteIpBlocks = value;
    }
}
