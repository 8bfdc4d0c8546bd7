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

    public static AccessReport From(AccessMatrix matrix, IReadOnlyList<Finding> findings)
    {
        // To put sets of requests into words is most of the work, and no service needs another.
        var services = Cores.Each(
            matrix.Cells.GroupBy(c => c.Target).By(g => g.Key).ToArray(),
            matrix.Cells.Count,
            g => new ServiceAccess(
                g.Key,
                [.. OpenAccess.Of(g).OrderBy(a => a.Callers[0], StringComparer.Ordinal).ThenBy(a => a.Host, StringComparer.Ordinal)]
            )
        );
        return new(services, [.. matrix.Closed], findings);
    }
}
