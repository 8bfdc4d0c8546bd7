using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>The DestinationRules of a cluster by namespace and host.</summary>
/// <remarks>Source: destinationRule in pilot/pkg/model/push_context.go and destination_rule.go of istio/istio.</remarks>
internal sealed class DestinationRuleIndex
{
    private static readonly string[] Scope =
    [
        "spec host",
        "spec exportTo",
        "spec workloadSelector",
        "metadata name",
        "metadata creationTimestamp",
    ];

    private readonly Dictionary<(string Namespace, string Host), List<DestinationRuleConfig>> _rules = [];
    private readonly MeshConfiguration _mesh;
    private readonly IReadOnlyList<int> _wildcards;
    private readonly ClusterMasks _masks;
    private readonly (DestinationRuleConfig Rule, MaskedObject Masks)[] _anywhere;

    public DestinationRuleIndex(ClusterSnapshot cluster)
    {
        _mesh = cluster.Mesh;
        _masks = cluster.Masks;
        var all = cluster.Objects.Of("DestinationRule").Select(manifest => new DestinationRuleConfig(manifest, _mesh)).ToArray();
        _anywhere = [.. all.Select(rule => (rule, Masks: _masks.Of(rule.Manifest)!)).Where(one => one.Masks?.Hiding(Scope) is not null)];
        foreach (var rule in all.Where(rule => rule.Manifest.Spec["host"].HasContent))
        {
            if (!_rules.TryGetValue((rule.Namespace, rule.Host), out var rules))
            {
                _rules[(rule.Namespace, rule.Host)] = rules = [];
            }

            rules.Add(rule);
        }

        _wildcards = HostMatch.WildcardLengths(_rules.Keys.Select(key => key.Host));
    }

    /// <summary>The rules that a client gets for a service: its own namespace's, else the service's, else the root namespace's.</summary>
    public IReadOnlyList<Manifest> Of(string client, IReadOnlyDictionary<string, string> labels, MeshService service)
    {
        // In the root namespace, rules for everyone come after those of the service.
        var isRoot = client == _mesh.RootNamespace;
        var own = In(client, service.Host, rule => rule.Reaches(client) && !(isRoot && rule.ExportTo.Contains("*")));
        if (own.Length > 0)
        {
            return Preferred(own, labels);
        }

        bool IsForAll(DestinationRuleConfig rule) => rule.Reaches(client) && !rule.IsForSome;
        return Manifests(
            In(service.Namespace, service.Host, IsForAll) is { Length: > 0 } found ? found : In(_mesh.RootNamespace, service.Host, IsForAll)
        );
    }

    /// <summary>What hides the rules for a service, or others that may be for it; null where they are read.</summary>
    public Unreadable? Hiding(IReadOnlyList<Manifest> rules, string client, MeshService service) =>
        rules.Select(rule => _masks.Of(rule)?.Unread).FirstHidden()
        ?? _anywhere.FirstOrDefault(one => MayBeFor(one.Rule, one.Masks, client, service)).Masks?.Hiding(Scope);

    /// <summary>The rules of which masks hide what they are for.</summary>
    public IEnumerable<Manifest> Anywhere => _anywhere.Select(one => one.Rule.Manifest);

    private bool MayBeFor(DestinationRuleConfig rule, MaskedObject masks, string client, MeshService service) =>
        (rule.Namespace == client || rule.Namespace == service.Namespace || rule.Namespace == _mesh.RootNamespace)
        && (masks.Hiding("spec host") is not null || HostMatch.IsSubset(service.Host, rule.Host))
        && (masks.Hiding("spec exportTo") is not null || rule.Reaches(client));

    // Where a namespace has any rule for the host, no other namespace is asked, whichever workloads its rules are for.
    // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/sidecar.go, SidecarScope.DestinationRule.
    private static Manifest[] Preferred(DestinationRuleConfig[] rules, IReadOnlyDictionary<string, string> labels) =>
        Manifests(
            rules.Where(rule => rule.IsForSome && rule.Selector.Selects(labels)).ToArray() is { Length: > 0 } chosen
                ? chosen
                : [.. rules.Where(rule => !rule.IsForSome)]
        );

    private static Manifest[] Manifests(DestinationRuleConfig[] rules) => Array.ConvertAll(rules, rule => rule.Manifest);

    private DestinationRuleConfig[] In(string ns, string host, Func<DestinationRuleConfig, bool> isSeen)
    {
        DestinationRuleConfig[] found = [];
        HostMatch.MostSpecific(
            host,
            _wildcards,
            pattern => _rules.TryGetValue((ns, pattern), out var rules) && (found = [.. rules.Where(isSeen)]).Length > 0
        );
        return found;
    }
}
