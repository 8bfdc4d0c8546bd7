using MeshStack.Definition.Istio;

namespace MeshStack.Definition;

/// <summary>Keys in Istio's own words, held against the versions of Istio that would have to know them.</summary>
internal sealed class FieldVersions(
    IReadOnlyDictionary<string, ClusterDefinition> clusters,
    IReadOnlyList<InboundServiceDocument> services,
    IReadOnlyList<ClientAccessDocument> accesses,
    ProblemList problems)
{
    private static readonly string[] Keys = ["connectionPool", "outlierDetection"];

    public void Check()
    {
        // The policy of a service stands with its callers, too.
        var callers = accesses.Where(a => a.Cluster != null).ToLookup(a => a.Service, a => a.Cluster!, StringComparer.Ordinal);
        foreach (var service in services)
        {
            foreach (var key in Keys)
            {
                Check(service, key, [.. callers[service.Name].Prepend(service.Cluster).Distinct(StringComparer.Ordinal)]);
            }
        }
    }

    private void Check(InboundServiceDocument service, string key, IReadOnlyList<string> names)
    {
        foreach (var path in service.Lines.Below(key))
        {
            // Of the istiod that reads the policy, the cluster that configures it says the version.
            var old = names
                .Where(clusters.ContainsKey)
                .Select(name => clusters[name].Plan.ConfiguredIn)
                .Distinct(StringComparer.Ordinal)
                .Select(name => (Name: name, Version: clusters[name].Install.RevisionSet.Oldest))
                .Where(cluster => DestinationRuleFields.SinceWhere("spec.trafficPolicy." + path, cluster.Version) != null)
                .ToList();

            // What stands below a field that is too new is too new as well.
            if (old.Count > 0 && DestinationRuleFields.SinceWhere("spec.trafficPolicy." + path[..path.LastIndexOfAny(['.', '['])], old[0].Version) is null)
            {
                var since = DestinationRuleFields.SinceWhere("spec.trafficPolicy." + path, old[0].Version);
                problems.Error(service.Lines.Find(path), path, $"is a field of Istio {since} and newer, and {string.Join(" and ", old.Select(cluster => $"{cluster.Name} runs {cluster.Version}"))}, which would drop it");
            }
        }
    }
}
