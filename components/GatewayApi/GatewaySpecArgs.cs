using Pulumi;

namespace MeshStack.GatewayApi;

/// <summary>Class of a gateway and what it listens on.</summary>
public sealed class GatewaySpecArgs : ResourceArgs
{
    /// <summary>Class that runs the gateway: <c>istio</c>, <c>istio-waypoint</c> or <c>istio-east-west</c>.</summary>
    [Input("gatewayClassName", required: true)]
    public Input<string> GatewayClassName { get; set; } = null!;

    [Input("listeners", required: true)]
    private InputList<ListenerArgs>? _listeners;

    /// <summary>Listeners, at least one.</summary>
    public InputList<ListenerArgs> Listeners
    {
        get => _listeners ??= new();
        set => _listeners = value;
    }
}
