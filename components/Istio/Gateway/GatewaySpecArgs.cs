using Pulumi;

namespace MeshStack.Istio;

/// <summary>Gateway workloads and what they listen on.</summary>
public sealed class GatewaySpecArgs : ResourceArgs
{
    [Input("selector")]
    private InputMap<string>? _selector;

    /// <summary>Labels of the gateway's pods.</summary>
    public InputMap<string> Selector
    {
        get => _selector ??= new();
        set => _selector = value;
    }

    [Input("servers", required: true)]
    private InputList<GatewayServerArgs>? _servers;

    /// <summary>Listeners, at least one.</summary>
    public InputList<GatewayServerArgs> Servers
    {
        get => _servers ??= new();
        set => _servers = value;
    }
}
