using MeshStack.Definition.Istio;

namespace MeshStack.Definition;

/// <summary>A service that callers may be let in to.</summary>
public sealed record InboundServiceIntent
{
    /// <summary>The cluster that serves it.</summary>
    public required ControlPlaneModel ControlPlane { get; init; }

    /// <summary>Namespace of the service.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the Kubernetes Service.</summary>
    public required string Service { get; init; }

    /// <summary>Protocol of the port: <c>HTTP</c>, <c>HTTP2</c>, <c>GRPC</c>, <c>TCP</c> or <c>TLS</c>.</summary>
    /// <value>Defaults to HTTP.</value>
    public string Protocol { get; init; } = ServiceProtocols.Http;

    /// <summary>Port of the Kubernetes Service.</summary>
    public required int Port { get; init; }

    /// <summary>Port that the workload listens on; with it, policies open this port of the workload and no other.</summary>
    /// <value>Defaults to unknown: a caller that is let in reaches every port of the workload.</value>
    public int? TargetPort { get; init; }

    /// <summary>Port under which callers of other clusters see the service.</summary>
    /// <value>Defaults to <see cref="Port"/>.</value>
    public int? ExposedPort { get; init; }

    /// <summary>Labels that select the service's workload.</summary>
    /// <value>Defaults to <c>app: SERVICE</c>.</value>
    public IReadOnlyDictionary<string, string>? WorkloadLabels { get; init; }

    /// <summary>Service account of the workload; with it, callers of other clusters verify whom they reach.</summary>
    /// <value>Defaults to unknown: any workload below the shared root passes for the service.</value>
    public string? ServiceAccount { get; init; }

    /// <summary>Whether the workload accepts mTLS only (<c>STRICT</c>) or plaintext too (<c>PERMISSIVE</c>).</summary>
    /// <value>Defaults to STRICT.</value>
    public string? MutualTls { get; init; }

    /// <summary>Whether the workload has a sidecar.</summary>
    /// <value>Defaults to true. Without one the east-west gateway ends mTLS and decides who may call.</value>
    public bool Sidecar { get; init; } = true;

    /// <summary>Whether the Service is headless, so that callers name its instances.</summary>
    /// <value>Defaults to false.</value>
    public bool Headless { get; init; }

    /// <summary>Number of instances of a headless service, 0 to N-1.</summary>
    public int? Instances { get; init; }

    /// <summary>StatefulSet behind a headless service; its pods are NAME-0 to NAME-(N-1).</summary>
    /// <value>Defaults to <see cref="Service"/>.</value>
    public string? StatefulSet { get; init; }

    /// <summary>Host under which clients outside the mesh reach the service through the ingress gateway.</summary>
    /// <value>Defaults to none: not reachable from outside the mesh.</value>
    public string? ExternalName { get; init; }

    /// <summary>TLS of the ingress gateway: <c>SIMPLE</c>, or <c>MUTUAL</c> to demand a client certificate.</summary>
    /// <value>Defaults to SIMPLE.</value>
    public string? ExternalTls { get; init; }

    /// <summary>Certificate and key for <see cref="ExternalName"/>.</summary>
    public ServiceCertificatesSettings? Certificates { get; init; }

    /// <summary>An existing secret of the ingress gateway's namespace, in place of <see cref="Certificates"/>.</summary>
    public string? CredentialName { get; init; }

    /// <summary>How calls spread over the instances.</summary>
    /// <value>Defaults to Istio's LEAST_REQUEST.</value>
    public LoadBalancingSettings? LoadBalancing { get; init; }

    /// <summary>Limits of connections and requests.</summary>
    /// <value>Defaults to Istio's, which are none to speak of.</value>
    internal ConnectionPoolSettings? ConnectionPool { get; init; }

    /// <summary>When a failing instance is taken out of the pool.</summary>
    /// <value>Defaults to never.</value>
    internal OutlierDetection? OutlierDetection { get; init; }

    /// <summary>What is asked for and cannot be had.</summary>
    public IEnumerable<ArgsProblem> Problems() => InboundServiceRules.Check(this);

    /// <summary>Whether the proxies see requests, or only bytes.</summary>
    public bool IsHttp => ServiceProtocols.IsHttp(Protocol);

    /// <summary>Port for callers of other clusters.</summary>
    public int PortForOthers => ExposedPort ?? Port;

    /// <summary>Labels that select the workload.</summary>
    public IReadOnlyDictionary<string, string> Selector => WorkloadLabels ?? new Dictionary<string, string> { ["app"] = Service };

    /// <summary>Host of the Service in its own cluster.</summary>
    public string Host => HostOf(Service, "svc.cluster.local");

    /// <summary>Host of the service in every other cluster.</summary>
    public string ImportedHost => HostOf(Service, ControlPlane.Cluster.Domain);

    /// <summary>Services of the single instances of a headless service.</summary>
    public IEnumerable<string> InstanceServices
        => Headless ? Enumerable.Range(0, Math.Clamp(Instances ?? 0, 0, InboundServiceRules.MostInstances)).Select(i => FormattableString.Invariant($"{Service}-{i}")) : [];

    internal string HostOf(string service, string domain) => $"{service}.{Namespace}.{domain}";
}
