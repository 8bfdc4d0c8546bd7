using System.Collections.Immutable;

namespace MeshStack.Analysis.Sets.Decisions;

/// <summary>Reads a set of requests as few boxes, each as wide as the set allows; they may share requests.</summary>
internal static class DecisionBoxes
{
    private const int MostCompared = 30;
    private const int MostBoxes = 200;

    /// <summary>The boxes of a set.</summary>
    /// <exception cref="SetLimitException">There are too many for anybody to read.</exception>
    public static ImmutableArray<RequestBox> Of(Decision decision)
    {
        var boxes = new List<RequestBox>();
        for (var rest = decision; !rest.IsNever; rest = DecisionProduct.Of(SetOperation.Except, rest, boxes[^1].Decision))
        {
            boxes.Add(new RequestBox(Widen(decision, First(rest))));
            if (boxes.Count > MostBoxes)
            {
                throw new SetLimitException(FormattableString.Invariant($"There are more than {MostBoxes} kinds of requests to list."));
            }
        }

        return [.. Narrow(Needed(boxes)).OrderBy(box => box.ToString(), StringComparer.Ordinal)];
    }

    public static Decision Decide(IEnumerable<KeyValuePair<Dimension, ISlice>> slices) =>
        slices.Reverse().Aggregate(Decision.Always, (next, slice) => Decision.From(slice.Key, [new Branch(slice.Value, next)]));

    private static ImmutableSortedDictionary<Dimension, ISlice> First(Decision decision)
    {
        var slices = ImmutableSortedDictionary.CreateBuilder<Dimension, ISlice>();
        for (; decision.Dimension is { } dimension; decision = decision.Branches[0].Next)
        {
            slices.Add(dimension, decision.Branches[0].Slice);
        }

        return slices.ToImmutable();
    }

    private static ImmutableSortedDictionary<Dimension, ISlice> Widen(
        Decision decision,
        ImmutableSortedDictionary<Dimension, ISlice> slices
    )
    {
        // With one branch everywhere there is nothing to widen.
        foreach (var dimension in IsOneBox(decision) ? [] : slices.Keys)
        {
            var outside = DecisionProduct.Of(SetOperation.Except, Decide(slices.Remove(dimension)), decision);
            var widest = dimension.All.Combine(SetOperation.Except, outside.Project(dimension));
            slices = widest.Equals(dimension.All) ? slices.Remove(dimension) : slices.SetItem(dimension, widest);
        }

        return slices;
    }

    private static bool IsOneBox(Decision decision) =>
        decision.IsAlways || (decision.Branches.Length == 1 && IsOneBox(decision.Branches[0].Next));

    // What others have all of goes, the least readable first.
    private static List<RequestBox> Needed(List<RequestBox> boxes)
    {
        if (boxes.Count is 1 or > MostCompared)
        {
            return boxes;
        }

        List<RequestBox> needed =
        [
            .. boxes
                .OrderBy(box => box.Slices.Count)
                .ThenBy(box => box.ToString().Length)
                .ThenBy(box => box.ToString(), StringComparer.Ordinal),
        ];
        for (var index = needed.Count - 1; index >= 0; index--)
        {
            if (Alone(needed, index).IsNever)
            {
                needed.RemoveAt(index);
            }
        }

        return needed;
    }

    // A part need not say again what other boxes have, where it is shorter without.
    private static List<RequestBox> Narrow(List<RequestBox> boxes)
    {
        for (var index = boxes.Count - 1; index >= 0 && boxes.Count is > 1 and <= MostCompared; index--)
        {
            foreach (var dimension in boxes[index].Slices.Keys)
            {
                var slice = Alone(boxes, index).Project(dimension);
                var narrow = new RequestBox(boxes[index].Slices.SetItem(dimension, slice));
                boxes[index] = narrow.ToString().Length < boxes[index].ToString().Length ? narrow : boxes[index];
            }
        }

        return boxes;
    }

    private static Decision Alone(List<RequestBox> boxes, int index)
    {
        var rest = boxes[index].Decision;
        for (var other = 0; other < boxes.Count && !rest.IsNever; other++)
        {
            rest = other == index ? rest : DecisionProduct.Of(SetOperation.Except, rest, boxes[other].Decision);
        }

        return rest;
    }
}
