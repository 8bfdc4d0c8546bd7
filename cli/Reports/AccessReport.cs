using MeshStack.Analysis.Concurrency;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Manifests;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Reports;

/// <summary>Who may call whom, by service, caller and host; what is undecided says why.</summary>
/// <param name="Services">The services that someone may call, or may be able to.</param>
/// <param name="Closed">The services that nobody may call.</param>
/// <param name="Findings">Configuration that has no effect, or another one than it seems.</param>
internal sealed record AccessReport(
    IReadOnlyList<ServiceAccess> Services,
    IReadOnlyList<AccessTarget> Closed,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>What becomes of the invariants of a stack.</summary>
    public IReadOnlyList<InvariantState> Invariants { get; init; } = [];

    /// <summary>What filters leave, and how much they leave out; null where there is none.</summary>
    public string? Shown { get; init; }

    /// <param name="matrix">Who may call whom.</param>
    /// <param name="findings">What is found about the objects.</param>
    /// <param name="filter">What is shown of that; null for all.</param>
    public static AccessReport From(AccessMatrix matrix, IReadOnlyList<Finding> findings, ReportFilter? filter = null)
    {
        AccessCell[] cells = [.. matrix.Cells.Where(cell => filter?.Shows(cell) != false)];
        // To put sets of requests into words is most of the work, and no service needs another.
        var services = Cores.Each(
            cells.GroupBy(c => c.Target).By(g => g.Key).ToArray(),
            cells.Length,
            g => new ServiceAccess(
                g.Key,
                [.. OpenAccess.Of(g).OrderBy(a => a.Callers[0], StringComparer.Ordinal).ThenBy(a => a.Host, StringComparer.Ordinal)]
            )
        );
        if (filter is null)
        {
            return new(services, [.. matrix.Closed], findings);
        }

        Finding[] shown = [.. findings.Where(new ShownFindings(filter, cells).Has)];
        return new(services, [.. matrix.Closed.Where(filter.Shows)], shown)
        {
            Shown = filter.Text(ReportFilter.LeftOut(findings.Except(shown), 0)),
        };
    }
}
