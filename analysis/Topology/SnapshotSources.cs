using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Topology;

/// <summary>Everything that a snapshot is made of.</summary>
public sealed record SnapshotSources
{
    /// <summary>The objects of all clusters.</summary>
    public IReadOnlyList<Manifest> Manifests { get; init; } = [];

    /// <summary>The Helm releases of Istio's charts.</summary>
    public IReadOnlyList<ChartRelease> Releases { get; init; } = [];

    /// <summary>Workloads that no manifest describes.</summary>
    public IReadOnlyList<DeclaredWorkload> Workloads { get; init; } = [];

    /// <summary>Services that no manifest describes.</summary>
    public IReadOnlyList<DeclaredService> Services { get; init; } = [];

    /// <summary>The addresses of gateways that no Service's status tells.</summary>
    public IReadOnlyList<GatewayAddress> Gateways { get; init; } = [];

    /// <summary>What is down; its pods are in no answer.</summary>
    public Outage Down { get; init; } = Outage.None;

    /// <summary>What is to be said about how the objects were read.</summary>
    public IReadOnlyList<Finding> Notes { get; init; } = [];

    /// <summary>The clusters whose objects are not all known, and why: nothing of them is decided.</summary>
    public IReadOnlyDictionary<string, string> Unbuilt { get; init; } = new Dictionary<string, string>();

    /// <summary>The version of Istio of the clusters that show none.</summary>
    public string? IstioVersion { get; init; }

    /// <summary>True where objects count that the API server or istiod would refuse, and fields that no definition has.</summary>
    public bool CountsRefused { get; init; } = true;

    /// <summary>What is taken as another version of Istio has it; null for nothing.</summary>
    internal VersionSwitch? Switch { get; init; }

    /// <summary>What is said about clusters outright, by cluster.</summary>
    public IReadOnlyDictionary<string, ClusterSettings> Settings { get; init; } = new Dictionary<string, ClusterSettings>();

    /// <summary>What a folder of the same objects and releases says of all the rest in its mesh.yaml, by cluster.</summary>
    public IReadOnlyDictionary<string, object?> MeshFile() => MeshFileContent.Of(this);
}
