using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>Keys in Istio's own words, held against the versions of Istio that would have to know them.</summary>
internal sealed class FieldVersions(IntentChecks checks)
{
    private static readonly string[] Keys = ["connectionPool", "outlierDetection"];

    // Services say the same few keys.
    private readonly Dictionary<(string Path, string Version), string?> _since = [];

    public void Check(IEnumerable<InboundServiceDocument> services)
    {
        // The policy of a service stands with its callers, too.
        var callers = checks
            .Documents.SelectMany(d => d.Callers(checks))
            .Where(c => c.Cluster is not null)
            .ToLookup(c => c.Service, c => c.Cluster!, StringComparer.Ordinal);
        var routes = new ServiceRoutes(checks);
        foreach (var service in services)
        {
            string[] clusters = [.. service.Clusters.Concat(callers[service.Name]).Distinct(StringComparer.Ordinal)];
            Check(service, "", clusters);
            if (routes.RootOf(service.Name) is { } route)
            {
                for (var i = 0; i < route.Asked.Subsets.Count; i++)
                {
                    Check(route, FormattableString.Invariant($"subsets[{i}]."), clusters);
                }
            }
        }
    }

    // The versions of a service have the same keys as the service.
    private void Check(IntentDocument document, string at, IReadOnlyList<string> names)
    {
        foreach (var path in Keys.SelectMany(key => document.Lines.Below(at + key)).Select(path => path[at.Length..]))
        {
            // Of the istiod that reads the policy, the cluster that configures it says the version.
            var old = names
                .Select(checks.Cluster)
                .OfType<ClusterDefinition>()
                .Select(cluster => cluster.Plan.ConfiguredIn)
                .Distinct(StringComparer.Ordinal)
                .Select(name => (Name: name, Version: checks.Cluster(name)!.Install.RevisionSet.Oldest))
                .Where(cluster => SinceWhere(path, cluster.Version) is not null)
                .ToList();

            // What stands below a field that is too new is too new as well.
            var above = path[..path.LastIndexOfAny(['.', '['])];
            if (old.Count > 0 && SinceWhere(above, old[0].Version) is null && SinceWhere(path, old[0].Version) is { } since)
            {
                checks.Error(document, at + path, DestinationRuleFields.IsTooNew(since, old));
            }
        }
    }

    private string? SinceWhere(string path, string version)
    {
        if (!_since.TryGetValue((path, version), out var since))
        {
            _since[(path, version)] = since = DestinationRuleFields.SinceWhere("spec.trafficPolicy." + path, version);
        }

        return since;
    }
}
