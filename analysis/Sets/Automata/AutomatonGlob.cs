namespace MeshStack.Analysis.Sets.Automata;

/// <summary>Makes the automaton of a row of parts.</summary>
internal static class AutomatonGlob
{
    public static Automaton Of(IReadOnlyList<GlobPart> parts)
    {
        AutomatonLimit.Check(parts.Count);
        if (Chain(parts) is { } chain)
        {
            return AutomatonMinimizer.Number(chain);
        }

        var numbers = new Dictionary<int[], int>(EdgeComparer.Instance);
        var order = new List<int[]>();
        var draft = new AutomatonDraft();
        _ = Number([0]);
        for (var number = 0; number < order.Count; number++)
        {
            var positions = order[number];
            foreach (var last in Ends(parts, positions))
            {
                draft.Edge(last, Number(Step(parts, positions, last)));
            }

            draft.EndState(positions.Contains(parts.Count));
        }

        return AutomatonMinimizer.Minimize(draft);

        int Number(IEnumerable<int> positions)
        {
            var closed = Close(parts, positions);
            if (!numbers.TryGetValue(closed, out var number))
            {
                numbers[closed] = number = order.Count;
                order.Add(closed);
                AutomatonLimit.Check(order.Count);
            }

            return number;
        }
    }

    // Exact texts and prefixes, by far the most, need no search: a state for each character, and one for having failed.
    private static AutomatonDraft? Chain(IReadOnlyList<GlobPart> parts)
    {
        var isPrefix = parts.Count > 0 && parts[^1].IsAnyText;
        var length = isPrefix ? parts.Count - 1 : parts.Count;
        var draft = new AutomatonDraft();
        for (var index = 0; index < length; index++)
        {
            if (parts[index] is not { Repeats: false, Characters: [var only] } || only.First != only.Last)
            {
                return null;
            }

            if (only.First > char.MinValue)
            {
                draft.Edge((char)(only.First - 1), length + 1);
            }

            draft.Edge(only.Last, index + 1);
            if (only.Last < char.MaxValue)
            {
                draft.Edge(char.MaxValue, length + 1);
            }

            draft.EndState(accepts: false);
        }

        draft.Edge(char.MaxValue, isPrefix ? length : length + 1);
        draft.EndState(accepts: true);
        draft.Edge(char.MaxValue, length + 1);
        draft.EndState(accepts: false);
        return draft;
    }

    private static IEnumerable<int> Step(IReadOnlyList<GlobPart> parts, int[] positions, char character)
    {
        foreach (var position in positions)
        {
            if (position < parts.Count && parts[position].Takes(character))
            {
                yield return parts[position].Repeats ? position : position + 1;
            }
        }
    }

    // A part that repeats may also be left out.
    private static int[] Close(IReadOnlyList<GlobPart> parts, IEnumerable<int> positions)
    {
        var closed = new SortedSet<int>();
        foreach (var position in positions)
        {
            var next = position;
            while (closed.Add(next) && next < parts.Count && parts[next].Repeats)
            {
                next++;
            }
        }

        // Once the rest may be any text, what else it could be does not matter.
        return closed.Contains(parts.Count) && parts.Count > 0 && closed.Contains(parts.Count - 1) && parts[^1].IsAnyText
            ? [parts.Count - 1, parts.Count]
            : [.. closed];
    }

    // The last characters of the ranges within which nothing differs.
    private static SortedSet<char> Ends(IReadOnlyList<GlobPart> parts, int[] positions)
    {
        var ends = new SortedSet<char> { char.MaxValue };
        foreach (var position in positions)
        {
            if (position < parts.Count)
            {
                foreach (var range in parts[position].Characters)
                {
                    _ = ends.Add(range.Last);
                    if (range.First > char.MinValue)
                    {
                        _ = ends.Add((char)(range.First - 1));
                    }
                }
            }
        }

        return ends;
    }
}
