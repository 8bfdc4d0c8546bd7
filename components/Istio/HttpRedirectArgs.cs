using Pulumi;

namespace MeshStack.Istio;

public sealed partial class HttpRedirectArgs
{
    /// <summary>Redirect to a given port.</summary>
    public static HttpRedirectArgs ToPort(
        Input<int> port,
        Input<string>? scheme = null,
        Input<string>? authority = null,
        Input<string>? uri = null,
        Input<int>? redirectCode = null
    ) =>
        new()
        {
            Port = port,
            Scheme = scheme,
            Authority = authority,
            Uri = uri,
            RedirectCode = redirectCode,
        };

    /// <summary>Redirect to a port that follows from the scheme or the request.</summary>
    public static HttpRedirectArgs ToDerivedPort(
        Input<RedirectPort> port,
        Input<string>? scheme = null,
        Input<string>? authority = null,
        Input<string>? uri = null,
        Input<int>? redirectCode = null
    ) =>
        new()
        {
            DerivePort = port,
            Scheme = scheme,
            Authority = authority,
            Uri = uri,
            RedirectCode = redirectCode,
        };
}
