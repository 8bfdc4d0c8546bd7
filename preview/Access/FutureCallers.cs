using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;

namespace MeshStack.Preview.Access;

/// <summary>Who may call a workload that a mesh says nothing of.</summary>
internal static class FutureCallers
{
    /// <summary>The callers whose requests get through, and those of whom it cannot be told.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="cluster">The cluster of the workload.</param>
    /// <param name="namespace">Its namespace.</param>
    /// <param name="service">Name of the Service in front of it.</param>
    /// <param name="labels">Its labels.</param>
    public static (IReadOnlyList<string> Certain, IReadOnlyList<string> Possible) Of(
        ComposedMesh mesh,
        string cluster,
        string @namespace,
        string service,
        IReadOnlyDictionary<string, string> labels
    )
    {
        var sources = mesh.Proof.Sources;

        // It alone is asked for, which is much less than the matrix of the mesh.
        var matrix = AccessMatrix.From(
            Snapshot.From(
                sources with
                {
                    Services = [new(cluster, @namespace, service, labels, [new DeclaredPort(80, "http", null)])],
                    Workloads = [.. sources.Workloads, new(cluster, @namespace, service, labels)],
                }
            )
        );
        var cells = matrix
            .Cells.Concat(matrix.Unnamed)
            .Where(c => c.Target.Cluster == cluster && c.Target.Namespace == @namespace && c.Target.Service == service)
            .ToList();
        return (
            Names(cells.Where(c => !c.Requests.Certain.IsEmpty)),
            Names(cells.Where(c => c.Requests.Certain.IsEmpty && !c.Requests.Possible.IsEmpty))
        );
    }

    // Whoever stands for all of a cluster stands for each.
    private static IReadOnlyList<string> Names(IEnumerable<AccessCell> cells)
    {
        var callers = cells.Select(c => (c.Caller, IsAnyone: c.IsForAnyone || IsAnyone(c.Caller))).ToList();
        var whole = callers.Where(c => c.IsAnyone && !c.Caller.IsOutside).Select(c => c.Caller.Cluster).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. callers
                .Select(c => c.Caller)
                .Where(c => c.IsOutside || whole.Contains(c.Cluster) || c.Identity is null)
                .Select(c =>
                    c.IsOutside ? $"whoever comes from outside to {c.Cluster}"
                    : whole.Contains(c.Cluster) ? $"every workload of {c.Cluster}"
                    : c.ToString()
                )
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsAnyone(AccessCaller caller) => caller.IsEveryone || caller.Identity == AccessCaller.AnyNamespace;
}
