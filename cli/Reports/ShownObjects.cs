using MeshStack.Analysis.Matrix;
using MeshStack.Manifests;
using MeshStack.Preview;

namespace MeshStack.Cli.Reports;

/// <summary>The objects of what a filter shows: those of its places, of its services' intents, and those that decide its calls.</summary>
internal sealed class ShownObjects
{
    private readonly ReportFilter _filter;
    private readonly HashSet<(string Cluster, string Kind, string Place)> _deciding;
    private readonly HashSet<SourceLocation> _documents;
    private readonly HashSet<string> _components;

    public ShownObjects(ReportFilter filter, MeshPreview preview, IReadOnlyList<AccessCell> cells)
    {
        _filter = filter;
        _deciding = [.. cells.SelectMany(cell => cell.Because).Distinct().Select(cause => (cause.Cluster, cause.Kind, cause.Place))];
        var services = preview
            .Mesh.Facts.Servers.Where(server =>
                filter.Services?.Any(target =>
                    (target.Cluster, target.Namespace) == (server.Cluster, server.Namespace)
                    && server.Services.Append(server.Name).Contains(target.Service)
                ) == true
            )
            .Select(server => server.Component)
            .ToHashSet(StringComparer.Ordinal);
        _documents =
        [
            .. preview
                .Definition?.Intents.Where(intent =>
                    preview.Definition.Kinds.Of(intent).Reach(intent) is { Service: { } service } reach
                    && services.Contains(service)
                    && IsOfCallers(reach)
                )
                .Select(intent => intent.Location)
                ?? [],
        ];

        // A program has no documents.
        _components = preview.Definition is null ? services : [];
    }

    /// <summary>What is shown of clusters; those without anything are left out.</summary>
    public IEnumerable<ClusterView> Of(IReadOnlyList<ClusterView> clusters) =>
        clusters
            .Where(cluster => _filter.Clusters?.Contains(cluster.Name) != false)
            .Select(cluster =>
                cluster with
                {
                    Components =
                    [
                        .. cluster
                            .Components.Select(component =>
                                component with
                                {
                                    Objects = [.. component.Objects.Where(item => Has(cluster.Name, component, item))],
                                }
                            )
                            .Where(component => component.Objects.Count > 0),
                    ],
                }
            )
            .Where(cluster => cluster.Components.Count > 0);

    private bool Has(string cluster, ComponentView component, ObjectView item) =>
        _filter.Shows(cluster, item.Kind == "Namespace" ? item.Name : item.Namespace)
        && (
            !_filter.IsAboutCalls
            || component.Sources.Any(_documents.Contains)
            || _components.Contains(component.Name)
            || _deciding.Contains((cluster, item.Kind, item.Place))
        );

    // What an intent says of other callers is not about these.
    private bool IsOfCallers(IntentReach reach) =>
        _filter.Callers is not { } callers
        || reach is { CallerNamespaces.Count: 0, IsForOutside: false }
        || callers.Any(caller => reach.IsForOutside ? caller.IsOutside : caller.Namespace is { } ns && reach.CallerNamespaces.Contains(ns));
}
