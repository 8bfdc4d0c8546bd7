namespace MeshStack.Analysis.Access;

/// <summary>Pods that are all alike: one template, one service account, one set of labels.</summary>
internal sealed class Workload
{
    public required string Cluster { get; init; }

    public required string Namespace { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    public string ServiceAccount { get; init; } = "default";

    public SidecarPresence Sidecar { get; init; } = SidecarPresence.Absent;

    /// <summary>Why it has a sidecar, has none, or may have one.</summary>
    public string SidecarReason { get; init; } = "";

    public bool IsGateway { get; init; }

    /// <summary>Container ports by name; unnamed ones by number.</summary>
    public IReadOnlyDictionary<string, int> Ports { get; init; } = new Dictionary<string, int>();

    public string Network { get; init; } = "";

    public string? Address { get; init; }

    /// <summary>What the pod's own annotation says about DNS, null where it says nothing.</summary>
    public bool? DnsCapture { get; init; }

    public bool IsMutualTlsOff => Labels.TryGetValue("security.istio.io/tlsMode", out var mode) && mode == "disabled";

    public Identity IdentityIn(MeshConfiguration mesh) => new(mesh.TrustDomain, Namespace, ServiceAccount);

    public Cause Because(string detail) => new(Cluster, Kind, Namespace, Name, detail);

    public override string ToString() => $"{Cluster} {Namespace}/{Name}";
}
