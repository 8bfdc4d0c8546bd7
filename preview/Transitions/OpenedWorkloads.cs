using MeshStack.Preview.Access;

namespace MeshStack.Preview.Transitions;

/// <summary>Workloads whose services leave, or select others from now on: the policies that closed them go too.</summary>
internal static class OpenedWorkloads
{
    private const int Shown = 5;

    public static IEnumerable<TransitionNotice> Check(MeshState before, MeshState after)
    {
        if (before.Closed.Value.IsEmpty || after.Mesh?.Value is not { } mesh)
        {
            yield break;
        }

        var closed = after.Closed.Value.Select(w => (w.Cluster, w.Namespace, w.Selector)).ToHashSet();
        var anywhere = after.Closed.Value.Select(w => (w.Namespace, w.Selector)).ToHashSet();
        foreach (var workload in before.Closed.Value.DistinctBy(w => (w.Cluster, w.Namespace, w.Selector)))
        {
            var isClosed = workload.Cluster is null
                ? anywhere.Contains((workload.Namespace, workload.Selector))
                : closed.Contains((workload.Cluster, workload.Namespace, workload.Selector));
            if (!isClosed && (workload.Cluster is null || after.Clusters.ContainsKey(workload.Cluster)) && Gain(workload, mesh) is { } who)
            {
                yield return Notice(workload, who, before, after);
            }
        }
    }

    /// <summary>Who may call it from then on; null where nobody may.</summary>
    private static string? Gain(ClosedWorkload workload, ComposedMesh mesh)
    {
        if (workload.Cluster is null)
        {
            return "whoever reaches it may call it, unless something else closes it";
        }

        var callers = FutureCallers.Of(mesh, workload.Cluster, workload.Namespace, workload.Service, workload.Labels);
        return Said(callers.Certain) is { } certain ? $"{certain} may call it"
            : Said(callers.Possible) is { } possible ? $"whether {possible} may call it cannot be told"
            : null;
    }

    private static string? Said(IReadOnlyList<string> callers) =>
        callers.Count == 0 ? null
        : callers.Count <= Shown ? string.Join(" and ", callers)
        : FormattableString.Invariant($"{string.Join(", ", callers.Take(Shown))} and {callers.Count - Shown} more");

    private static TransitionNotice Notice(ClosedWorkload workload, string who, MeshState before, MeshState after)
    {
        var state = workload.Cluster is { } name ? before.Clusters.GetValueOrDefault(name) ?? after.Clusters.GetValueOrDefault(name) : null;
        var where = workload.Cluster is null ? "" : $" of {workload.Cluster}";
        return new(
            TransitionKind.Warning,
            workload.Service,
            $"its policies leave, and the workload {workload.Selector} in {workload.Namespace}{where} is open as long as it is there: "
                + $"{who}. Take the workload out first (kubectl{state?.ContextFlag} --namespace {workload.Namespace} get "
                + $"deployment,statefulset,daemonset --selector {workload.Selector}), or keep it closed until then by an "
                + "AuthorizationPolicy of your own that selects it and has no rules"
        )
        {
            IsOpening = true,
        };
    }
}
