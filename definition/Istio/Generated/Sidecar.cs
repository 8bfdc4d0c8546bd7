// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>Sidecar spec.outboundTrafficPolicy.</summary>
internal sealed partial record OutboundTrafficPolicy : IIstioNode
{
    public Destination? EgressProxy { get; init; }

    public string? Mode { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("egressProxy", EgressProxy);
        tree.Add("mode", Mode);
        return tree.ToTree();
    }
}

/// <summary>Sidecar spec.egress[].</summary>
internal sealed partial record SidecarEgress : IIstioNode
{
    public string? Bind { get; init; }

    public string? CaptureMode { get; init; }

    public IReadOnlyList<string> Hosts { get; init; } = [];

    public SidecarPort? Port { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("bind", Bind);
        tree.Add("captureMode", CaptureMode);
        tree.Add("hosts", Hosts);
        tree.Add("port", Port);
        return tree.ToTree();
    }
}

/// <summary>Sidecar spec.ingress[].</summary>
internal sealed partial record SidecarIngress : IIstioNode
{
    public string? Bind { get; init; }

    public string? CaptureMode { get; init; }

    public ConnectionPoolSettings? ConnectionPool { get; init; }

    public string? DefaultEndpoint { get; init; }

    public SidecarPort? Port { get; init; }

    public ServerTlsSettings? Tls { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("bind", Bind);
        tree.Add("captureMode", CaptureMode);
        tree.Add("connectionPool", ConnectionPool);
        tree.Add("defaultEndpoint", DefaultEndpoint);
        tree.Add("port", Port);
        tree.Add("tls", Tls);
        return tree.ToTree();
    }
}

/// <summary>Sidecar spec.egress[].port.</summary>
internal sealed partial record SidecarPort : IIstioNode
{
    public string? Name { get; init; }

    public int? Number { get; init; }

    public string? Protocol { get; init; }

    public int? TargetPort { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        tree.Add("number", Number);
        tree.Add("protocol", Protocol);
        tree.Add("targetPort", TargetPort);
        return tree.ToTree();
    }
}

/// <summary>Sidecar spec.</summary>
internal sealed partial record SidecarSpec : IIstioNode
{
    public IReadOnlyList<SidecarEgress> Egress { get; init; } = [];

    public ConnectionPoolSettings? InboundConnectionPool { get; init; }

    public IReadOnlyList<SidecarIngress> Ingress { get; init; } = [];

    public OutboundTrafficPolicy? OutboundTrafficPolicy { get; init; }

    public WorkloadSelector? WorkloadSelector { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("egress", Egress);
        tree.Add("inboundConnectionPool", InboundConnectionPool);
        tree.Add("ingress", Ingress);
        tree.Add("outboundTrafficPolicy", OutboundTrafficPolicy);
        tree.Add("workloadSelector", WorkloadSelector);
        return tree.ToTree();
    }
}

internal static class CaptureMode
{
    public const string Default = "DEFAULT";
    public const string Iptables = "IPTABLES";
    public const string None = "NONE";
}

internal static class OutboundTrafficMode
{
    public const string RegistryOnly = "REGISTRY_ONLY";
    public const string AllowAny = "ALLOW_ANY";
}
