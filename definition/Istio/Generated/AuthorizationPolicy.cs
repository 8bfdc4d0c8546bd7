// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>AuthorizationPolicy spec.rules[].when[].</summary>
internal sealed partial record AuthorizationCondition : IIstioNode
{
    public string? Key { get; init; }

    public IReadOnlyList<string> NotValues { get; init; } = [];

    public IReadOnlyList<string> Values { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("key", Key);
        tree.Add("notValues", NotValues);
        tree.Add("values", Values);
        return tree.ToTree();
    }
}

/// <summary>AuthorizationPolicy spec.rules[].from[].</summary>
internal sealed partial record AuthorizationFrom : IIstioNode
{
    public AuthorizationSource? Source { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("source", Source);
        return tree.ToTree();
    }
}

/// <summary>AuthorizationPolicy spec.rules[].to[].operation.</summary>
internal sealed partial record AuthorizationOperation : IIstioNode
{
    public IReadOnlyList<string> Hosts { get; init; } = [];

    public IReadOnlyList<string> Methods { get; init; } = [];

    public IReadOnlyList<string> NotHosts { get; init; } = [];

    public IReadOnlyList<string> NotMethods { get; init; } = [];

    public IReadOnlyList<string> NotPaths { get; init; } = [];

    public IReadOnlyList<string> NotPorts { get; init; } = [];

    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("hosts", Hosts);
        tree.Add("methods", Methods);
        tree.Add("notHosts", NotHosts);
        tree.Add("notMethods", NotMethods);
        tree.Add("notPaths", NotPaths);
        tree.Add("notPorts", NotPorts);
        tree.Add("paths", Paths);
        tree.Add("ports", Ports);
        return tree.ToTree();
    }
}

/// <summary>AuthorizationPolicy spec.</summary>
internal sealed partial record AuthorizationPolicySpec : IIstioNode
{
    public string? Action { get; init; }

    public AuthorizationProvider? Provider { get; init; }

    public IReadOnlyList<AuthorizationRule>? Rules { get; init; }

    public MatchLabelsSelector? Selector { get; init; }

    public PolicyTargetReference? TargetRef { get; init; }

    public IReadOnlyList<PolicyTargetReference> TargetRefs { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("action", Action);
        tree.Add("provider", Provider);
        tree.AddEvenEmpty("rules", Rules);
        tree.Add("selector", Selector);
        tree.Add("targetRef", TargetRef);
        tree.Add("targetRefs", TargetRefs);
        return tree.ToTree();
    }
}

/// <summary>AuthorizationPolicy spec.provider.</summary>
internal sealed partial record AuthorizationProvider : IIstioNode
{
    public string? Name { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        return tree.ToTree();
    }
}

/// <summary>AuthorizationPolicy spec.rules[].</summary>
internal sealed partial record AuthorizationRule : IIstioNode
{
    public IReadOnlyList<AuthorizationFrom> From { get; init; } = [];

    public IReadOnlyList<AuthorizationTo> To { get; init; } = [];

    public IReadOnlyList<AuthorizationCondition> When { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("from", From);
        tree.Add("to", To);
        tree.Add("when", When);
        return tree.ToTree();
    }
}

/// <summary>AuthorizationPolicy spec.rules[].from[].source.</summary>
internal sealed partial record AuthorizationSource : IIstioNode
{
    public IReadOnlyList<string> IpBlocks { get; init; } = [];

    public IReadOnlyList<string> Namespaces { get; init; } = [];

    public IReadOnlyList<string> NotIpBlocks { get; init; } = [];

    public IReadOnlyList<string> NotNamespaces { get; init; } = [];

    public IReadOnlyList<string> NotPrincipals { get; init; } = [];

    public IReadOnlyList<string> NotRemoteIpBlocks { get; init; } = [];

    public IReadOnlyList<string> NotRequestPrincipals { get; init; } = [];

    public IReadOnlyList<string> NotServiceAccounts { get; init; } = [];

    public IReadOnlyList<string> NotTrustDomains { get; init; } = [];

    public IReadOnlyList<string> Principals { get; init; } = [];

    public IReadOnlyList<string> RemoteIpBlocks { get; init; } = [];

    public IReadOnlyList<string> RequestPrincipals { get; init; } = [];

    public IReadOnlyList<string> ServiceAccounts { get; init; } = [];

    public IReadOnlyList<string> TrustDomains { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("ipBlocks", IpBlocks);
        tree.Add("namespaces", Namespaces);
        tree.Add("notIpBlocks", NotIpBlocks);
        tree.Add("notNamespaces", NotNamespaces);
        tree.Add("notPrincipals", NotPrincipals);
        tree.Add("notRemoteIpBlocks", NotRemoteIpBlocks);
        tree.Add("notRequestPrincipals", NotRequestPrincipals);
        tree.Add("notServiceAccounts", NotServiceAccounts);
        tree.Add("notTrustDomains", NotTrustDomains);
        tree.Add("principals", Principals);
        tree.Add("remoteIpBlocks", RemoteIpBlocks);
        tree.Add("requestPrincipals", RequestPrincipals);
        tree.Add("serviceAccounts", ServiceAccounts);
        tree.Add("trustDomains", TrustDomains);
        return tree.ToTree();
    }
}

/// <summary>AuthorizationPolicy spec.rules[].to[].</summary>
internal sealed partial record AuthorizationTo : IIstioNode
{
    public AuthorizationOperation? Operation { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("operation", Operation);
        return tree.ToTree();
    }
}

internal static class AuthorizationAction
{
    public const string Allow = "ALLOW";
    public const string Deny = "DENY";
    public const string Audit = "AUDIT";
    public const string Custom = "CUSTOM";
}
