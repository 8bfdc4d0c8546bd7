using System.Runtime.CompilerServices;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>Pods that are all alike: one template, one service account, one set of labels.</summary>
internal sealed record Workload
{
    public const string TlsModeLabel = "security.istio.io/tlsMode";

    /// <summary>The label by which pods say that their proxy takes HBONE.</summary>
    public const string TunnelLabel = "networking.istio.io/tunnel";

    public required string Cluster { get; init; }

    public required string Namespace { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The labels that masks hide; null for none.</summary>
    public HiddenLabels? HiddenLabels { get; init; }

    /// <summary>What hides it; null where all that answers depend on is read.</summary>
    public Unreadable? Unreadable { get; init; }

    public string ServiceAccount { get; init; } = "default";

    public SidecarPresence Sidecar { get; init; } = SidecarPresence.Absent;

    /// <summary>Why it has a sidecar, has none, or may have one.</summary>
    public string SidecarReason { get; init; } = "";

    /// <summary>What captures its pods for ztunnel; null where nothing does.</summary>
    public Capture? Capture { get; init; }

    /// <summary>True where ztunnel takes its connections, in and out.</summary>
    public bool IsAmbient => Capture is not null;

    /// <summary>Whether its sidecar takes HBONE; null where that is not known.</summary>
    public bool? TakesHbone { get; init; } = false;

    /// <summary>True for a machine that a WorkloadEntry stands for: an endpoint for proxies, of which Kubernetes knows nothing.</summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/serviceregistry/kube/controller/controller.go, workloadInstanceHandler.
    /// </remarks>
    public bool IsMachine => Kind == "WorkloadEntry";

    public bool IsGateway { get; init; }

    /// <summary>True where masks hide whether it is a gateway.</summary>
    public bool MayBeGateway { get; init; }

    /// <summary>Container ports by name; unnamed ones by number.</summary>
    public IReadOnlyDictionary<string, int> Ports { get; init; } = new Dictionary<string, int>();

    /// <summary>How many pods its object asks for; null where it does not say.</summary>
    public long? Replicas { get; init; }

    /// <summary>The ports of a node that lead to its own.</summary>
    public IReadOnlyList<(int Node, int Pod)> HostPorts { get; init; } = [];

    /// <summary>What hides some of them.</summary>
    public Unreadable? HiddenHostPorts { get; init; }

    /// <summary>True where its pods have the addresses of their nodes.</summary>
    public bool UsesHostNetwork { get; init; }

    /// <summary>A trust domain other than the one that its control plane gives.</summary>
    public string? TrustDomain { get; init; }

    public string Network { get; init; } = "";

    public string? Address { get; init; }

    /// <summary>Region, zone and subzone of a machine, with slashes in between; null where none is named.</summary>
    public string? Locality { get; init; }

    /// <summary>What the pod's own annotation says about DNS, null where it says nothing.</summary>
    public bool? DnsCapture { get; init; }

    /// <summary>Which connections its sidecar gets to see.</summary>
    public Redirection Redirection { get; init; } = Redirection.Everything;

    /// <summary>True where it is a pod as a cluster has it, which nothing is injected into any more.</summary>
    public bool IsRunning { get; init; }

    /// <summary>The address that its connections come from and arrive at, known of pods alone.</summary>
    public string? PodAddress { get; init; }

    /// <summary>Whether istiod says of its pods that they take mTLS: the label, which sidecars are injected with and gateways are
    /// not.</summary>
    /// <remarks>Source: GetTLSModeFromEndpointLabels in pilot/pkg/model/service.go, and the injection templates, of istio/istio.</remarks>
    public bool TakesMutualTls =>
        Labels.TryGetValue(TlsModeLabel, out var mode) ? mode == "istio" : Sidecar != SidecarPresence.Absent && !IsGateway && !IsRunning;

    /// <summary>True where a selector chooses it, or may do so.</summary>
    public bool IsSelectedBy(LabelSelector selector) => selector.Selects(Labels) || HiddenLabels?.May(selector, Labels) == true;

    /// <summary>True where it has a service account, or may have it.</summary>
    public bool RunsAs(string account) => ServiceAccount == account || Mask.IsIn(ServiceAccount);

    public Identity IdentityIn(MeshConfiguration mesh) => new(TrustDomain ?? mesh.TrustDomain, Namespace, ServiceAccount);

    public Cause Because(string detail) => new(Cluster, Kind, Namespace, Name, detail);

    /// <summary>Two workloads may be alike in everything that is known of them, and are two all the same.</summary>
    public bool Equals(Workload? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => $"{Cluster} {Namespace}/{Name}";
}
