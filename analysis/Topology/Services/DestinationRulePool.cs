using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>The DestinationRules that some clients are given, by namespace and host, merged as istiod merges them.</summary>
/// <remarks>Source: setDestinationRules in pilot/pkg/model/push_context.go and mergeDestinationRule in pilot/pkg/model/destination_rule.go
/// of istio/istio, 1.30.3.</remarks>
internal sealed class DestinationRulePool
{
    private readonly Dictionary<(string Namespace, string Host), List<MergedDestinationRule>> _rules = [];

    /// <summary>Adds the next rule: those for some workloads first, then by age.</summary>
    public void Add(DestinationRuleConfig rule)
    {
        if (!_rules.TryGetValue((rule.Namespace, rule.Host), out var rules))
        {
            _rules[(rule.Namespace, rule.Host)] = [new(rule)];
            return;
        }

        var isSeparate = true;
        foreach (var merged in rules)
        {
            isSeparate = !rule.Exports.SetEquals(merged.Exports);
            if (isSeparate && (merged.Exports.Count == 0 || !rule.Exports.IsSupersetOf(merged.Exports)))
            {
                continue;
            }

            var (isForSome, areForSome) = (rule.IsForSome, merged.Rule.IsForSome);
            var areAlike = isForSome && areForSome && rule.HasSelectorOf(merged.Rule);
            if (isForSome && areForSome && !areAlike)
            {
                isSeparate = true;
                continue;
            }

            isSeparate &= !areAlike && (isForSome || areForSome);
            merged.From.Add(rule.Manifest);
        }

        if (isSeparate)
        {
            rules.Add(new(rule));
        }
    }

    /// <summary>The rules of the most specific host of a namespace that covers a host.</summary>
    public IReadOnlyList<MergedDestinationRule> MostSpecific(string ns, string host, IReadOnlyList<int> wildcards)
    {
        List<MergedDestinationRule>? found = null;
        HostMatch.MostSpecific(host, wildcards, pattern => _rules.TryGetValue((ns, pattern), out found));
        return found ?? [];
    }
}
