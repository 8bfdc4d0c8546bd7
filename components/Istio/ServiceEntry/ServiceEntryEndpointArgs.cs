using Pulumi;

namespace MeshStack.Istio;

/// <summary>Address behind a service entry; an address, a network or both.</summary>
public sealed class ServiceEntryEndpointArgs : ResourceArgs
{
    /// <summary>IP address, host name where DNS resolves it, or "unix://" and a path.</summary>
    [Input("address")]
    public Input<string>? Address { get; set; }

    [Input("ports")]
    private InputMap<int>? _ports;

    /// <summary>Ports of the endpoint by the names of the service's ports.</summary>
    public InputMap<int> Ports
    {
        get => _ports ??= new();
        set => _ports = value;
    }

    [Input("labels")]
    private InputMap<string>? _labels;

    /// <summary>Labels of the endpoint, for subsets.</summary>
    public InputMap<string> Labels
    {
        get => _labels ??= new();
        set => _labels = value;
    }

    /// <summary>Network of the endpoint; another network's is reached through its gateway.</summary>
    [Input("network")]
    public Input<string>? Network { get; set; }

    /// <summary>Locality, "region/zone/subzone".</summary>
    [Input("locality")]
    public Input<string>? Locality { get; set; }

    /// <summary>Share of the traffic relative to the other endpoints.</summary>
    [Input("weight")]
    public Input<int>? Weight { get; set; }

    /// <summary>Service account of the workload, for its identity.</summary>
    [Input("serviceAccount")]
    public Input<string>? ServiceAccount { get; set; }
}
