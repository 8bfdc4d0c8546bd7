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

    // A policy that goes is in no decision any more. Where several objects may be the cause, none is named: a wrong place is worse.
    private ObjectChange? Around(AccessChangeLine line)
    {
        if (line.Service is not { } service)
        {
            return null;
        }

        ObjectChange[] likely =
        [
            .. _all.Where(change =>
                change.Cluster == service.Cluster
                && HasASay(change)
                && (
                    change.Object == $"Namespace {service.Namespace}"
                    || change.Object.Contains($" {service.Namespace}/", StringComparison.Ordinal)
                    || change.Object.Contains(" istio-system/", StringComparison.Ordinal)
                )
            ),
        ];
        return likely.DistinctBy(change => change.Source).Count() == 1 ? likely[0] : null;
    }

    // What is of Kubernetes alone has a say where it is a workload, a Service or a namespace.
    private static bool HasASay(ObjectChange change) =>
        change.IsRelease
        || change.Group.Contains("istio.io", StringComparison.Ordinal)
        || change.Group.EndsWith("networking.k8s.io", StringComparison.Ordinal)
        || change.Object.Split(' ')[0]
            is "Service"
                or "Namespace"
                or "Deployment"
                or "StatefulSet"
                or "DaemonSet"
                or "Pod"
                or "Job"
                or "CronJob";

    private static (string Cluster, string Object) Of(Cause cause) =>
        (cause.Cluster, cause.Namespace is null ? $"{cause.Kind} {cause.Name}" : $"{cause.Kind} {cause.Namespace}/{cause.Name}");
}
