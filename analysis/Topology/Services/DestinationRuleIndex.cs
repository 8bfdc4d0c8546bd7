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

    private readonly DestinationRulePool _local = new();
    private readonly DestinationRulePool _exported = new();
    private readonly DestinationRulePool _ofRootAlone = new();
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
        DestinationRuleConfig[] named = [.. all.Where(rule => rule.Manifest.Spec["host"].HasContent)];
        foreach (var rule in named.OrderBy(rule => rule.IsForSome ? 0 : 1))
        {
            Add(rule);
        }

        _wildcards = HostMatch.WildcardLengths(named.Select(rule => rule.Host).Distinct(StringComparer.Ordinal));
    }

    /// <summary>
    /// The rules that a client gets for a service: its own namespace's, else the service's, else the root namespace's; and whether others
    /// may be meant, because nothing says which are the youngest.
    /// </summary>
    public (IReadOnlyList<Manifest> Rules, bool IsContested) Of(
        string client,
        IReadOnlyDictionary<string, string> labels,
        MeshService service
    )
    {
        // In the root namespace, rules for everyone come after those of the service.
        var own = (client == _mesh.RootNamespace ? _ofRootAlone : _local).MostSpecific(client, service.Host, _wildcards);
        return own.Count > 0 ? Chosen(own, labels)
            : Exported(service.Namespace, client, service) is { Count: > 0 } ofService ? Chosen(ofService, labels)
            : Chosen(Exported(_mesh.RootNamespace, client, service), labels);
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
        && (masks.Hiding("spec exportTo") is not null || rule.Reaches(client) || IsExported(rule));

    private void Add(DestinationRuleConfig rule)
    {
        if (rule.Exports.Count == 0 || rule.Exports.Contains("*") || IsOfItsNamespace(rule))
        {
            _local.Add(rule);
        }

        if (IsExported(rule))
        {
            _exported.Add(rule);
        }
        else if (rule.Namespace == _mesh.RootNamespace)
        {
            _ofRootAlone.Add(rule);
        }
    }

    private bool IsExported(DestinationRuleConfig rule) =>
        rule.Exports.Count == 0 ? !_mesh.DefaultDestinationRuleExportTo.Contains(".") : rule.Exports.Count > 1 || !IsOfItsNamespace(rule);

    private static bool IsOfItsNamespace(DestinationRuleConfig rule) => rule.Exports.Contains(".") || rule.Exports.Contains(rule.Namespace);

    // Where the most specific host of a namespace is for others, no wider one of it is asked.
    private List<MergedDestinationRule> Exported(string ns, string client, MeshService service) =>
        [
            .. _exported
                .MostSpecific(ns, service.Host, _wildcards)
                .Where(rule => rule.Exports.Count == 0 || rule.Exports.Contains("*") || rule.Exports.Contains(client)),
        ];

    // Where a namespace has any rule for the host, no other namespace is asked, whichever workloads its rules are for.
    // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/sidecar.go, SidecarScope.DestinationRule.
    private static (IReadOnlyList<Manifest> Rules, bool IsContested) Chosen(
        IReadOnlyList<MergedDestinationRule> rules,
        IReadOnlyDictionary<string, string> labels
    )
    {
        MergedDestinationRule[] chosen = [.. rules.Where(rule => rule.Rule.IsForSome && rule.Rule.Selector.Selects(labels))];
        if (chosen.Length > 0)
        {
            return (chosen[0].From, IsContested(chosen));
        }

        MergedDestinationRule[] others = [.. rules.Where(rule => !rule.Rule.IsForSome)];
        return others.Length == 0 ? ([], false) : (others[^1].From, IsContested(others));
    }

    private static bool IsContested(MergedDestinationRule[] rules) =>
        rules.Length > 1 && !CreationOrder.IsKnown([.. rules.SelectMany(rule => rule.From).Distinct()]);
}
