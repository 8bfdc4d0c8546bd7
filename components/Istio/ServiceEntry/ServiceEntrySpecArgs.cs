using Pulumi;

namespace MeshStack.Istio;

/// <summary>Hosts, their ports and where their endpoints come from.</summary>
public sealed class ServiceEntrySpecArgs : ResourceArgs
{
    [Input("hosts", required: true)]
    private InputList<string>? _hosts;

    /// <summary>Names of the service; full names for DNS resolution, never "*" alone.</summary>
    public InputList<string> Hosts
    {
        get => _hosts ??= new();
        set => _hosts = value;
    }

    [Input("addresses")]
    private InputList<string>? _addresses;

    /// <summary>Virtual addresses or, unless resolved by DNS, CIDR blocks.</summary>
    public InputList<string> Addresses
    {
        get => _addresses ??= new();
        set => _addresses = value;
    }

    [Input("ports")]
    private InputList<ServiceEntryPortArgs>? _ports;

    /// <summary>Ports of the service, unique by number and name.</summary>
    public InputList<ServiceEntryPortArgs> Ports
    {
        get => _ports ??= new();
        set => _ports = value;
    }

    /// <summary>Whether the service is part of the mesh; default MESH_EXTERNAL.</summary>
    [Input("location")]
    public Input<ServiceEntryLocation>? Location { get; set; }

    /// <summary>How an address is found; default NONE.</summary>
    [Input("resolution")]
    public Input<ServiceEntryResolution>? Resolution { get; set; }

    [Input("endpoints")]
    private InputList<ServiceEntryEndpointArgs>? _endpoints;

    /// <summary>Addresses behind the service; not with a workload selector.</summary>
    public InputList<ServiceEntryEndpointArgs> Endpoints
    {
        get => _endpoints ??= new();
        set => _endpoints = value;
    }

    /// <summary>Pods and workload entries behind the service; not with endpoints.</summary>
    [Input("workloadSelector")]
    public Input<WorkloadSelectorArgs>? WorkloadSelector { get; set; }

    [Input("exportTo")]
    private InputList<string>? _exportTo;

    /// <summary>Namespaces that see the service; default "*", all; "." for its own.</summary>
    public InputList<string> ExportTo
    {
        get => _exportTo ??= new();
        set => _exportTo = value;
    }

    [Input("subjectAltNames")]
    private InputList<string>? _subjectAltNames;

    /// <summary>Names that the server's certificate must carry one of.</summary>
    public InputList<string> SubjectAltNames
    {
        get => _subjectAltNames ??= new();
        set => _subjectAltNames = value;
    }
}
