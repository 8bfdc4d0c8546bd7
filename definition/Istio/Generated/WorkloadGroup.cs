// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>WorkloadGroup spec.probe.exec.</summary>
internal sealed partial record ExecProbe : IIstioNode
{
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("command", Command);
        return tree.ToTree();
    }
}

/// <summary>WorkloadGroup spec.probe.grpc.</summary>
internal sealed partial record GrpcProbe : IIstioNode
{
    public int? Port { get; init; }

    public string? Service { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("port", Port);
        tree.Add("service", Service);
        return tree.ToTree();
    }
}

/// <summary>WorkloadGroup spec.probe.httpGet.</summary>
internal sealed partial record HttpGetProbe : IIstioNode
{
    public string? Host { get; init; }

    public IReadOnlyList<HttpProbeHeader> HttpHeaders { get; init; } = [];

    public string? Path { get; init; }

    public int? Port { get; init; }

    public string? Scheme { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("host", Host);
        tree.Add("httpHeaders", HttpHeaders);
        tree.Add("path", Path);
        tree.Add("port", Port);
        tree.Add("scheme", Scheme);
        return tree.ToTree();
    }
}

/// <summary>WorkloadGroup spec.probe.httpGet.httpHeaders[].</summary>
internal sealed partial record HttpProbeHeader : IIstioNode
{
    public string? Name { get; init; }

    public string? Value { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        tree.Add("value", Value);
        return tree.ToTree();
    }
}

/// <summary>WorkloadGroup spec.probe.tcpSocket.</summary>
internal sealed partial record TcpSocketProbe : IIstioNode
{
    public string? Host { get; init; }

    public int? Port { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("host", Host);
        tree.Add("port", Port);
        return tree.ToTree();
    }
}

/// <summary>WorkloadGroup spec.metadata.</summary>
internal sealed partial record WorkloadGroupMetadata : IIstioNode
{
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("annotations", Annotations);
        tree.Add("labels", Labels);
        return tree.ToTree();
    }
}

/// <summary>WorkloadGroup spec.</summary>
internal sealed partial record WorkloadGroupSpec : IIstioNode
{
    public WorkloadGroupMetadata? Metadata { get; init; }

    public WorkloadProbe? Probe { get; init; }

    public ServiceEntryEndpoint? Template { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("metadata", Metadata);
        tree.Add("probe", Probe);
        tree.Add("template", Template);
        return tree.ToTree();
    }
}

/// <summary>WorkloadGroup spec.probe.</summary>
internal sealed partial record WorkloadProbe : IIstioNode
{
    public ExecProbe? Exec { get; init; }

    public int? FailureThreshold { get; init; }

    public GrpcProbe? Grpc { get; init; }

    public HttpGetProbe? HttpGet { get; init; }

    public int? InitialDelaySeconds { get; init; }

    public int? PeriodSeconds { get; init; }

    public int? SuccessThreshold { get; init; }

    public TcpSocketProbe? TcpSocket { get; init; }

    public int? TimeoutSeconds { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("exec", Exec);
        tree.Add("failureThreshold", FailureThreshold);
        tree.Add("grpc", Grpc);
        tree.Add("httpGet", HttpGet);
        tree.Add("initialDelaySeconds", InitialDelaySeconds);
        tree.Add("periodSeconds", PeriodSeconds);
        tree.Add("successThreshold", SuccessThreshold);
        tree.Add("tcpSocket", TcpSocket);
        tree.Add("timeoutSeconds", TimeoutSeconds);
        return tree.ToTree();
    }
}
