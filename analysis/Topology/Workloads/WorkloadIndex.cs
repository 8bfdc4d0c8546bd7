using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>Workloads by namespace and by each of their labels.</summary>
internal sealed class WorkloadIndex
{
    private readonly ILookup<string, Workload> _byNamespace;
    private readonly ILookup<(string Namespace, string Key, string Value), Workload> _byLabel;
    private readonly ILookup<string, Workload> _hidden;

    public WorkloadIndex(IReadOnlyList<Workload> workloads)
    {
        var ordered = workloads
            .OrderBy(workload => workload.Name, StringComparer.Ordinal)
            .ThenBy(workload => workload.Kind, StringComparer.Ordinal)
            .ToArray();
        _byNamespace = ordered.ToLookup(workload => workload.Namespace, StringComparer.Ordinal);
        _hidden = ordered
            .Where(workload => workload.HiddenLabels is not null)
            .ToLookup(workload => workload.Namespace, StringComparer.Ordinal);
        _byLabel = ordered
            .SelectMany(workload =>
                workload.Labels.Select(label => (Key: (workload.Namespace, label.Key, label.Value), Workload: workload))
            )
            .ToLookup(entry => entry.Key, entry => entry.Workload);
    }

    public IEnumerable<Workload> In(string ns) => _byNamespace[ns];

    /// <summary>
    /// The workloads of a namespace that a selector chooses, by name; behind them those of which masks hide whether it does.
    /// </summary>
    public IEnumerable<Workload> Selected(string ns, LabelSelector selector)
    {
        var fewest = In(ns);
        var least = int.MaxValue;
        foreach (var label in selector.Labels)
        {
            var candidates = _byLabel[(ns, label.Key, label.Value)];
            if (candidates.Count() is var count && count < least)
            {
                (fewest, least) = (candidates, count);
            }
        }

        return fewest
            .Where(workload => selector.Selects(workload.Labels))
            .Concat(_hidden[ns].Where(workload => workload.IsSelectedBy(selector) && !selector.Selects(workload.Labels)));
    }
}
