namespace MeshStack.Analysis.Access;

/// <summary>The DestinationRules of a cluster by namespace and host.</summary>
/// <remarks>Source: destinationRule in pilot/pkg/model/push_context.go and destination_rule.go of istio/istio.</remarks>
internal sealed class DestinationRuleIndex
{
    private readonly Dictionary<(string Namespace, string Host), List<Manifest>> _rules = [];
    private static readonly string[] Scope =
        ["spec host", "spec exportTo", "spec workloadSelector", "metadata name", "metadata creationTimestamp"];

    private readonly MeshConfiguration _mesh;
    private readonly IReadOnlyList<int> _wildcards;
    private readonly ClusterMasks _masks;
    private readonly (Manifest Manifest, MaskedObject Masks)[] _anywhere;

    public DestinationRuleIndex(ClusterSnapshot cluster)
    {
        _mesh = cluster.Mesh;
        _masks = cluster.Masks;
        _anywhere = [.. cluster.Objects.Of("DestinationRule").Select(manifest => (manifest, Masks: _masks.Of(manifest)!))
            .Where(one => one.Masks?.Hiding(Scope) is not null)];
        foreach (var manifest in cluster.Objects.Of("DestinationRule").Where(manifest => manifest.Spec["host"].HasContent))
        {
            var space = manifest.Namespace ?? "default";
            var key = (space, HostMatch.Full(manifest.Spec["host"].Text ?? "", space));
            if (!_rules.TryGetValue(key, out var rules))
            {
                _rules[key] = rules = [];
            }

            rules.Add(manifest);
        }

        _wildcards = HostMatch.WildcardLengths(_rules.Keys.Select(key => key.Host));
    }

    /// <summary>The rules that a client gets for a service: its own namespace's, else the service's, else the root namespace's.</summary>
    public IReadOnlyList<Manifest> Of(string client, IReadOnlyDictionary<string, string> labels, MeshService service)
    {
        var own = In(client, service.Host, manifest => Reaches(manifest, client) && LabelSelector.Of(manifest.Spec["workloadSelector"]["matchLabels"]).Selects(labels));
        if (own.Length > 0 && client != _mesh.RootNamespace)
        {
            return Preferred(own);
        }

        // In the root namespace, rules for everyone come after those of the service.
        if (own.Where(manifest => !Visibility.Of(manifest, _mesh.DefaultDestinationRuleExportTo).Contains("*")).ToArray() is { Length: > 0 } local)
        {
            return Preferred(local);
        }

        foreach (var space in new[] { service.Namespace, _mesh.RootNamespace })
        {
            var found = In(space, service.Host, manifest => Reaches(manifest, client) && !manifest.Spec["workloadSelector"].Exists);
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>What hides the rules for a service, or others that may be for it; null where they are read.</summary>
    public Unreadable? Hiding(IReadOnlyList<Manifest> rules, string client, MeshService service) =>
        rules.Select(rule => _masks.Of(rule)?.Unread).FirstHidden()
        ?? _anywhere.FirstOrDefault(one => MayBeFor(one.Manifest, one.Masks, client, service)).Masks?.Hiding(Scope);

    /// <summary>The rules of which masks hide what they are for.</summary>
    public IEnumerable<Manifest> Anywhere => _anywhere.Select(one => one.Manifest);

    private bool MayBeFor(Manifest rule, MaskedObject masks, string client, MeshService service)
    {
        var space = rule.Namespace ?? "default";
        return (space == client || space == service.Namespace || space == _mesh.RootNamespace)
            && (masks.Hiding("spec host") is not null
            || HostMatch.IsSubset(service.Host, HostMatch.Full(rule.Spec["host"].Text ?? "", space)))
            && (masks.Hiding("spec exportTo") is not null || Reaches(rule, client));
    }

    private static IReadOnlyList<Manifest> Preferred(IReadOnlyList<Manifest> rules) =>
        rules.Where(manifest => manifest.Spec["workloadSelector"].Exists).ToArray() is { Length: > 0 } chosen ? chosen : rules;

    private bool Reaches(Manifest manifest, string client) => Visibility.Reaches(Visibility.Of(manifest, _mesh.DefaultDestinationRuleExportTo), manifest.Namespace ?? "default", client);

    private Manifest[] In(string space, string host, Func<Manifest, bool> isSeen)
    {
        Manifest[] found = [];
        HostMatch.MostSpecific(host, _wildcards, pattern => _rules.TryGetValue((space, pattern), out var rules) && (found = [.. rules.Where(isSeen)]).Length > 0);
        return found;
    }
}
