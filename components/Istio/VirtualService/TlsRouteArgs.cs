using Pulumi;

namespace MeshStack.Istio;

/// <summary>Route of TLS connections that are not ended here.</summary>
public sealed class TlsRouteArgs : ResourceArgs
{
    [Input("match", required: true)]
    private InputList<TlsMatchArgs>? _match;

    /// <summary>Conditions of which one must hold.</summary>
    public InputList<TlsMatchArgs> Match
    {
        get => _match ??= new();
        set => _match = value;
    }

    [Input("route")]
    private InputList<RouteDestinationArgs>? _route;

    /// <summary>Destinations by weight.</summary>
    public InputList<RouteDestinationArgs> Route
    {
        get => _route ??= new();
        set => _route = value;
    }
}
