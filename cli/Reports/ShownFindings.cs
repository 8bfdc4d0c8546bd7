using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>The findings about what a filter shows: about objects that decide its calls, and others beside its services.</summary>
internal sealed class ShownFindings
{
    private readonly ReportFilter _filter;
    private readonly HashSet<(string Cluster, string Object)> _deciding;
    private readonly HashSet<(string Cluster, string? Namespace)> _places;

    public ShownFindings(ReportFilter filter, IReadOnlyList<AccessCell> cells)
    {
        _filter = filter;
        _deciding = [.. cells.SelectMany(cell => cell.Because).Distinct().Select(cause => (cause.Cluster, $"{cause.Kind} {cause.Place}"))];
        _places =
        [
            .. cells
                .Select(cell => cell.Target)
                .Concat(filter.Services ?? new HashSet<AccessTarget>())
                .Select(target => (target.Cluster, (string?)target.Namespace)),
        ];
    }

    /// <summary>Whether a finding is shown.</summary>
    public bool Has(Finding finding)
    {
        // What is in no namespace is for all of them.
        var place = finding.Object[(finding.Object.LastIndexOf(' ') + 1)..];
        var ns = place.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? place[..slash] : null;
        return (ns is null ? _filter.Clusters?.Contains(finding.Cluster) != false : _filter.Shows(finding.Cluster, ns))
            && (
                !_filter.IsAboutCalls
                || ns is null
                || _places.Contains((finding.Cluster, ns))
                || _deciding.Contains((finding.Cluster, finding.Object))
            );
    }
}
