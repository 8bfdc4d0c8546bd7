// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>What workloads outside Kubernetes have in common, by which they register themselves (networking.istio.io/v1).</summary>
public sealed class WorkloadGroup(string name, WorkloadGroupArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="WorkloadGroup"/>.</summary>
public sealed class WorkloadGroupArgs() : CustomResourceArgs("networking.istio.io/v1", "WorkloadGroup")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<WorkloadGroupSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Probe by a command.</summary>
public sealed partial class ExecProbeArgs : ResourceArgs
{
    [Input("command", required: true)]
    private InputList<string>? _command;

    /// <summary>Program and arguments, without a shell; healthy if it ends with 0.</summary>
    public InputList<string> Command
    {
        get => _command ??= new();
        set => _command = value;
    }
}

/// <summary>Probe by the health service of gRPC.</summary>
public sealed partial class GrpcProbeArgs : ResourceArgs
{
    /// <summary>Port that is asked, 1-65535.</summary>
    [Input("port")]
    public Input<int>? Port { get; set; }

    /// <summary>Service whose health is asked; default the server's as a whole.</summary>
    [Input("service")]
    public Input<string>? Service { get; set; }
}

/// <summary>Probe by an HTTP request.</summary>
public sealed partial class HttpGetProbeArgs : ResourceArgs
{
    /// <summary>Host that is connected to; default the workload itself.</summary>
    [Input("host")]
    public Input<string>? Host { get; set; }

    [Input("httpHeaders")]
    private InputList<HttpProbeHeaderArgs>? _httpHeaders;

    /// <summary>Headers of the request.</summary>
    public InputList<HttpProbeHeaderArgs> HttpHeaders
    {
        get => _httpHeaders ??= new();
        set => _httpHeaders = value;
    }

    /// <summary>Path that is asked.</summary>
    [Input("path")]
    public Input<string>? Path { get; set; }

    /// <summary>Port that is asked, 1-65535.</summary>
    [Input("port", required: true)]
    public Input<int> Port { get; set; } = null!;

    /// <summary>HTTP or HTTPS; default HTTP.</summary>
    [Input("scheme")]
    public Input<string>? Scheme { get; set; }
}

/// <summary>Header of a probe's request.</summary>
public sealed partial class HttpProbeHeaderArgs : ResourceArgs
{
    /// <summary>Name of the header.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Value of the header.</summary>
    [Input("value")]
    public Input<string>? Value { get; set; }
}

/// <summary>Probe by opening a connection.</summary>
public sealed partial class TcpSocketProbeArgs : ResourceArgs
{
    /// <summary>Host that is connected to; default the workload itself.</summary>
    [Input("host")]
    public Input<string>? Host { get; set; }

    /// <summary>Port that is connected to, 1-65535.</summary>
    [Input("port", required: true)]
    public Input<int> Port { get; set; } = null!;
}

/// <summary>Metadata that every workload of the group gets.</summary>
public sealed partial class WorkloadGroupMetadataArgs : ResourceArgs
{
    [Input("annotations")]
    private InputMap<string>? _annotations;

    /// <summary>Annotations.</summary>
    public InputMap<string> Annotations
    {
        get => _annotations ??= new();
        set => _annotations = value;
    }

    [Input("labels")]
    private InputMap<string>? _labels;

    /// <summary>Labels.</summary>
    public InputMap<string> Labels
    {
        get => _labels ??= new();
        set => _labels = value;
    }
}

/// <summary>What workloads of the group have in common.</summary>
public sealed partial class WorkloadGroupSpecArgs : ResourceArgs
{
    /// <summary>Labels and annotations of the entries that workloads get.</summary>
    [Input("metadata")]
    public Input<WorkloadGroupMetadataArgs>? Metadata { get; set; }

    /// <summary>Probe that a workload is ready by; default none, ready as soon as it is there.</summary>
    [Input("probe")]
    public Input<WorkloadProbeArgs>? Probe { get; set; }

    /// <summary>Ports, network, account and weight of the entries; addresses come from the workloads.</summary>
    [Input("template", required: true)]
    public Input<ServiceEntryEndpointArgs> Template { get; set; } = null!;
}

/// <summary>Probe that a workload is ready by: one of four ways to ask.</summary>
public sealed partial class WorkloadProbeArgs : ResourceArgs
{
    /// <summary>Asked by a command; not with another way.</summary>
    [Input("exec")]
    public Input<ExecProbeArgs>? Exec { get; set; }

    /// <summary>Failures in a row until it counts as not ready; default 3.</summary>
    [Input("failureThreshold")]
    public Input<int>? FailureThreshold { get; set; }

    /// <summary>Asked by the health service of gRPC; not with another way.</summary>
    [Input("grpc")]
    public Input<GrpcProbeArgs>? Grpc { get; set; }

    /// <summary>Asked by an HTTP request; not with another way.</summary>
    [Input("httpGet")]
    public Input<HttpGetProbeArgs>? HttpGet { get; set; }

    /// <summary>Seconds before the first probe.</summary>
    [Input("initialDelaySeconds")]
    public Input<int>? InitialDelaySeconds { get; set; }

    /// <summary>Seconds between probes; default 10.</summary>
    [Input("periodSeconds")]
    public Input<int>? PeriodSeconds { get; set; }

    /// <summary>Successes in a row until it counts as ready again; default 1.</summary>
    [Input("successThreshold")]
    public Input<int>? SuccessThreshold { get; set; }

    /// <summary>Asked by opening a connection; not with another way.</summary>
    [Input("tcpSocket")]
    public Input<TcpSocketProbeArgs>? TcpSocket { get; set; }

    /// <summary>Seconds for an answer; default 1.</summary>
    [Input("timeoutSeconds")]
    public Input<int>? TimeoutSeconds { get; set; }
}
