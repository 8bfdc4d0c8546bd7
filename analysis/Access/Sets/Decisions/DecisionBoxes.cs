using System.Collections.Immutable;

namespace MeshStack.Analysis.Access;

/// <summary>Reads a set of requests as few boxes, each as wide as the set allows; they may share requests.</summary>
internal static class DecisionBoxes
{
    private const int MostCompared = 100;

    public static ImmutableArray<RequestBox> Of(Decision decision)
    {
        var found = new List<ImmutableSortedDictionary<Dimension, ISlice>>();
        Collect(decision, ImmutableSortedDictionary<Dimension, ISlice>.Empty, found);
        if (found.Count == 1)
        {
            return [new RequestBox(found[0])];
        }

        RequestBox[] boxes =
        [
            .. found.Select(slices => new RequestBox(Widen(decision, slices))).DistinctBy(box => box.Decision)
                .OrderBy(box => box.Slices.Count).ThenBy(box => box.ToString().Length).ThenBy(box => box.ToString(), StringComparer.Ordinal),
        ];
        return [.. Needed(boxes).OrderBy(box => box.ToString(), StringComparer.Ordinal)];
    }

    public static Decision Decide(IEnumerable<KeyValuePair<Dimension, ISlice>> slices) =>
        slices.Reverse().Aggregate(Decision.Always, (next, slice) => Decision.Of(slice.Key, [new Branch(slice.Value, next)]));

    private static void Collect(Decision decision, ImmutableSortedDictionary<Dimension, ISlice> slices, List<ImmutableSortedDictionary<Dimension, ISlice>> found)
    {
        if (decision.IsAlways)
        {
            found.Add(slices);
        }

        foreach (var (slice, next) in decision.Branches)
        {
            Collect(next, slices.SetItem(decision.Dimension!, slice), found);
        }
    }

    private static ImmutableSortedDictionary<Dimension, ISlice> Widen(Decision decision, ImmutableSortedDictionary<Dimension, ISlice> slices)
    {
        foreach (var dimension in slices.Keys)
        {
            var outside = DecisionProduct.Of(SetOperation.Except, Decide(slices.Remove(dimension)), decision);
            var widest = dimension.All.Combine(SetOperation.Except, outside.Project(dimension));
            slices = widest.Equals(dimension.All) ? slices.Remove(dimension) : slices.SetItem(dimension, widest);
        }

        return slices;
    }

    // The least readable box goes first where the others have all of it.
    private static List<RequestBox> Needed(RequestBox[] boxes)
    {
        var needed = boxes.ToList();
        for (var index = needed.Count - 1; index >= 0 && boxes.Length <= MostCompared; index--)
        {
            var rest = needed.Where((_, other) => other != index).Aggregate(needed[index].Decision, (left, box) => DecisionProduct.Of(SetOperation.Except, left, box.Decision));
            if (rest.IsNever)
            {
                needed.RemoveAt(index);
            }
        }

        return needed;
    }
}
