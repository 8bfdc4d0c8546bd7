using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Reports;

/// <summary>What callers may ask of one service alike, as it is proved, under all of its names together.</summary>
/// <param name="Service">Name of the intent that the service is of; <c>NAMESPACE/NAME</c> of any other one.</param>
/// <param name="IsDeclared">Whether an intent is about the service.</param>
/// <param name="Targets">Its ports.</param>
/// <param name="Callers">The callers.</param>
/// <param name="Requests">The requests, a line each.</param>
/// <param name="Undecided">The requests of which it is not known, a line each.</param>
/// <param name="Reasons">Why it is not known.</param>
/// <param name="Hosts">Hosts and ports under which they ask.</param>
/// <param name="Through">The gateways in between; null for none.</param>
/// <param name="Because">The objects that decide.</param>
internal sealed record AccessRow(
    string Service,
    bool IsDeclared,
    IReadOnlyList<AccessTarget> Targets,
    IReadOnlyList<string> Callers,
    IReadOnlyList<string> Requests,
    IReadOnlyList<string> Undecided,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Hosts,
    string? Through,
    IReadOnlyList<Cause> Because
)
{
    /// <summary>The rows of a mesh, by service and caller; of a filter, those that it leaves.</summary>
    public static IReadOnlyList<AccessRow> Of(MeshProof proof, ReportFilter? filter = null)
    {
        var servers = proof
            .Mesh.Facts.Servers.SelectMany(server =>
                server.Services.Append(server.Name).Distinct(StringComparer.Ordinal).Select(name => (Name: name, Server: server))
            )
            .ToLookup(one => (one.Server.Cluster, one.Server.Namespace, one.Name), one => one.Server.Component);
        var lines = new Dictionary<(RequestSet, bool), IReadOnlyList<string>>();
        return
        [
            .. proof
                .Matrix.Cells.Where(cell => filter?.Shows(cell) != false)
                .GroupBy(cell =>
                    servers[(cell.Target.Cluster, cell.Target.Namespace, cell.Target.Service)].FirstOrDefault() is var component
                    && component is not null
                        ? (Name: component, IsDeclared: true)
                        : (Name: $"{cell.Target.Namespace}/{cell.Target.Service}", IsDeclared: false)
                )
                .SelectMany(own => Of(own.Key.Name, own.Key.IsDeclared, [.. own], Lines))
                .OrderBy(row => row.Service, StringComparer.Ordinal)
                .ThenBy(row => row.Callers[0], StringComparer.Ordinal)
                .ThenBy(row => row.Hosts[0], StringComparer.Ordinal),
        ];

        // Many services are open to the same requests.
        IReadOnlyList<string> Lines(RequestSet requests, bool isHttp) =>
            lines.TryGetValue((requests, isHttp), out var known) ? known : lines[(requests, isHttp)] = RequestText.Lines(requests, isHttp);
    }

    private static IEnumerable<AccessRow> Of(
        string service,
        bool isDeclared,
        IReadOnlyList<AccessCell> cells,
        Func<RequestSet, bool, IReadOnlyList<string>> lines
    ) =>
        cells
            .GroupBy(cell => (cell.Caller, Way: OpenAccess.WayOf(cell), cell.IsHttp, cell.Requests.Certain, cell.Requests.Possible))
            .Select(own =>
                (
                    own.Key,
                    Cells: own.ToArray(),
                    Hosts: own.Select(cell => FormattableString.Invariant($"{cell.Host}:{cell.HostPort}"))
                        .Distinct(StringComparer.Ordinal)
                        .ToArray()
                )
            )
            .GroupBy(one => (Hosts: string.Join(' ', one.Hosts), one.Key.Way, one.Key.IsHttp, one.Key.Certain, one.Key.Possible))
            .Select(same => new AccessRow(
                service,
                isDeclared,
                [.. same.SelectMany(one => one.Cells).Select(cell => cell.Target).Distinct()],
                [.. same.Select(one => one.Key.Caller.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                lines(same.Key.Certain, same.Key.IsHttp),
                lines(same.First().Cells[0].Requests.Undecided, same.Key.IsHttp),
                [.. same.SelectMany(one => one.Cells).SelectMany(cell => cell.Requests.Reasons).Distinct(StringComparer.Ordinal)],
                same.First().Hosts,
                same.Key.Way,
                [.. same.SelectMany(one => one.Cells).SelectMany(cell => cell.Because).Distinct()]
            ));
}
