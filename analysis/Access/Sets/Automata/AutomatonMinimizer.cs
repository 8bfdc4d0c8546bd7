namespace MeshStack.Analysis.Access;

/// <summary>Finds which states of a draft accept the same texts, and numbers the classes in the one order that is theirs.</summary>
internal static class AutomatonMinimizer
{
    private const int Itself = -1;

    public static Automaton Minimize(AutomatonDraft draft)
    {
        var classes = FromTheEnds(draft) ?? ByRefinement(draft);
        return Number(draft, classes);
    }

    // Exact texts, prefixes and whatever is combined from them have no cycles but loops of one state: each state is looked at once.
    private static int[]? FromTheEnds(AutomatonDraft draft)
    {
        var pending = new int[draft.Count];
        var sources = new List<int>?[draft.Count];
        var ready = new Queue<int>();
        for (var state = 0; state < draft.Count; state++)
        {
            for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
            {
                var target = draft.Targets[edge];
                if (target != state)
                {
                    pending[state]++;
                    (sources[target] ??= []).Add(state);
                }
            }

            if (pending[state] == 0)
            {
                ready.Enqueue(state);
            }
        }

        var classes = new int[draft.Count];
        var known = new Dictionary<int[], int>(EdgeComparer.Instance);
        var count = 0;
        var done = 0;
        while (ready.TryDequeue(out var state))
        {
            done++;
            classes[state] = Known(draft, state, classes, known, count) ?? count++;
            known[Edges(draft, state, classes)] = classes[state];
            foreach (var source in sources[state] ?? [])
            {
                if (--pending[source] == 0)
                {
                    ready.Enqueue(source);
                }
            }
        }

        return done == draft.Count ? classes : null;
    }

    // A state may lead to its equals, or to itself: either way its edges are theirs once it is taken for one of them.
    private static int? Known(AutomatonDraft draft, int state, int[] classes, Dictionary<int[], int> known, int next)
    {
        for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
        {
            if (draft.Targets[edge] == state)
            {
                return KnownLoop(draft, state, classes, known, next);
            }
        }

        return known.TryGetValue(Edges(draft, state, classes), out var found) ? found : null;
    }

    private static int? KnownLoop(AutomatonDraft draft, int state, int[] classes, Dictionary<int[], int> known, int next)
    {
        for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
        {
            if (draft.Targets[edge] != state)
            {
                classes[state] = classes[draft.Targets[edge]];
                if (known.TryGetValue(Edges(draft, state, classes), out var equal) && equal == classes[state])
                {
                    return equal;
                }
            }
        }

        classes[state] = Itself;
        var edges = Edges(draft, state, classes);
        if (known.TryGetValue(edges, out var found))
        {
            return found;
        }

        known[edges] = next;
        return null;
    }

    // Moore's refinement: states are told apart by ever longer texts, until nothing new is told apart.
    private static int[] ByRefinement(AutomatonDraft draft)
    {
        var classes = draft.Accepts.Select(accepts => accepts ? 1 : 0).ToArray();
        for (var count = 0; ;)
        {
            var known = new Dictionary<int[], int>(EdgeComparer.Instance);
            var refined = new int[draft.Count];
            for (var state = 0; state < draft.Count; state++)
            {
                var edges = Edges(draft, state, classes);
                if (!known.TryGetValue(edges, out refined[state]))
                {
                    known[edges] = refined[state] = known.Count;
                }
            }

            if (known.Count == count)
            {
                return refined;
            }

            (classes, count) = (refined, known.Count);
        }
    }

    /// <summary>Numbers the states of a draft that tells all of them apart.</summary>
    public static Automaton Number(AutomatonDraft draft) => Number(draft, [.. Enumerable.Range(0, draft.Count)]);

    private static Automaton Number(AutomatonDraft draft, int[] classes)
    {
        var numbers = new Dictionary<int, int> { [classes[0]] = 0 };
        var order = new List<int> { 0 };
        var final = new AutomatonDraft();
        for (var number = 0; number < order.Count; number++)
        {
            var state = order[number];
            for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
            {
                var target = draft.Targets[edge];
                if (!numbers.TryGetValue(classes[target], out var next))
                {
                    numbers[classes[target]] = next = order.Count;
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
