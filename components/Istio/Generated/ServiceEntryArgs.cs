// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Hosts added to the service registry (networking.istio.io/v1).</summary>
public sealed class ServiceEntry(string name, ServiceEntryArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="ServiceEntry"/>.</summary>
public sealed class ServiceEntryArgs() : CustomResourceArgs("networking.istio.io/v1", "ServiceEntry")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<ServiceEntrySpecArgs> Spec { get; set; } = null!;
}

/// <summary>Port of a service entry.</summary>
public sealed partial class ServiceEntryPortArgs : ResourceArgs
{
    /// <summary>Name, unique within the service.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Port number, 1-65535.</summary>
    [Input("number", required: true)]
    public Input<int> Number { get; set; } = null!;

    /// <summary>HTTP, HTTPS, HTTP2, GRPC, MONGO, TCP or TLS; default detected.</summary>
    [Input("protocol")]
    public Input<string>? Protocol { get; set; }

    /// <summary>Port of the endpoints; default the number.</summary>
    [Input("targetPort")]
    public Input<int>? TargetPort { get; set; }
}

/// <summary>Hosts, their ports and where their endpoints come from.</summary>
public sealed partial class ServiceEntrySpecArgs : ResourceArgs
{
    [Input("addresses")]
    private InputList<string>? _addresses;

    /// <summary>Virtual addresses or, unless resolved by DNS, CIDR blocks.</summary>
    public InputList<string> Addresses
    {
        get => _addresses ??= new();
        set => _addresses = value;
    }

    [Input("endpoints")]
    private InputList<ServiceEntryEndpointArgs>? _endpoints;

    /// <summary>Addresses behind the service; not with a workload selector.</summary>
    public InputList<ServiceEntryEndpointArgs> Endpoints
    {
        get => _endpoints ??= new();
        set => _endpoints = value;
    }

    [Input("exportTo")]
    private InputList<string>? _exportTo;

    /// <summary>Namespaces that see the service; default "*", all; "." for its own.</summary>
    public InputList<string> ExportTo
    {
        get => _exportTo ??= new();
        set => _exportTo = value;
    }

    [Input("hosts", required: true)]
    private InputList<string>? _hosts;

    /// <summary>Names of the service; full names for DNS resolution, never "*" alone.</summary>
    public InputList<string> Hosts
    {
        get => _hosts ??= new();
        set => _hosts = value;
    }

    /// <summary>Whether the service is part of the mesh; default MESH_EXTERNAL.</summary>
    [Input("location")]
    public Input<ServiceEntryLocation>? Location { get; set; }

    [Input("ports")]
    private InputList<ServiceEntryPortArgs>? _ports;

    /// <summary>Ports of the service, unique by number and name.</summary>
    public InputList<ServiceEntryPortArgs> Ports
    {
        get => _ports ??= new();
        set => _ports = value;
    }

    /// <summary>How an address is found; default NONE.</summary>
    [Input("resolution")]
    public Input<ServiceEntryResolution>? Resolution { get; set; }

    [Input("subjectAltNames")]
    private InputList<string>? _subjectAltNames;

    /// <summary>Names that the server's certificate must carry one of.</summary>
    public InputList<string> SubjectAltNames
    {
        get => _subjectAltNames ??= new();
        set => _subjectAltNames = value;
    }

    /// <summary>Pods and workload entries behind the service; not with endpoints.</summary>
    [Input("workloadSelector")]
    public Input<WorkloadSelectorArgs>? WorkloadSelector { get; set; }
}

/// <summary>Whether a service is part of the mesh.</summary>
[EnumType]
public readonly record struct ServiceEntryLocation
{
    private readonly string _name;

    private ServiceEntryLocation(string name) => _name = name;

    /// <summary>Outside: no mutual TLS by itself.</summary>
    public static ServiceEntryLocation MeshExternal { get; } = new("MESH_EXTERNAL");

    /// <summary>Inside, such as a virtual machine or another cluster.</summary>
    public static ServiceEntryLocation MeshInternal { get; } = new("MESH_INTERNAL");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [MeshExternal._name, MeshInternal._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ServiceEntryLocation Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ServiceEntryLocation value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>How the address behind a host is found.</summary>
[EnumType]
public readonly record struct ServiceEntryResolution
{
    private readonly string _name;

    private ServiceEntryResolution(string name) => _name = name;

    /// <summary>The address that the client called.</summary>
    public static ServiceEntryResolution None { get; } = new("NONE");

    /// <summary>The addresses of the endpoints.</summary>
    public static ServiceEntryResolution Static { get; } = new("STATIC");

    /// <summary>DNS, asked in the background, all addresses used.</summary>
    public static ServiceEntryResolution Dns { get; } = new("DNS");

    /// <summary>DNS, asked in the background, the first address used.</summary>
    public static ServiceEntryResolution DnsRoundRobin { get; } = new("DNS_ROUND_ROBIN");

    /// <summary>DNS, asked on request for the host that was called; for wildcard hosts.</summary>
    public static ServiceEntryResolution DynamicDns { get; } = new("DYNAMIC_DNS");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [None._name, Static._name, Dns._name, DnsRoundRobin._name, DynamicDns._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ServiceEntryResolution Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ServiceEntryResolution value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
