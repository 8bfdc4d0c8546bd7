// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Tokens that workloads accept; a request without one passes unless an AuthorizationPolicy refuses it
/// (security.istio.io/v1).</summary>
public sealed class RequestAuthentication(string name, RequestAuthenticationArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="RequestAuthentication"/>.</summary>
public sealed class RequestAuthenticationArgs() : CustomResourceArgs("security.istio.io/v1", "RequestAuthentication")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<RequestAuthenticationSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Header that a claim of the token is copied to.</summary>
public sealed partial class ClaimHeaderArgs : ResourceArgs
{
    /// <summary>Claim, of type string, int or bool; nested ones by "outer.inner".</summary>
    [Input("claim", required: true)]
    public Input<string> Claim { get; set; } = null!;

    /// <summary>Name of the header: letters, digits, "-" and "_".</summary>
    [Input("header", required: true)]
    public Input<string> Header { get; set; } = null!;
}

/// <summary>Header that a token is read from.</summary>
public sealed partial class JwtHeaderArgs : ResourceArgs
{
    /// <summary>Name of the header.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Text before the token, such as "Bearer ".</summary>
    [Input("prefix")]
    public Input<string>? Prefix { get; set; }
}

/// <summary>Tokens of one issuer, where they are found and what becomes of them.</summary>
public sealed partial class JwtRuleArgs : ResourceArgs
{
    [Input("audiences")]
    private InputList<string>? _audiences;

    /// <summary>Audiences of which a token must name one; default any.</summary>
    public InputList<string> Audiences
    {
        get => _audiences ??= new();
        set => _audiences = value;
    }

    /// <summary>Whether the workload gets the token too; default false.</summary>
    [Input("forwardOriginalToken")]
    public Input<bool>? ForwardOriginalToken { get; set; }

    [Input("fromCookies")]
    private InputList<string>? _fromCookies;

    /// <summary>Cookies that the token is read from.</summary>
    public InputList<string> FromCookies
    {
        get => _fromCookies ??= new();
        set => _fromCookies = value;
    }

    [Input("fromHeaders")]
    private InputList<JwtHeaderArgs>? _fromHeaders;

    /// <summary>Headers that the token is read from; default Authorization with "Bearer ", then the parameter access_token.</summary>
    public InputList<JwtHeaderArgs> FromHeaders
    {
        get => _fromHeaders ??= new();
        set => _fromHeaders = value;
    }

    [Input("fromParams")]
    private InputList<string>? _fromParams;

    /// <summary>Query parameters that the token is read from.</summary>
    public InputList<string> FromParams
    {
        get => _fromParams ??= new();
        set => _fromParams = value;
    }

    /// <summary>Issuer, as tokens name it in "iss".</summary>
    [Input("issuer")]
    public Input<string>? Issuer { get; set; }

    /// <summary>The keys themselves, as a JSON Web Key Set; not with jwksUri.</summary>
    [Input("jwks")]
    public Input<string>? Jwks { get; set; }

    /// <summary>Address of the issuer's keys; default found by OpenID Connect discovery; not with jwks.</summary>
    [Input("jwksUri")]
    public Input<string>? JwksUri { get; set; }

    /// <summary>Address of the issuer's keys; another spelling of jwksUri.</summary>
    [Obsolete("Use JwksUri.")]
    [Input("jwks_uri")]
    public Input<string>? JwksUriUnderscored { get; set; }

    [Input("outputClaimToHeaders")]
    private InputList<ClaimHeaderArgs>? _outputClaimToHeaders;

    /// <summary>Claims that are copied to headers of the request, once the token is verified.</summary>
    public InputList<ClaimHeaderArgs> OutputClaimToHeaders
    {
        get => _outputClaimToHeaders ??= new();
        set => _outputClaimToHeaders = value;
    }

    /// <summary>Header in which the workload gets the verified payload, in Base64.</summary>
    [Input("outputPayloadToHeader")]
    public Input<string>? OutputPayloadToHeader { get; set; }

    /// <summary>Whether a request needs such a token; default OPTIONAL.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("presence")]
    public Input<JwtPresence>? Presence { get; set; }

    [Input("spaceDelimitedClaims")]
    private InputList<string>? _spaceDelimitedClaims;

    /// <summary>Further claims that hold several values with spaces between them, as "scope" does.</summary>
    public InputList<string> SpaceDelimitedClaims
    {
        get => _spaceDelimitedClaims ??= new();
        set => _spaceDelimitedClaims = value;
    }

    /// <summary>Time for fetching the keys, e.g. "5s", at least "1ms"; default "5s".</summary>
    [Input("timeout")]
    public Input<string>? Timeout { get; set; }
}

/// <summary>Workloads, and the tokens that they accept.</summary>
public sealed partial class RequestAuthenticationSpecArgs : ResourceArgs
{
    [Input("jwtRules")]
    private InputList<JwtRuleArgs>? _jwtRules;

    /// <summary>Issuers whose tokens are accepted; a token of none of them is refused.</summary>
    public InputList<JwtRuleArgs> JwtRules
    {
        get => _jwtRules ??= new();
        set => _jwtRules = value;
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

/// <summary>Whether a request needs a token.</summary>
[EnumType]
public readonly record struct JwtPresence
{
    private readonly string _name;

    private JwtPresence(string name) => _name = name;

    /// <summary>It does not.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    public static JwtPresence Optional { get; } = new("OPTIONAL");

    /// <summary>It does.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    public static JwtPresence Required { get; } = new("REQUIRED");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Optional._name, Required._name];

    /// <summary>Value of a name on the wire.</summary>
    public static JwtPresence Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(JwtPresence value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
