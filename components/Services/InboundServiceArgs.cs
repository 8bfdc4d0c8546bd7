using MeshStack.Istio;
using Pulumi;

namespace MeshStack;

/// <summary>A service that callers may be let in to.</summary>
public sealed class InboundServiceArgs : ResourceArgs
{
    /// <summary>The cluster that serves it; it or <see cref="ControlPlanes"/> is required.</summary>
    public ControlPlane? ControlPlane { get; set; }

    /// <summary>The clusters that serve it, where several do: one service, under one name for all callers. The first is the one that it was
    /// in before it came to several.</summary>
    public List<ControlPlane> ControlPlanes { get; set; } = [];

    /// <summary>Host for the callers of every cluster, where it is in several that do not find each other's services.</summary>
    /// <value>Defaults to <c>SERVICE.NAMESPACE.mesh.internal</c>.</value>
    [Input("meshHost")]
    public string? MeshHost { get; set; }

    /// <summary>Names of the clusters that take over when the caller's own fails, one after the other; those that are not named come
    /// last.</summary>
    /// <value>Defaults to all others alike.</value>
    [Input("failover")]
    public List<string> Failover { get; set; } = [];

    /// <summary>Shares of calls by cluster, whatever cluster the caller is in; in place of <see cref="Failover"/>.</summary>
    /// <value>Defaults to none: the caller's own cluster answers, and others when it fails.</value>
    [Input("distribute")]
    public List<ClusterShareArgs> Distribute { get; set; } = [];

    /// <summary>Namespace of the service.</summary>
    [Input("namespace", required: true)]
    public string Namespace { get; set; } = null!;

    /// <summary>Name of the Kubernetes Service.</summary>
    [Input("service", required: true)]
    public string Service { get; set; } = null!;

    /// <summary>Who answers for it: a team, a person or an address, such as <c>@example/shop</c>.</summary>
    /// <value>Defaults to none.</value>
    [Input("owner")]
    public string? Owner { get; set; }

    /// <summary>What it is for, in one line.</summary>
    /// <value>Defaults to none.</value>
    [Input("description")]
    public string? Description { get; set; }

    /// <summary>Name that this service had before: what it made is kept, and not made a second time.</summary>
    /// <value>Defaults to none: it was not renamed.</value>
    [Input("renamedFrom")]
    public string? RenamedFrom { get; set; }

    /// <summary>Protocol of the port.</summary>
    /// <value>Defaults to HTTP.</value>
    [Input("protocol")]
    public ServiceProtocol Protocol { get; set; } = ServiceProtocol.Http;

    /// <summary>Port of the Kubernetes Service, where callers need one only.</summary>
    [Input("port")]
    public int? Port { get; set; }

    /// <summary>Port that the workload listens on; with it, policies open this port of the workload and no other.</summary>
    /// <value>Defaults to <see cref="Port"/> with <see cref="Headless"/>, else to unknown: a caller that is let in reaches every port of
    /// the workload.</value>
    [Input("targetPort")]
    public int? TargetPort { get; set; }

    /// <summary>Port under which callers of other clusters see the service.</summary>
    /// <value>Defaults to <see cref="Port"/>.</value>
    [Input("exposedPort")]
    public int? ExposedPort { get; set; }

    /// <summary>Ports of the Kubernetes Service, where callers need several; accesses name the one that they are for.</summary>
    [Input("ports")]
    public List<InboundServicePortArgs> Ports { get; set; } = [];

    /// <summary>Labels that select the service's workload.</summary>
    /// <value>Defaults to <c>app: SERVICE</c>.</value>
    [Input("workloadLabels")]
    public Dictionary<string, string>? WorkloadLabels { get; set; }

    /// <summary>Service account of the workload; with it, callers of other clusters verify whom they reach.</summary>
    /// <value>Defaults to unknown: any workload below the shared root passes for the service.</value>
    [Input("serviceAccount")]
    public string? ServiceAccount { get; set; }

    /// <summary>Whether the workload accepts mTLS only (<c>STRICT</c>) or plaintext too (<c>PERMISSIVE</c>).</summary>
    /// <value>Defaults to STRICT.</value>
    [Input("mutualTls")]
    public MutualTlsMode? MutualTls { get; set; }

    /// <summary>Whether the workload has a sidecar.</summary>
    /// <value>Defaults to true. Without one the east-west gateway ends mTLS and decides who may call.</value>
    [Input("sidecar")]
    public bool Sidecar { get; set; } = true;

    /// <summary>Whether the Service is headless, so that callers name its instances.</summary>
    /// <value>Defaults to false.</value>
    [Input("headless")]
    public bool Headless { get; set; }

    /// <summary>Number of instances of a headless service, 0 to N-1.</summary>
    [Input("instances")]
    public int? Instances { get; set; }

    /// <summary>StatefulSet behind a headless service; its pods are NAME-0 to NAME-(N-1).</summary>
    /// <value>Defaults to <see cref="Service"/>.</value>
    [Input("statefulSet")]
    public string? StatefulSet { get; set; }

    /// <summary>Host under which clients outside the mesh reach the service through the ingress gateway.</summary>
    /// <value>Defaults to none: not reachable from outside the mesh.</value>
    [Input("externalName")]
    public string? ExternalName { get; set; }

    /// <summary>Paths of <see cref="ExternalName"/> that lead to the service: exact, or <c>/prefix*</c>. Without a certificate of its own,
    /// another service has the host, and its route leads here.</summary>
    /// <value>Defaults to all.</value>
    [Input("externalPaths")]
    public List<string> ExternalPaths { get; set; } = [];

    /// <summary>Whether plain HTTP is answered with a redirect to HTTPS.</summary>
    /// <value>Defaults to false: plain HTTP is not answered.</value>
    [Input("httpRedirect")]
    public bool HttpRedirect { get; set; }

    /// <summary>Name of the port that <see cref="ExternalName"/> leads to.</summary>
    /// <value>Defaults to the first of <see cref="Ports"/>.</value>
    [Input("externalPort")]
    public string? ExternalPort { get; set; }

    /// <summary>TLS of the ingress gateway: <c>SIMPLE</c>, or <c>MUTUAL</c> to demand a client certificate.</summary>
    /// <value>Defaults to SIMPLE.</value>
    [Input("externalTls")]
    public ServerTlsMode? ExternalTls { get; set; }

    /// <summary>Certificate and key for <see cref="ExternalName"/>.</summary>
    [Input("certificates")]
    public ServiceCertificatesArgs? Certificates { get; set; }

    /// <summary>An existing secret of the ingress gateway's namespace, in place of <see cref="Certificates"/>.</summary>
    [Input("credentialName")]
    public string? CredentialName { get; set; }

    /// <summary>An issuer of cert-manager that makes the certificate, in place of <see cref="Certificates"/>.</summary>
    [Input("certificateIssuer")]
    public CertificateIssuerArgs? CertificateIssuer { get; set; }

    /// <summary>How calls to it are routed.</summary>
    /// <value>Defaults to Istio's: each call goes to any instance.</value>
    [Input("route")]
    public ServiceRouteArgs? Route { get; set; }

    /// <summary>How calls spread over the instances.</summary>
    /// <value>Defaults to Istio's LEAST_REQUEST.</value>
    [Input("loadBalancing")]
    public LoadBalancerSettingsArgs? LoadBalancing { get; set; }

    /// <summary>Limits of connections and requests.</summary>
    /// <value>Defaults to Istio's, which are none to speak of.</value>
    [Input("connectionPool")]
    public ConnectionPoolSettingsArgs? ConnectionPool { get; set; }

    /// <summary>When a failing instance is taken out of the pool.</summary>
    /// <value>Defaults to never.</value>
    [Input("outlierDetection")]
    public OutlierDetectionArgs? OutlierDetection { get; set; }
}
