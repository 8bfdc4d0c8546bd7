namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>A caller, its principal, and the classes that its workloads are of.</summary>
internal sealed record ClusterCaller(AccessCaller Caller, string Principal, IReadOnlyList<CallerClass> Classes)
{
    /// <summary>True for a caller that no workload of the cluster is.</summary>
    public bool IsUnknown => Caller.Identity is not null;

    /// <summary>True where a workload is known that has such an identity.</summary>
    public bool IsShared { get; init; }
}
