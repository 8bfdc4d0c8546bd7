// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>RequestAuthentication spec.jwtRules[].outputClaimToHeaders[].</summary>
internal sealed partial record ClaimHeader : IIstioNode
{
    public string? Claim { get; init; }

    public string? Header { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("claim", Claim);
        tree.Add("header", Header);
        return tree.ToTree();
    }
}

/// <summary>RequestAuthentication spec.jwtRules[].fromHeaders[].</summary>
internal sealed partial record JwtHeader : IIstioNode
{
    public string? Name { get; init; }

    public string? Prefix { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        tree.Add("prefix", Prefix);
        return tree.ToTree();
    }
}

/// <summary>RequestAuthentication spec.jwtRules[].</summary>
internal sealed partial record JwtRule : IIstioNode
{
    public IReadOnlyList<string> Audiences { get; init; } = [];

    public bool? ForwardOriginalToken { get; init; }

    public IReadOnlyList<string> FromCookies { get; init; } = [];

    public IReadOnlyList<JwtHeader> FromHeaders { get; init; } = [];

    public IReadOnlyList<string> FromParams { get; init; } = [];

    public string? Issuer { get; init; }

    public string? Jwks { get; init; }

    public string? JwksUri { get; init; }

    public string? JwksUriUnderscored { get; init; }

    public IReadOnlyList<ClaimHeader> OutputClaimToHeaders { get; init; } = [];

    public string? OutputPayloadToHeader { get; init; }

    public string? Presence { get; init; }

    public IReadOnlyList<string> SpaceDelimitedClaims { get; init; } = [];

    public string? Timeout { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("audiences", Audiences);
        tree.Add("forwardOriginalToken", ForwardOriginalToken);
        tree.Add("fromCookies", FromCookies);
        tree.Add("fromHeaders", FromHeaders);
        tree.Add("fromParams", FromParams);
        tree.Add("issuer", Issuer);
        tree.Add("jwks", Jwks);
        tree.Add("jwksUri", JwksUri);
        tree.Add("jwks_uri", JwksUriUnderscored);
        tree.Add("outputClaimToHeaders", OutputClaimToHeaders);
        tree.Add("outputPayloadToHeader", OutputPayloadToHeader);
        tree.Add("presence", Presence);
        tree.Add("spaceDelimitedClaims", SpaceDelimitedClaims);
        tree.Add("timeout", Timeout);
        return tree.ToTree();
    }
}

/// <summary>RequestAuthentication spec.</summary>
internal sealed partial record RequestAuthenticationSpec : IIstioNode
{
    public IReadOnlyList<JwtRule> JwtRules { get; init; } = [];

    public MatchLabelsSelector? Selector { get; init; }

    public PolicyTargetReference? TargetRef { get; init; }

    public IReadOnlyList<PolicyTargetReference> TargetRefs { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("jwtRules", JwtRules);
        tree.Add("selector", Selector);
        tree.Add("targetRef", TargetRef);
        tree.Add("targetRefs", TargetRefs);
        return tree.ToTree();
    }
}

internal static class JwtPresence
{
    public const string Optional = "OPTIONAL";
    public const string Required = "REQUIRED";
}
