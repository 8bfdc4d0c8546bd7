// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Limits on connections and requests; at least one of TCP and HTTP.</summary>
public sealed partial class ConnectionPoolSettingsArgs : ResourceArgs
{
    /// <summary>Limits on HTTP requests.</summary>
    [Input("http")]
    public Input<HttpConnectionPoolArgs>? Http { get; set; }

    /// <summary>Limits on connections of any protocol.</summary>
    [Input("tcp")]
    public Input<TcpConnectionPoolArgs>? Tcp { get; set; }
}

/// <summary>Service, subset and port that traffic goes to.</summary>
public sealed partial class DestinationArgs : ResourceArgs
{
    /// <summary>Name in the service registry; a short name resolves in the namespace of the object.</summary>
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    /// <summary>Port of the host; may be left out when the host has one port.</summary>
    [Input("port")]
    public Input<PortSelectorArgs>? Port { get; set; }

    /// <summary>Subset of the host's DestinationRule.</summary>
    [Input("subset")]
    public Input<string>? Subset { get; set; }
}

/// <summary>Environment variable of a WebAssembly virtual machine.</summary>
public sealed partial class EnvVarArgs : ResourceArgs
{
    /// <summary>Name, unique within the plugin.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Value, at most 2048 characters; INLINE only.</summary>
    [Input("value")]
    public Input<string>? Value { get; set; }

    /// <summary>Where the value comes from; default INLINE.</summary>
    [Input("valueFrom")]
    public Input<EnvVarSource>? ValueFrom { get; set; }
}

/// <summary>HTTP/2 pings on upstream connections.</summary>
/// <remarks>Since Istio 1.31.</remarks>
public sealed partial class Http2KeepAliveArgs : ResourceArgs
{
    /// <summary>Time between pings, at least "1ms", e.g. "30s".</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("interval")]
    public Input<string>? Interval { get; set; }

    /// <summary>Time without an answer to a ping until the connection is closed, at least "1ms".</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("timeout")]
    public Input<string>? Timeout { get; set; }
}

/// <summary>Limits on HTTP requests.</summary>
public sealed partial class HttpConnectionPoolArgs : ResourceArgs
{
    /// <summary>Whether HTTP/1.1 is upgraded to HTTP/2; default the mesh's setting.</summary>
    [Input("h2UpgradePolicy")]
    public Input<H2UpgradePolicy>? H2UpgradePolicy { get; set; }

    /// <summary>Requests that wait for a connection; default 4294967295.</summary>
    [Input("http1MaxPendingRequests")]
    public Input<int>? Http1MaxPendingRequests { get; set; }

    /// <summary>HTTP/2 pings that find dead upstream connections; default none.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("http2KeepAlive")]
    public Input<Http2KeepAliveArgs>? Http2KeepAlive { get; set; }

    /// <summary>Requests under way to a host, HTTP/1.1 included; default 4294967295.</summary>
    [Input("http2MaxRequests")]
    public Input<int>? Http2MaxRequests { get; set; }

    /// <summary>Time without requests until a connection is closed, e.g. "10m"; default "1h".</summary>
    [Input("idleTimeout")]
    public Input<string>? IdleTimeout { get; set; }

    /// <summary>Streams on one HTTP/2 connection; default 2147483647.</summary>
    [Input("maxConcurrentStreams")]
    public Input<int>? MaxConcurrentStreams { get; set; }

    /// <summary>Requests until a connection is closed; 1 turns keep-alive off, default 0 for no limit.</summary>
    [Input("maxRequestsPerConnection")]
    public Input<int>? MaxRequestsPerConnection { get; set; }

    /// <summary>Retries under way to a host; default 4294967295.</summary>
    [Input("maxRetries")]
    public Input<int>? MaxRetries { get; set; }

    /// <summary>Whether the client's protocol is kept; not with an upgrade, default false.</summary>
    [Input("useClientProtocol")]
    public Input<bool>? UseClientProtocol { get; set; }
}

/// <summary>Workloads that a policy applies to, by their labels.</summary>
public sealed partial class MatchLabelsSelectorArgs : ResourceArgs
{
    [Input("matchLabels")]
    private InputMap<string>? _matchLabels;

    /// <summary>Labels that a workload must all carry.</summary>
    public InputMap<string> MatchLabels
    {
        get => _matchLabels ??= new();
        set => _matchLabels = value;
    }
}

/// <summary>Object of the same namespace that a policy is attached to.</summary>
public sealed partial class PolicyTargetReferenceArgs : ResourceArgs
{
    /// <summary>API group; empty for the core group.</summary>
    [Input("group")]
    public Input<string>? Group { get; set; }

    /// <summary>Kind of the object.</summary>
    [Input("kind", required: true)]
    public Input<string> Kind { get; set; } = null!;

    /// <summary>Name of the object.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Has to stay empty: a policy reaches only into its own namespace.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }
}

/// <summary>Port of a service by number.</summary>
public sealed partial class PortSelectorArgs : ResourceArgs
{
    /// <summary>Port number, 1-65535.</summary>
    [Input("number", required: true)]
    public Input<int> Number { get; set; } = null!;
}

/// <summary>TLS that a gateway or sidecar expects from its clients.</summary>
public sealed partial class ServerTlsSettingsArgs : ResourceArgs
{
    [Input("alpnProtocols")]
    private InputList<string>? _alpnProtocols;

    /// <summary>ALPN protocols on offer, in place of the proxy's own.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    public InputList<string> AlpnProtocols
    {
        get => _alpnProtocols ??= new();
        set => _alpnProtocols = value;
    }

    /// <summary>Secret or ConfigMap with the roots that verify clients, where they are kept apart.</summary>
    [Input("caCertCredentialName")]
    public Input<string>? CaCertCredentialName { get; set; }

    /// <summary>File with the roots that verify clients.</summary>
    [Input("caCertificates")]
    public Input<string>? CaCertificates { get; set; }

    /// <summary>File with the revocation list for client certificates.</summary>
    [Input("caCrl")]
    public Input<string>? CaCrl { get; set; }

    [Input("cipherSuites")]
    private InputList<string>? _cipherSuites;

    /// <summary>Cipher suites on offer; default Envoy's list.</summary>
    public InputList<string> CipherSuites
    {
        get => _cipherSuites ??= new();
        set => _cipherSuites = value;
    }

    /// <summary>Secret with key, certificate and, for mutual TLS, client roots.</summary>
    [Input("credentialName")]
    public Input<string>? CredentialName { get; set; }

    [Input("credentialNames")]
    private InputList<string>? _credentialNames;

    /// <summary>One or two secrets, an RSA and an ECDSA one; not with credentialName or tlsCertificates.</summary>
    public InputList<string> CredentialNames
    {
        get => _credentialNames ??= new();
        set => _credentialNames = value;
    }

    [Input("ecdhCurves")]
    private InputList<string>? _ecdhCurves;

    /// <summary>ECDH curves on offer; default Envoy's list.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    public InputList<string> EcdhCurves
    {
        get => _ecdhCurves ??= new();
        set => _ecdhCurves = value;
    }

    /// <summary>Whether plain HTTP is answered with a 301 to HTTPS; default false.</summary>
    [Input("httpsRedirect")]
    public Input<bool>? HttpsRedirect { get; set; }

    /// <summary>Whether a client whose certificate does not verify is let in all the same; default false.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("insecureSkipVerify")]
    public Input<bool>? InsecureSkipVerify { get; set; }

    /// <summary>Highest TLS version; default TLS 1.3.</summary>
    [Input("maxProtocolVersion")]
    public Input<TlsProtocolVersion>? MaxProtocolVersion { get; set; }

    /// <summary>Lowest TLS version; default TLS 1.2.</summary>
    [Input("minProtocolVersion")]
    public Input<TlsProtocolVersion>? MinProtocolVersion { get; set; }

    /// <summary>What happens to the client's TLS; default PASSTHROUGH.</summary>
    [Input("mode")]
    public Input<ServerTlsMode>? Mode { get; set; }

    /// <summary>File with the server's private key.</summary>
    [Input("privateKey")]
    public Input<string>? PrivateKey { get; set; }

    /// <summary>File with the server certificate in PEM.</summary>
    [Input("serverCertificate")]
    public Input<string>? ServerCertificate { get; set; }

    [Input("subjectAltNames")]
    private InputList<string>? _subjectAltNames;

    /// <summary>Names that a client certificate must carry one of.</summary>
    public InputList<string> SubjectAltNames
    {
        get => _subjectAltNames ??= new();
        set => _subjectAltNames = value;
    }

    [Input("tlsCertificates")]
    private InputList<TlsCertificateArgs>? _tlsCertificates;

    /// <summary>One or two certificates by file; not with credentialName or credentialNames.</summary>
    public InputList<TlsCertificateArgs> TlsCertificates
    {
        get => _tlsCertificates ??= new();
        set => _tlsCertificates = value;
    }

    [Input("verifyCertificateHash")]
    private InputList<string>? _verifyCertificateHash;

    /// <summary>SHA-256 hashes in hex of the client certificates to accept.</summary>
    public InputList<string> VerifyCertificateHash
    {
        get => _verifyCertificateHash ??= new();
        set => _verifyCertificateHash = value;
    }

    [Input("verifyCertificateSpki")]
    private InputList<string>? _verifyCertificateSpki;

    /// <summary>SHA-256 hashes in Base64 of the client keys to accept.</summary>
    public InputList<string> VerifyCertificateSpki
    {
        get => _verifyCertificateSpki ??= new();
        set => _verifyCertificateSpki = value;
    }
}

/// <summary>Address behind a service entry; an address, a network or both.</summary>
public sealed partial class ServiceEntryEndpointArgs : ResourceArgs
{
    /// <summary>IP address, host name where DNS resolves it, or "unix://" and a path.</summary>
    [Input("address")]
    public Input<string>? Address { get; set; }

    [Input("labels")]
    private InputMap<string>? _labels;

    /// <summary>Labels of the endpoint, for subsets.</summary>
    public InputMap<string> Labels
    {
        get => _labels ??= new();
        set => _labels = value;
    }

    /// <summary>Locality, "region/zone/subzone".</summary>
    [Input("locality")]
    public Input<string>? Locality { get; set; }

    /// <summary>Network of the endpoint; another network's is reached through its gateway.</summary>
    [Input("network")]
    public Input<string>? Network { get; set; }

    [Input("ports")]
    private InputMap<int>? _ports;

    /// <summary>Ports of the endpoint by the names of the service's ports.</summary>
    public InputMap<int> Ports
    {
        get => _ports ??= new();
        set => _ports = value;
    }

    /// <summary>Service account of the workload, for its identity.</summary>
    [Input("serviceAccount")]
    public Input<string>? ServiceAccount { get; set; }

    /// <summary>Share of the traffic relative to the other endpoints.</summary>
    [Input("weight")]
    public Input<int>? Weight { get; set; }
}

/// <summary>Limits on connections of any protocol.</summary>
public sealed partial class TcpConnectionPoolArgs : ResourceArgs
{
    /// <summary>Time to connect, e.g. "5s"; default "10s".</summary>
    [Input("connectTimeout")]
    public Input<string>? ConnectTimeout { get; set; }

    /// <summary>Time without bytes until a TCP connection is closed; default "1h", "0s" for never.</summary>
    [Input("idleTimeout")]
    public Input<string>? IdleTimeout { get; set; }

    /// <summary>Age at which a connection is closed, at least "1ms"; default none.</summary>
    [Input("maxConnectionDuration")]
    public Input<string>? MaxConnectionDuration { get; set; }

    /// <summary>HTTP/1.1 and TCP connections to a host; default 4294967295.</summary>
    [Input("maxConnections")]
    public Input<int>? MaxConnections { get; set; }

    /// <summary>Keep-alive probes; default none.</summary>
    [Input("tcpKeepalive")]
    public Input<TcpKeepaliveArgs>? TcpKeepalive { get; set; }
}

/// <summary>Keep-alive probes on a connection.</summary>
public sealed partial class TcpKeepaliveArgs : ResourceArgs
{
    /// <summary>Time between probes, e.g. "30s"; default the system's, 75 seconds on Linux.</summary>
    [Input("interval")]
    public Input<string>? Interval { get; set; }

    /// <summary>Unanswered probes until the connection counts as dead; default the system's, 9 on Linux.</summary>
    [Input("probes")]
    public Input<int>? Probes { get; set; }

    /// <summary>Idle time before the first probe, e.g. "600s"; default the system's, 2 hours on Linux.</summary>
    [Input("time")]
    public Input<string>? Time { get; set; }
}

/// <summary>Server certificate by file.</summary>
public sealed partial class TlsCertificateArgs : ResourceArgs
{
    /// <summary>File with the roots that verify clients.</summary>
    [Input("caCertificates")]
    public Input<string>? CaCertificates { get; set; }

    /// <summary>File with the private key.</summary>
    [Input("privateKey")]
    public Input<string>? PrivateKey { get; set; }

    /// <summary>File with the certificate in PEM.</summary>
    [Input("serverCertificate")]
    public Input<string>? ServerCertificate { get; set; }
}

/// <summary>Traffic by direction and port, both of which must match.</summary>
public sealed partial class TrafficSelectorArgs : ResourceArgs
{
    /// <summary>Side that the workload is on; default both.</summary>
    [Input("mode")]
    public Input<WorkloadMode>? Mode { get; set; }

    [Input("ports")]
    private InputList<PortSelectorArgs>? _ports;

    /// <summary>Ports of which one must match; default all.</summary>
    public InputList<PortSelectorArgs> Ports
    {
        get => _ports ??= new();
        set => _ports = value;
    }
}

/// <summary>Virtual machine that a plugin runs in.</summary>
public sealed partial class VmConfigArgs : ResourceArgs
{
    [Input("env")]
    private InputList<EnvVarArgs>? _env;

    /// <summary>Environment variables, up to 256.</summary>
    public InputList<EnvVarArgs> Env
    {
        get => _env ??= new();
        set => _env = value;
    }
}

/// <summary>Workloads of the object's namespace by their labels.</summary>
public sealed partial class WorkloadSelectorArgs : ResourceArgs
{
    [Input("labels")]
    private InputMap<string>? _labels;

    /// <summary>Labels that a workload must all carry.</summary>
    public InputMap<string> Labels
    {
        get => _labels ??= new();
        set => _labels = value;
    }
}

/// <summary>Where the value of an environment variable comes from.</summary>
[EnumType]
public readonly record struct EnvVarSource
{
    private readonly string _name;

    private EnvVarSource(string name) => _name = name;

    /// <summary>From the value that stands beside it.</summary>
    public static EnvVarSource Inline { get; } = new("INLINE");

    /// <summary>From the variable of the same name in the proxy's environment.</summary>
    public static EnvVarSource Host { get; } = new("HOST");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Inline._name, Host._name];

    /// <summary>Value of a name on the wire.</summary>
    public static EnvVarSource Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(EnvVarSource value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>What happens to traffic when a plugin cannot be fetched or fails.</summary>
[EnumType]
public readonly record struct FailStrategy
{
    private readonly string _name;

    private FailStrategy(string name) => _name = name;

    /// <summary>It is refused.</summary>
    public static FailStrategy FailClose { get; } = new("FAIL_CLOSE");

    /// <summary>It passes the plugin by.</summary>
    public static FailStrategy FailOpen { get; } = new("FAIL_OPEN");

    /// <summary>The plugin is loaded anew, and traffic is refused until it runs.</summary>
    public static FailStrategy FailReload { get; } = new("FAIL_RELOAD");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [FailClose._name, FailOpen._name, FailReload._name];

    /// <summary>Value of a name on the wire.</summary>
    public static FailStrategy Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(FailStrategy value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Upgrade of HTTP/1.1 connections to HTTP/2.</summary>
[EnumType]
public readonly record struct H2UpgradePolicy
{
    private readonly string _name;

    private H2UpgradePolicy(string name) => _name = name;

    /// <summary>As the mesh says.</summary>
    public static H2UpgradePolicy Default { get; } = new("DEFAULT");

    /// <summary>Never.</summary>
    public static H2UpgradePolicy DoNotUpgrade { get; } = new("DO_NOT_UPGRADE");

    /// <summary>Always.</summary>
    public static H2UpgradePolicy Upgrade { get; } = new("UPGRADE");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Default._name, DoNotUpgrade._name, Upgrade._name];

    /// <summary>Value of a name on the wire.</summary>
    public static H2UpgradePolicy Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(H2UpgradePolicy value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>When an image is fetched.</summary>
[EnumType]
public readonly record struct ImagePullPolicy
{
    private readonly string _name;

    private ImagePullPolicy(string name) => _name = name;

    /// <summary>As Always for the tag latest, and else as IfNotPresent.</summary>
    public static ImagePullPolicy UnspecifiedPolicy { get; } = new("UNSPECIFIED_POLICY");

    /// <summary>When the proxy does not have it yet.</summary>
    public static ImagePullPolicy IfNotPresent { get; } = new("IfNotPresent");

    /// <summary>Each time that the plugin is loaded.</summary>
    public static ImagePullPolicy Always { get; } = new("Always");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [UnspecifiedPolicy._name, IfNotPresent._name, Always._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ImagePullPolicy Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ImagePullPolicy value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Kind of filter that a plugin is.</summary>
[EnumType]
public readonly record struct PluginType
{
    private readonly string _name;

    private PluginType(string name) => _name = name;

    /// <summary>As HTTP.</summary>
    public static PluginType UnspecifiedPluginType { get; } = new("UNSPECIFIED_PLUGIN_TYPE");

    /// <summary>HTTP filter.</summary>
    public static PluginType Http { get; } = new("HTTP");

    /// <summary>Network filter, which sees bytes.</summary>
    public static PluginType Network { get; } = new("NETWORK");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [UnspecifiedPluginType._name, Http._name, Network._name];

    /// <summary>Value of a name on the wire.</summary>
    public static PluginType Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(PluginType value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>What a server does with its clients' TLS.</summary>
[EnumType]
public readonly record struct ServerTlsMode
{
    private readonly string _name;

    private ServerTlsMode(string name) => _name = name;

    /// <summary>Passed on unopened, routed by SNI in a VirtualService.</summary>
    public static ServerTlsMode Passthrough { get; } = new("PASSTHROUGH");

    /// <summary>Ended here; the client shows no certificate.</summary>
    public static ServerTlsMode Simple { get; } = new("SIMPLE");

    /// <summary>Ended here; the client must show a certificate.</summary>
    public static ServerTlsMode Mutual { get; } = new("MUTUAL");

    /// <summary>Passed on unopened to the service that the SNI names.</summary>
    public static ServerTlsMode AutoPassthrough { get; } = new("AUTO_PASSTHROUGH");

    /// <summary>Ended here with the certificates that Istio issues.</summary>
    public static ServerTlsMode IstioMutual { get; } = new("ISTIO_MUTUAL");

    /// <summary>Ended here; a client certificate is checked if there is one.</summary>
    public static ServerTlsMode OptionalMutual { get; } = new("OPTIONAL_MUTUAL");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [Passthrough._name, Simple._name, Mutual._name, AutoPassthrough._name, IstioMutual._name, OptionalMutual._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ServerTlsMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ServerTlsMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Version of TLS.</summary>
[EnumType]
public readonly record struct TlsProtocolVersion
{
    private readonly string _name;

    private TlsProtocolVersion(string name) => _name = name;

    /// <summary>Chosen by the proxy.</summary>
    public static TlsProtocolVersion Auto { get; } = new("TLS_AUTO");

    /// <summary>TLS 1.0.</summary>
    public static TlsProtocolVersion Tls10 { get; } = new("TLSV1_0");

    /// <summary>TLS 1.1.</summary>
    public static TlsProtocolVersion Tls11 { get; } = new("TLSV1_1");

    /// <summary>TLS 1.2.</summary>
    public static TlsProtocolVersion Tls12 { get; } = new("TLSV1_2");

    /// <summary>TLS 1.3.</summary>
    public static TlsProtocolVersion Tls13 { get; } = new("TLSV1_3");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Auto._name, Tls10._name, Tls11._name, Tls12._name, Tls13._name];

    /// <summary>Value of a name on the wire.</summary>
    public static TlsProtocolVersion Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(TlsProtocolVersion value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Side of the traffic that a workload is on.</summary>
[EnumType]
public readonly record struct WorkloadMode
{
    private readonly string _name;

    private WorkloadMode(string name) => _name = name;

    /// <summary>As CLIENT_AND_SERVER.</summary>
    public static WorkloadMode Undefined { get; } = new("UNDEFINED");

    /// <summary>The caller's.</summary>
    public static WorkloadMode Client { get; } = new("CLIENT");

    /// <summary>The server's.</summary>
    public static WorkloadMode Server { get; } = new("SERVER");

    /// <summary>Both.</summary>
    public static WorkloadMode ClientAndServer { get; } = new("CLIENT_AND_SERVER");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Undefined._name, Client._name, Server._name, ClientAndServer._name];

    /// <summary>Value of a name on the wire.</summary>
    public static WorkloadMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(WorkloadMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
