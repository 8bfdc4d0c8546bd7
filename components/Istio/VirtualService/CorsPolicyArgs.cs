using Pulumi;

namespace MeshStack.Istio;

/// <summary>Cross-origin resource sharing.</summary>
public sealed class CorsPolicyArgs : ResourceArgs
{
    [Input("allowOrigins")]
    private InputList<StringMatchArgs>? _allowOrigins;

    /// <summary>Origins that may call.</summary>
    public InputList<StringMatchArgs> AllowOrigins
    {
        get => _allowOrigins ??= new();
        set => _allowOrigins = value;
    }

    [Input("allowMethods")]
    private InputList<string>? _allowMethods;

    /// <summary>Methods that may be used.</summary>
    public InputList<string> AllowMethods
    {
        get => _allowMethods ??= new();
        set => _allowMethods = value;
    }

    [Input("allowHeaders")]
    private InputList<string>? _allowHeaders;

    /// <summary>Headers that may be sent.</summary>
    public InputList<string> AllowHeaders
    {
        get => _allowHeaders ??= new();
        set => _allowHeaders = value;
    }

    [Input("exposeHeaders")]
    private InputList<string>? _exposeHeaders;

    /// <summary>Response headers that scripts may read.</summary>
    public InputList<string> ExposeHeaders
    {
        get => _exposeHeaders ??= new();
        set => _exposeHeaders = value;
    }

    /// <summary>Time that an answer to a preflight is kept, e.g. "24h".</summary>
    [Input("maxAge")]
    public Input<string>? MaxAge { get; set; }

    /// <summary>Whether credentials may be sent.</summary>
    [Input("allowCredentials")]
    public Input<bool>? AllowCredentials { get; set; }

    /// <summary>What happens to preflights of other origins; default FORWARD.</summary>
    [Input("unmatchedPreflights")]
    public Input<UnmatchedPreflights>? UnmatchedPreflights { get; set; }

    [Input("allowOrigin")]
    private InputList<string>? _allowOrigin;

    /// <summary>Origins that may call; the older form of allowOrigins.</summary>
    [Obsolete("Use AllowOrigins.")]
    public InputList<string> AllowOrigin
    {
        get => _allowOrigin ??= new();
        set => _allowOrigin = value;
    }
}
