namespace MeshStack.Analysis.Model;

/// <summary>Who makes a request.</summary>
public abstract record Caller
{
    /// <summary>The service account of callers without a sidecar, who show none; no real one has this name.</summary>
    public const string WithoutSidecar = "*without-sidecar";

    private protected Caller(string cluster) => Cluster = cluster;

    /// <summary>The cluster that the caller is in or comes to.</summary>
    public string Cluster { get; }

    /// <summary>The IP address that whoever takes the caller's connection sees it come from; null where that is not known.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>A workload of a cluster.</summary>
    public sealed record InMesh : Caller
    {
        /// <summary>A workload by its service account.</summary>
        public InMesh(string cluster, string ns, string serviceAccount)
            : base(cluster)
        {
            Namespace = ns;
            ServiceAccount = serviceAccount;
        }

        /// <summary>The workload's namespace.</summary>
        public string Namespace { get; }

        /// <summary>The workload's service account.</summary>
        public string ServiceAccount { get; }

        /// <summary>The labels that tell it from others of the same service account; null for all of them.</summary>
        public IReadOnlyDictionary<string, string>? Labels { get; init; }

        /// <summary>The trust domain of its identity; null for that of its cluster.</summary>
        public string? TrustDomain { get; init; }

        /// <summary>Whether it has a sidecar; null where its manifests say so.</summary>
        public bool? HasSidecar { get; init; }
    }

    /// <summary>A client outside of the mesh that comes to an ingress gateway.</summary>
    public sealed record Outside : Caller
    {
        /// <summary>A client of the gateways of a cluster.</summary>
        public Outside(string cluster)
            : base(cluster) { }

        /// <summary>The gateway's namespace; null for any.</summary>
        public string? GatewayNamespace { get; init; }

        /// <summary>The gateway's name; null for any.</summary>
        public string? Gateway { get; init; }

        /// <summary>The client's IP address, where it is known.</summary>
        public string? Address { get; init; }

        /// <summary>True where it has a certificate that gateways with tls mode MUTUAL accept.</summary>
        public bool HasCertificate { get; init; }
    }
}
