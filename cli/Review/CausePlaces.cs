using MeshStack.Analysis.Model;
using MeshStack.Cli.Reports;
using MeshStack.Manifests;
using MeshStack.Preview.Changes;

namespace MeshStack.Cli.Review;

/// <summary>The places that a change of access comes from.</summary>
internal sealed class CausePlaces
{
    private readonly ILookup<(string Cluster, string Object), ObjectChange> _changes;
    private readonly ILookup<(string Cluster, string Object), SourceLocation?> _places;
    private readonly IReadOnlyList<ObjectChange> _all;

    /// <param name="after">The objects after the change.</param>
    /// <param name="changes">Those that change.</param>
    public CausePlaces(IReadOnlyList<ComparedObject> after, IReadOnlyList<ObjectChange> changes)
    {
        _all = [.. changes.Where(change => change.Source is not null)];
        _changes = _all.ToLookup(change => (change.Cluster, change.Object));
        _places = after.ToLookup(one => (one.Cluster, one.Object), one => one.Source);
    }

    /// <summary>The line with its place: of the objects that decide the one that changes, else what changes around the service, else the
    /// first that decides.</summary>
    /// <param name="line">What changes for callers.</param>
    public ReviewLine Place(AccessChangeLine line)
    {
        var changed = line.Causes.SelectMany(cause => _changes[Of(cause)]).FirstOrDefault() ?? Around(line);
        return changed is not null
            ? new(line, changed.Source, changed.Kind == ObjectChangeKind.Removed)
            : new(line, line.Causes.SelectMany(cause => _places[Of(cause)]).FirstOrDefault(at => at is not null), false);
    }

    // A policy that goes is in no decision any more.
    private ObjectChange? Around(AccessChangeLine line) =>
        line.Service is { } service
            ? _all.Where(change => change.Cluster == service.Cluster)
                .OrderBy(change => change.Object.Contains($" {service.Namespace}/", StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(change => change.Kind == ObjectChangeKind.Removed ? 0 : 1)
                .FirstOrDefault()
            : null;

    private static (string Cluster, string Object) Of(Cause cause) =>
        (cause.Cluster, cause.Namespace is null ? $"{cause.Kind} {cause.Name}" : $"{cause.Kind} {cause.Namespace}/{cause.Name}");
}
