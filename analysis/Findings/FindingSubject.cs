using System.Collections.Concurrent;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Findings;

/// <summary>What the findings are looked for in: a snapshot, its matrix, and both sides of every policy.</summary>
internal sealed class FindingSubject
{
    private readonly ConcurrentDictionary<(Workload Workload, int Port), PortRules> _ports = new();
    private readonly Lazy<ILookup<(string Cluster, string Namespace), AccessCell>> _cells;

    public FindingSubject(Snapshot snapshot, AccessMatrix matrix)
    {
        (Snapshot, Matrix) = (snapshot, matrix);
        var governed = snapshot.ClusterNames.ToLookup(cluster => snapshot.ControlPlaneOf(cluster).Name, StringComparer.Ordinal);
        ControlPlanes =
        [
            .. governed
                .OrderBy(controlPlane => controlPlane.Key, StringComparer.Ordinal)
                .Select(controlPlane => new GovernedControlPlane(snapshot, snapshot.Cluster(controlPlane.Key), [.. controlPlane])),
        ];
        Identities = new(snapshot);
        _cells = new(() => matrix.Cells.ToLookup(cell => (cell.Target.Cluster, cell.Target.Namespace)));
    }

    public Snapshot Snapshot { get; }

    public AccessMatrix Matrix { get; }

    public IReadOnlyList<GovernedControlPlane> ControlPlanes { get; }

    public KnownIdentities Identities { get; }

    /// <summary>What rules match on a port, found once.</summary>
    public PortRules RulesOf(Workload workload, int port) =>
        _ports.GetOrAdd((workload, port), key => new(Snapshot, key.Workload, key.Port));

    /// <summary>The cells of the services of a namespace.</summary>
    public IEnumerable<AccessCell> CellsOf(string cluster, string ns) => _cells.Value[(cluster, ns)];

    public static Finding Finding(Severity severity, string code, Manifest manifest, string path, string message) =>
        new(severity, code, manifest.Cluster, manifest.Reference, path, message, manifest.Source);
}
