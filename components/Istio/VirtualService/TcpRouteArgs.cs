using Pulumi;

namespace MeshStack.Istio;

/// <summary>Route of TCP connections.</summary>
public sealed class TcpRouteArgs : ResourceArgs
{
    [Input("match")]
    private InputList<TcpMatchArgs>? _match;

    /// <summary>Conditions of which one must hold; none means every connection.</summary>
    public InputList<TcpMatchArgs> Match
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
