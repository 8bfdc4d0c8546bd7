namespace MeshStack.Analysis.Sets.Automata;

/// <summary>The texts of a set, read from their ends.</summary>
internal static class AutomatonReversal
{
    // More are no set that anybody reads.
    private const int MostSteps = 8_000_000;

    /// <summary>The automaton of the reversed texts, or null where it would have more states than that.</summary>
    public static Automaton? Of(Automaton automaton, int mostStates)
    {
        var lasts = Lasts(automaton);
        if ((long)lasts.Length * automaton.Count > MostSteps)
        {
            return null;
        }

        // One table for each kind of characters that no edge tells apart: a place is asked for by many sets of places.
        var next = Array.ConvertAll(lasts, last => Next(automaton, last));
        var numbers = new Dictionary<int[], int>(EdgeComparer.Instance);
        var order = new List<int[]>();
        var draft = new AutomatonDraft();
        var taken = new bool[automaton.Count];
        _ = Number([.. Enumerable.Range(0, automaton.Count).Where(automaton.Accepts)]);
        for (var number = 0; number < order.Count; number++)
        {
            if (order.Count > mostStates)
            {
                return null;
            }

            Mark(taken, order[number], isTaken: true);
            for (var kind = 0; kind < lasts.Length; kind++)
            {
                draft.Edge(lasts[kind], Number(Before(next[kind], taken)));
            }

            draft.EndState(taken[0]);
            Mark(taken, order[number], isTaken: false);
        }

        return AutomatonMinimizer.Minimize(draft);

        int Number(int[] states)
        {
            if (!numbers.TryGetValue(states, out var number))
            {
                numbers[states] = number = order.Count;
                order.Add(states);
            }

            return number;
        }
    }

    private static void Mark(bool[] taken, int[] states, bool isTaken)
    {
        foreach (var state in states)
        {
            taken[state] = isTaken;
        }
    }

    // The places from which one of those that are taken is reached.
    private static int[] Before(int[] next, bool[] taken)
    {
        var count = 0;
        for (var state = 0; state < next.Length; state++)
        {
            count += taken[next[state]] ? 1 : 0;
        }

        var before = new int[count];
        for (var (state, index) = (0, 0); index < count; state++)
        {
            if (taken[next[state]])
            {
                before[index++] = state;
            }
        }

        return before;
    }

    private static int[] Next(Automaton automaton, char character)
    {
        var next = new int[automaton.Count];
        for (var state = 0; state < next.Length; state++)
        {
            next[state] = automaton.Next(state, character);
        }

        return next;
    }

    private static char[] Lasts(Automaton automaton)
    {
        var lasts = new SortedSet<char> { char.MaxValue };
        for (var state = 0; state < automaton.Count; state++)
        {
            foreach (var (characters, _) in automaton.Edges(state))
            {
                lasts.Add(characters.Last);
            }
        }

        return [.. lasts];
    }
}
