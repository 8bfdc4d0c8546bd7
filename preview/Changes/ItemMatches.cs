using DiffPlex;
using DiffPlex.Chunkers;

namespace MeshStack.Preview.Changes;

/// <summary>Which items of two lists are the same, or are likely to be.</summary>
internal static class ItemMatches
{
    // Lists without anything in common cost the square of their length.
    private const int MostItems = 2_000;

    /// <summary>The places before and now of the items that differ, or stand elsewhere; null where the lists are too long to say.</summary>
    public static IReadOnlyList<(int? Before, int? After)>? Between(IReadOnlyList<object?> before, IReadOnlyList<object?> after)
    {
        string[] was = [.. before.Select(ValueJson.Of)];
        string[] now = [.. after.Select(ValueJson.Of)];
        if (was.AsSpan().SequenceEqual(now))
        {
            return [];
        }

        if (Math.Max(was.Length, now.Length) > MostItems)
        {
            return null;
        }

        List<(int? Before, int? After)> found = [];
        var blocks = Blocks(was, now).ToList();
        Moved(was, now, blocks, found);
        Named(before, after, blocks, found);
        foreach (var (deleted, inserted) in blocks)
        {
            // What stands in the place of another is likely to be the other, changed; of texts only where it is one for one.
            while (
                deleted.Count > 0
                && inserted.Count > 0
                && (deleted.Count == inserted.Count || before[deleted[0]] is IReadOnlyDictionary<string, object?>)
            )
            {
                found.Add((Taken(deleted), Taken(inserted)));
            }

            found.AddRange(deleted.Select(one => ((int?)one, (int?)null)));
            found.AddRange(inserted.Select(one => ((int?)null, (int?)one)));
        }

        return [.. found.OrderBy(one => one.After ?? one.Before).ThenBy(one => one.After is null ? 0 : 1)];
    }

    // The same somewhere else: in a list of routes the order decides.
    private static void Moved(
        string[] before,
        string[] after,
        List<(List<int> Deleted, List<int> Inserted)> blocks,
        List<(int? Before, int? After)> found
    )
    {
        var gone = blocks
            .SelectMany(block => block.Deleted.Select(place => (place, block.Deleted)))
            .GroupBy(one => before[one.place], StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<(int Place, List<int> Of)>(same), StringComparer.Ordinal);
        foreach (var (_, inserted) in blocks)
        {
            foreach (var place in inserted.ToArray())
            {
                if (gone.GetValueOrDefault(after[place]) is { Count: > 0 } same)
                {
                    var from = same.Dequeue();
                    from.Of.Remove(from.Place);
                    inserted.Remove(place);
                    found.Add((from.Place, place));
                }
            }
        }
    }

    /// <summary>Whether two items say the same.</summary>
    public static bool IsSame(object? before, object? after) => ValueJson.Of(before) == ValueJson.Of(after);

    private static int Taken(List<int> places)
    {
        var first = places[0];
        places.RemoveAt(0);
        return first;
    }

    // What has a name is the same as long as it has it.
    private static void Named(
        IReadOnlyList<object?> before,
        IReadOnlyList<object?> after,
        List<(List<int> Deleted, List<int> Inserted)> blocks,
        List<(int? Before, int? After)> found
    )
    {
        var named = blocks
            .SelectMany(block => block.Inserted.Select(place => (Place: place, Of: block.Inserted)))
            .Where(one => NameOf(after[one.Place]) is not null)
            .ToLookup(one => NameOf(after[one.Place]), StringComparer.Ordinal);
        foreach (var (deleted, _) in blocks)
        {
            foreach (var old in deleted.ToArray())
            {
                var same = named[NameOf(before[old])].FirstOrDefault(one => one.Of.Contains(one.Place));
                if (same.Of is not null)
                {
                    found.Add((old, same.Place));
                    same.Of.Remove(same.Place);
                    deleted.Remove(old);
                }
            }
        }
    }

    private static string? NameOf(object? item) =>
        item is IReadOnlyDictionary<string, object?> map ? map.GetValueOrDefault("name") as string : null;

    private static IEnumerable<(List<int> Deleted, List<int> Inserted)> Blocks(string[] before, string[] after) =>
        before.Length == 0 || after.Length == 0
            ? [([.. Enumerable.Range(0, before.Length)], [.. Enumerable.Range(0, after.Length)])]
            : Differ
                .Instance.CreateDiffs(string.Join('\n', before), string.Join('\n', after), false, false, LineChunker.Instance)
                .DiffBlocks.Select(block =>
                    (
                        Enumerable.Range(block.DeleteStartA, block.DeleteCountA).ToList(),
                        Enumerable.Range(block.InsertStartB, block.InsertCountB).ToList()
                    )
                );
}
