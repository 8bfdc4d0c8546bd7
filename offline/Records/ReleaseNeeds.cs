using System.Collections.Immutable;
using MeshStack.Offline.Runs;

namespace MeshStack.Offline.Records;

/// <summary>Which releases have to be installed before a release: those that its dependencies are, hold, or wait for themselves.</summary>
internal sealed class ReleaseNeeds(Registry registry, IReadOnlyList<Registration> registrations, IReadOnlyDictionary<Registration, HelmRelease> releases)
{
    private readonly ILookup<Registration?, Registration> _children = registrations.ToLookup(registration => registration.Parent);

    public ImmutableArray<string> Of(Registration registration)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Registration> { registration };
        var next = new Stack<Registration>(Waits(registration));
        while (next.TryPop(out var current))
        {
            if (!seen.Add(current))
            {
                continue;
            }

            if (releases.TryGetValue(current, out var release))
            {
                if (release.Cluster == releases[registration].Cluster)
                {
                    found.Add(release.Reference);
                }

                continue;
            }

            foreach (var wait in Waits(current).Concat(current.IsComponent ? _children[current] : []))
            {
                next.Push(wait);
            }
        }

        return [.. found];
    }

    // A child is registered after its parent, so it waits for what its parents depend on too.
    private IEnumerable<Registration> Waits(Registration registration)
    {
        for (var current = registration; current is not null; current = current.Parent)
        {
            foreach (var dependency in current.DependsOn.Concat(current.InputsFrom))
            {
                if (registry.Find(dependency.Type, dependency.Name) is { } found)
                {
                    yield return found;
                }
            }
        }
    }
}
