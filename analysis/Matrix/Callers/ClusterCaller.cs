namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>A caller, its principal, and the classes that its workloads are of.</summary>
internal sealed record ClusterCaller(AccessCaller Caller, string Principal, IReadOnlyList<CallerClass> Classes);
