using System.Collections.Concurrent;

namespace MeshStack.Analysis.Access;

/// <summary>What the findings are looked for in: a snapshot, its matrix, and both sides of every policy.</summary>
internal sealed class ProofSubject
{
    private readonly ConcurrentDictionary<(Workload Workload, int Port), PortRules> _ports = new();
    private readonly Lazy<ILookup<(string Cluster, string Namespace), AccessCell>> _cells;

    public ProofSubject(Snapshot snapshot, AccessMatrix matrix)
    {
        (Snapshot, Matrix) = (snapshot, matrix);
        var governed = snapshot.ClusterNames.ToLookup(cluster => snapshot.PlaneOf(cluster).Name, StringComparer.Ordinal);
        Planes =
        [
            .. governed
                .OrderBy(plane => plane.Key, StringComparer.Ordinal)
                .Select(plane => new GovernedPlane(snapshot, snapshot.Cluster(plane.Key), [.. plane])),
        ];
        Identities = new(snapshot);
        _cells = new(() => matrix.Cells.ToLookup(cell => (cell.Target.Cluster, cell.Target.Namespace)));
    }

    public Snapshot Snapshot { get; }

    public AccessMatrix Matrix { get; }

    public IReadOnlyList<GovernedPlane> Planes { get; }

    public KnownIdentities Identities { get; }

    /// <summary>What rules match on a port, found once.</summary>
    public PortRules RulesOf(Workload workload, int port) =>
        _ports.GetOrAdd((workload, port), key => new(Snapshot, key.Workload, key.Port));

    /// <summary>The cells of the services of a namespace.</summary>
    public IEnumerable<AccessCell> CellsOf(string cluster, string space) => _cells.Value[(cluster, space)];

    public static Finding Finding(Severity severity, string code, Manifest manifest, string path, string message) =>
        new(severity, code, manifest.Cluster, manifest.Reference, path, message, manifest.Source);
}
