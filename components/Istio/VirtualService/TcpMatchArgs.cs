using Pulumi;

namespace MeshStack.Istio;

/// <summary>Conditions on a TCP connection, all of which must hold.</summary>
public sealed class TcpMatchArgs : ResourceArgs
{
    /// <summary>Port that was called, 1-65535.</summary>
    [Input("port")]
    public Input<int>? Port { get; set; }

    [Input("destinationSubnets")]
    private InputList<string>? _destinationSubnets;

    /// <summary>Addresses or CIDR blocks that were called.</summary>
    public InputList<string> DestinationSubnets
    {
        get => _destinationSubnets ??= new();
        set => _destinationSubnets = value;
    }

    [Input("sourceLabels")]
    private InputMap<string>? _sourceLabels;

    /// <summary>Labels of the calling workload.</summary>
    public InputMap<string> SourceLabels
    {
        get => _sourceLabels ??= new();
        set => _sourceLabels = value;
    }

    /// <summary>Namespace of the calling workload.</summary>
    [Input("sourceNamespace")]
    public Input<string>? SourceNamespace { get; set; }

    [Input("gateways")]
    private InputList<string>? _gateways;

    /// <summary>Gateways that the match applies at, in place of the VirtualService's.</summary>
    public InputList<string> Gateways
    {
        get => _gateways ??= new();
        set => _gateways = value;
    }

    /// <summary>CIDR block of the client; in the schema, but without effect.</summary>
    [Input("sourceSubnet")]
    public Input<string>? SourceSubnet { get; set; }
}
