namespace MeshStack.Analysis.Sets.Automata;

/// <summary>The texts of a set, read from their ends.</summary>
internal static class AutomatonReversal
{
    /// <summary>The automaton of the reversed texts, or null where it would have more states than that.</summary>
    public static Automaton? Of(Automaton automaton, int mostStates)
    {
        var sources = Sources(automaton);
        var numbers = new Dictionary<int[], int>(EdgeComparer.Instance);
        var order = new List<int[]>();
        var draft = new AutomatonDraft();
        _ = Number(Enumerable.Range(0, automaton.Count).Where(automaton.Accepts));
        for (var number = 0; number < order.Count; number++)
        {
            if (order.Count > mostStates)
            {
                return null;
            }

            var incoming = order[number].SelectMany(state => sources[state]).ToArray();
            foreach (var last in incoming.SelectMany(edge => Ends(edge.Characters)).Append(char.MaxValue).Distinct().Order())
            {
                draft.Edge(last, Number(incoming.Where(edge => edge.Characters.Contains(last)).Select(edge => edge.Source)));
            }

            draft.EndState(order[number].Contains(0));
        }

        return AutomatonMinimizer.Minimize(draft);

        int Number(IEnumerable<int> states)
        {
            int[] key = [.. states.Distinct().Order()];
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = order.Count;
                order.Add(key);
            }

            return number;
        }
    }

    private static IEnumerable<char> Ends(CharRange range) =>
        range.First > char.MinValue ? [(char)(range.First - 1), range.Last] : [range.Last];

    private static List<(CharRange Characters, int Source)>[] Sources(Automaton automaton)
    {
        var sources = new List<(CharRange, int)>[automaton.Count];
        for (var state = 0; state < automaton.Count; state++)
        {
            sources[state] = [];
        }

        for (var state = 0; state < automaton.Count; state++)
        {
            foreach (var (characters, target) in automaton.Edges(state))
            {
                sources[target].Add((characters, state));
            }
        }

        return sources;
    }
}
