using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation;

/// <summary>A proxy that sends: its workload, and the control plane that tells it of the mesh.</summary>
internal sealed record Client(Snapshot Snapshot, Workload Workload)
{
    public ClusterSnapshot ControlPlane { get; } = Snapshot.ControlPlaneOf(Workload.Cluster);

    public Registry Registry => Snapshot.Registry(ControlPlane.Name);

    public WorkloadRules Rules => ControlPlane.Policies.Of(Workload);

    public Identity Identity => Workload.IdentityIn(ControlPlane.Mesh);

    /// <summary>What leaves nothing known of what it is told; null where the parts tell for themselves.</summary>
    public Unreadable? Unreadable => Snapshot.Hiding(Workload.Cluster) ?? Registry.Unreadable ?? Workload.Unreadable;

    public override string ToString() => Workload.ToString();
}
