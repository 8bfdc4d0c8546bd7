namespace MeshStack.Analysis.Sets.Automata;

/// <summary>Finds which states of a draft accept the same texts, and numbers the classes in the one order that is theirs.</summary>
internal static class AutomatonMinimizer
{
    /// <summary>What stands for a state that leads to itself before its class is known.</summary>
    public const int Itself = -1;

    public static Automaton Minimize(AutomatonDraft draft) => Minimize(draft, []);

    /// <param name="draft">The states.</param>
    /// <param name="distinct">States that lead to each other alone, and of which no two accept the same texts.</param>
    public static Automaton Minimize(AutomatonDraft draft, IReadOnlyCollection<int> distinct) =>
        Number(draft, FromTheEnds(draft, distinct) ?? ByRefinement(draft));

    // Exact texts, prefixes and whatever is combined from them have no cycles but loops of one state: each state is looked at once.
    private static int[]? FromTheEnds(AutomatonDraft draft, IReadOnlyCollection<int> distinct)
    {
        var pending = new int[draft.Count];
        var isKnown = new bool[draft.Count];
        var classes = new int[draft.Count];
        var count = 0;
        foreach (var state in distinct)
        {
            (isKnown[state], classes[state]) = (true, count++);
        }

        KnownStates known = new(draft, classes, distinct);
        var (firstInto, into) = Into(draft);
        var ready = new int[draft.Count];
        var (done, found) = (0, 0);
        for (var state = 0; state < draft.Count; state++)
        {
            for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
            {
                pending[state] += draft.Targets[edge] == state || isKnown[draft.Targets[edge]] ? 0 : 1;
            }

            if (pending[state] == 0 && !isKnown[state])
            {
                ready[found++] = state;
            }
        }

        while (done < found)
        {
            var state = ready[done++];
            classes[state] = Known(draft, state, classes, known, count);
            count = Math.Max(count, classes[state] + 1);
            for (var index = firstInto[state]; index < firstInto[state + 1]; index++)
            {
                if (--pending[into[index]] == 0)
                {
                    ready[found++] = into[index];
                }
            }
        }

        return done + distinct.Count == draft.Count ? classes : null;
    }

    // The states that lead to each state, one after the other, and where each one's begin; those that lead to themselves are left out.
    private static (int[] First, int[] Sources) Into(AutomatonDraft draft)
    {
        var first = new int[draft.Count + 1];
        for (var state = 0; state < draft.Count; state++)
        {
            for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
            {
                first[draft.Targets[edge] + 1] += draft.Targets[edge] == state ? 0 : 1;
            }
        }

        for (var state = 0; state < draft.Count; state++)
        {
            first[state + 1] += first[state];
        }

        var sources = new int[first[^1]];
        var next = first[..^1];
        for (var state = 0; state < draft.Count; state++)
        {
            for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
            {
                if (draft.Targets[edge] != state)
                {
                    sources[next[draft.Targets[edge]]++] = state;
                }
            }
        }

        return (first, sources);
    }

    // A state may lead to its equals, or to itself: either way its edges are theirs once it is taken for one of them.
    private static int Known(AutomatonDraft draft, int state, int[] classes, KnownStates known, int next)
    {
        if (LeadsToItself(draft, state))
        {
            return KnownLoop(draft, state, classes, known, next);
        }

        return known.FindOrAdd(Edges(draft, state, classes), next);
    }

    private static bool LeadsToItself(AutomatonDraft draft, int state)
    {
        for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
        {
            if (draft.Targets[edge] == state)
            {
                return true;
            }
        }

        return false;
    }

    private static int KnownLoop(AutomatonDraft draft, int state, int[] classes, KnownStates known, int next)
    {
        for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
        {
            if (draft.Targets[edge] != state)
            {
                classes[state] = classes[draft.Targets[edge]];
                if (known.Find(Edges(draft, state, classes)) == classes[state])
                {
                    return classes[state];
                }
            }
        }

        classes[state] = Itself;
        var found = known.FindOrAdd(Edges(draft, state, classes), next);

        // Also as it is written once it is taken for one of its class.
        classes[state] = found;
        _ = known.FindOrAdd(Edges(draft, state, classes), found);
        return found;
    }

    private static int[] ByRefinement(AutomatonDraft draft)
    {
        var (firstInto, into) = Into(draft);
        return new AutomatonPartition(draft.Accepts, (state, classes) => Edges(draft, state, classes), firstInto, into).Refine();
    }

    /// <summary>Numbers the states of a draft that tells all of them apart.</summary>
    public static Automaton Number(AutomatonDraft draft) => Number(draft, [.. Enumerable.Range(0, draft.Count)]);

    private static Automaton Number(AutomatonDraft draft, int[] classes)
    {
        var numbers = new int[classes.Max() + 1];
        Array.Fill(numbers, -1);
        numbers[classes[0]] = 0;
        var order = new List<int> { 0 };
        var final = new AutomatonDraft();
        for (var number = 0; number < order.Count; number++)
        {
            var state = order[number];
            for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
            {
                var target = draft.Targets[edge];
                ref var next = ref numbers[classes[target]];
                if (next < 0)
                {
                    next = order.Count;
                    order.Add(target);
                }

                final.Edge(draft.Lasts[edge], next);
            }

            final.EndState(draft.Accepts[state]);
        }

        return new Automaton(final);
    }

    private static int[] Edges(AutomatonDraft draft, int state, int[] classes)
    {
        var first = draft.First(state);
        var last = draft.First(state + 1);
        var edges = new int[1 + ((last - first) * 2)];
        edges[0] = draft.Accepts[state] ? 1 : 0;
        var length = 1;
        for (var edge = first; edge < last; edge++)
        {
            var target = classes[draft.Targets[edge]];
            if (length > 1 && edges[length - 1] == target)
            {
                edges[length - 2] = draft.Lasts[edge];
                continue;
            }

            edges[length++] = draft.Lasts[edge];
            edges[length++] = target;
        }

        return length == edges.Length ? edges : edges[..length];
    }
}
