using MeshStack.Offline.Runs;

namespace MeshStack.Offline.Records;

/// <summary>What is wrong with resources, whatever they stand for.</summary>
internal static class ResourceProblems
{
    private const int ShownPaths = 3;

    public static IEnumerable<string> Of(
        IReadOnlyList<Registration> registrations,
        ClusterMap clusters,
        IEnumerable<string> unansweredCalls
    )
    {
        foreach (var registration in registrations)
        {
            if (registration.Twins.Count > 0)
            {
                yield return Twins(registration);
            }

            if (clusters.NeedsProvider(registration) && clusters.Of(registration) is null)
            {
                yield return $"{registration.Id} has no explicit provider";
            }

            if (registration is { IsRead: true, ReadId: "" })
            {
                yield return $"{registration.Id} reads an existing resource, but its id is unknown before a real run";
            }

            foreach (var problem in registration.Unknowns.Count + registration.Missing.Count > 0 ? LostInputs(registration) : [])
            {
                yield return problem;
            }
        }

        foreach (var token in unansweredCalls)
        {
            yield return $"the program calls {token}, which only a real provider can answer: answer it in "
                + $"{nameof(OfflineOptions)}.{nameof(OfflineOptions.Calls)}";
        }

        foreach (var shared in clusters.Providers.GroupBy(clusters.NameOf, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var providers = string.Join(" and ", shared.Select(provider => $"'{provider.Id.Name}'"));
            yield return $"the providers {providers} both stand for the cluster '{shared.Key}': name their clusters in "
                + $"{nameof(OfflineOptions)}.{nameof(OfflineOptions.ClusterNames)}";
        }
    }

    private static string Twins(Registration first)
    {
        var all = first.Twins.Prepend(first).ToArray();
        var parents = string.Join(" and under ", all.Select(Parent).Order(StringComparer.Ordinal));
        return all.Select(QualifiedType).Distinct(StringComparer.Ordinal).Count() < all.Length
            ? $"{first.Id} is registered {Times(all.Length)}, under {parents}: a real engine refuses all but one, give them different names"
            : $"{first.Id} is registered {Times(all.Length)}, under {parents}: only their parents' types tell them apart, and no "
                + "recording sees these, give them different names";
    }

    private static string Times(int count) =>
        count == 2 ? "twice" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} times");

    private static string Parent(Registration registration) => registration.Parent is { } parent ? parent.Id.ToString() : "the stack";

    // A URN names the types of all parents.
    private static string QualifiedType(Registration registration) =>
        registration.Parent is { } parent ? $"{QualifiedType(parent)}${registration.Id.Type}" : registration.Id.Type;

    private static IEnumerable<string> LostInputs(Registration registration)
    {
        var unknown = registration.Unknowns.ToLookup(path => path.Top, path => path.ToString(), StringComparer.Ordinal);
        foreach (var input in registration.Missing.Union(unknown.Select(paths => paths.Key)).Order(StringComparer.Ordinal))
        {
            var paths = unknown[input].Distinct().Order(StringComparer.Ordinal).Take(ShownPaths).Select(path => $"'{path}'").ToArray();
            yield return paths.Length == 0
                ? $"{registration.Id} was given the input '{input}', but it did not arrive"
                : $"{registration.Id} lost its input '{input}': {string.Join(", ", paths)} {(paths.Length == 1 ? "is" : "are")} unknown "
                    + "before a real run";
        }
    }
}
