namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>Which of a state's resources need which.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/graph/dependency_graph.go.</remarks>
internal sealed class DependencyGraph
{
    private readonly IReadOnlyList<ResourceState> _resources;
    private readonly Dictionary<string, string?> _parents = new(StringComparer.Ordinal);
    private readonly int[][] _dependencies;

    public DependencyGraph(IReadOnlyList<ResourceState> resources)
    {
        _resources = resources;
        foreach (var resource in resources)
        {
            _parents[resource.Urn] = resource.Parent;
        }

        _dependencies = [.. resources.Select((resource, index) => DirectDependencies(resource, index).Distinct().ToArray())];
    }

    public IReadOnlyList<int> DependenciesOf(int resource) => _dependencies[resource];

    /// <summary>All that these need, with themselves.</summary>
    public HashSet<int> WithDependencies(IEnumerable<int> resources) => Closure(resources, i => _dependencies[i]);

    /// <summary>All that need these, with themselves.</summary>
    public HashSet<int> WithDependents(IEnumerable<int> resources) =>
        Closure(resources, i => Enumerable.Range(i + 1, _resources.Count - i - 1).Where(j => _dependencies[j].Contains(i)));

    /// <summary>The order in which these can be deleted: each after all that need it.</summary>
    public IEnumerable<IReadOnlyList<int>> ScheduleDeletes(IEnumerable<int> condemned)
    {
        var left = condemned.ToHashSet();
        var antichains = new List<IReadOnlyList<int>>();
        while (left.Count > 0)
        {
            var next = left.Where(i => !_dependencies[i].Any(left.Contains)).OrderDescending().ToList();
            left.ExceptWith(next);
            antichains.Add(next);
        }

        return antichains.AsEnumerable().Reverse();
    }

    private IEnumerable<int> DirectDependencies(ResourceState resource, int index)
    {
        var urns = resource.AllDependencies().ToHashSet(StringComparer.Ordinal);
        for (var i = index - 1; i >= 0; i--)
        {
            if (!urns.Contains(_resources[i].Urn))
            {
                continue;
            }

            yield return i;

            // Who waits for a component waits for what is in it.
            if (!_resources[i].Custom && _resources[i].Urn != resource.Parent)
            {
                for (var child = i + 1; child < index; child++)
                {
                    if (IsBelow(child, _resources[i].Urn))
                    {
                        yield return child;
                    }
                }
            }
        }
    }

    private bool IsBelow(int resource, string ancestor)
    {
        for (var parent = _resources[resource].Parent; parent is not null; parent = _parents.GetValueOrDefault(parent))
        {
            if (parent == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<int> Closure(IEnumerable<int> from, Func<int, IEnumerable<int>> next)
    {
        var found = from.ToHashSet();
        var open = new Stack<int>(found);
        while (open.TryPop(out var current))
        {
            foreach (var other in next(current).Where(found.Add))
            {
                open.Push(other);
            }
        }

        return found;
    }
}
