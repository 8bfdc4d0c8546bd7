namespace MeshStack.Preview.Changes;

/// <summary>What becomes of the objects and Helm releases of clusters when a mesh changes.</summary>
internal sealed class ObjectChanges
{
    // Every pair of those that go and come is looked at; of more a rename is told as what it is to the cluster, a removal and an addition.
    private const int MostPairs = 100_000;

    private readonly Dictionary<(string Cluster, string Object), ComparedObject> _before;
    private readonly Dictionary<(string Cluster, string Object), ComparedObject> _after;

    private ObjectChanges(IEnumerable<ComparedObject> before, IEnumerable<ComparedObject> after) =>
        (_before, _after) = (
            before.DistinctBy(one => one.Key).ToDictionary(one => one.Key),
            after.DistinctBy(one => one.Key).ToDictionary(one => one.Key)
        );

    /// <summary>The changes, by cluster and object.</summary>
    /// <param name="before">The objects as they were, their clusters by the names that these have now.</param>
    /// <param name="after">The objects as they become.</param>
    public static IReadOnlyList<ObjectChange> Between(IEnumerable<ComparedObject> before, IEnumerable<ComparedObject> after) =>
        new ObjectChanges(before, after).All();

    private IReadOnlyList<ObjectChange> All()
    {
        List<ComparedObject> gone = [.. _before.Values.Where(one => !_after.ContainsKey(one.Key))];
        List<ComparedObject> added = [.. _after.Values.Where(one => !_before.ContainsKey(one.Key))];
        IEnumerable<ObjectChange> kept = _after
            .Values.AsParallel()
            .Select(now => _before.TryGetValue(now.Key, out var was) ? Change(was, now, ObjectChangeKind.Changed) : null)
            .OfType<ObjectChange>();
        var renamed = Renamed(gone, added);
        return
        [
            .. kept.Concat(renamed)
                .Concat(added.Select(one => one.Change(ObjectChangeKind.Added)))
                .Concat(gone.Select(one => one.Change(ObjectChangeKind.Removed)))
                .OrderBy(change => change.Cluster, StringComparer.Ordinal)
                .ThenBy(change => change.Object, StringComparer.Ordinal),
        ];
    }

    private static ObjectChange? Change(ComparedObject was, ComparedObject now, ObjectChangeKind kind)
    {
        FieldDifference[] fields =
        [
            .. TreeDifferences.Between("", was.Content, now.Content).Select(field => now.Hides(field.Path) ? field.Hidden() : field),
        ];
        return fields.Length == 0 && kind == ObjectChangeKind.Changed
            ? null
            : now.Change(kind) with
            {
                Fields = fields,
                Former = kind == ObjectChangeKind.Renamed ? was.Object : null,
            };
    }

    private static List<ObjectChange> Renamed(List<ComparedObject> gone, List<ComparedObject> added)
    {
        List<ObjectChange> found = [];
        var left = gone.ToHashSet<ComparedObject>(ReferenceEqualityComparer.Instance);
        var kinds = gone.ToLookup(one => (one.Cluster, one.Kind));
        var looked = 0;
        foreach (var now in added.ToArray())
        {
            var same = kinds[(now.Cluster, now.Kind)];
            looked += same.Count();
            if (looked > MostPairs)
            {
                break;
            }

            var best = same.Where(left.Contains)
                .Select(was => (Was: was, Likeness: was.LikenessTo(now)))
                .Where(pair => pair.Likeness > 0.5)
                .OrderByDescending(pair => pair.Likeness)
                .ThenBy(pair => pair.Was.Object, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best.Was is not null)
            {
                found.Add(Change(best.Was, now, ObjectChangeKind.Renamed)!);
                left.Remove(best.Was);
                gone.Remove(best.Was);
                added.Remove(now);
            }
        }

        return found;
    }
}
