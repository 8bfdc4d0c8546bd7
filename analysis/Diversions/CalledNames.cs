using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>What the workloads of namespaces call and get something by, in the mesh and outside of it.</summary>
internal sealed class CalledNames
{
    private readonly Dictionary<(string ControlPlane, string Namespace), HashSet<CalledName>> _called = [];
    private readonly Dictionary<string, HashSet<CalledName>> _byEveryone = [];

    public CalledNames(Snapshot snapshot, AccessMatrix matrix)
    {
        // A cell names a gateway by the target that it is.
        var gateways = matrix
            .Questions.Where(question => question.Asked.Gateway is not null)
            .ToLookup(question => (question.Asked.Host, question.Asked.Port), question => CalledName.From(question.Asked));
        foreach (var cell in matrix.Cells.Where(cell => !cell.Caller.IsOutside))
        {
            var controlPlane = snapshot.ControlPlaneOf(cell.Caller.Cluster).Name;
            var names = cell.Gateway is null ? [new(cell.Host, cell.HostPort, null)] : gateways[(cell.Host, cell.HostPort)];
            Of(controlPlane, cell.Caller.Namespace).UnionWith(names);
        }

        // What is outside of the mesh has no cells.
        foreach (
            var question in matrix.Questions.Where(question =>
                question.IsOfName && question.Trace.Handlings.Any(one => one is { Effect: CallEffect.Sent, End.Workload: null })
            )
        )
        {
            foreach (var caller in question.Callers().Where(caller => !caller.IsOutside).DistinctBy(one => (one.Cluster, one.Namespace)))
            {
                Of(snapshot.ControlPlaneOf(caller.Cluster).Name, caller.Namespace).Add(CalledName.From(question.Asked));
            }
        }
    }

    public IReadOnlySet<CalledName> By(string controlPlane, string ns) => Of(controlPlane, ns).Union(Of(controlPlane, null)).ToHashSet();

    private HashSet<CalledName> Of(string controlPlane, string? ns)
    {
        if (ns is null)
        {
            return _byEveryone.TryGetValue(controlPlane, out var everyone) ? everyone : _byEveryone[controlPlane] = [];
        }

        return _called.TryGetValue((controlPlane, ns), out var called) ? called : _called[(controlPlane, ns)] = [];
    }
}
