using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>A port of a service.</summary>
internal sealed record ServicePort(int Number, string Name, ServiceProtocol.Kind Protocol, TargetPort Target)
{
    /// <summary>The port that every node opens for it, where its manifest names one.</summary>
    public int? NodePort { get; init; }

    /// <summary>The port of one workload, or null where it has none; of a hidden one no port is ruled out.</summary>
    public int? On(Workload workload) => Target.On(workload) ?? (workload.Unreadable is null ? null : Number);
}
