namespace MeshStack.Analysis.Sets.Automata;

/// <summary>Letters of either case taken for each other, ASCII only as Envoy does.</summary>
internal static class AutomatonCase
{
    private const char LastAscii = '\u007f';

    public static Automaton Ignore(Automaton automaton)
    {
        var numbers = new Dictionary<int[], int>(EdgeComparer.Instance);
        var order = new List<int[]>();
        var draft = new AutomatonDraft();
        _ = Number([0]);
        for (var number = 0; number < order.Count; number++)
        {
            var states = order[number];
            for (var character = char.MinValue; character <= LastAscii; character++)
            {
                draft.Edge(character, Number(Step(automaton, states, character)));
            }

            foreach (
                var last in states
                    .SelectMany(state => automaton.Edges(state))
                    .Select(edge => edge.Characters.Last)
                    .Where(last => last > LastAscii)
                    .Distinct()
                    .Order()
                    .ToArray()
            )
            {
                draft.Edge(last, Number(Step(automaton, states, last)));
            }

            draft.EndState(states.Any(automaton.Accepts));
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

    /// <summary>The other case of a letter, or the character itself.</summary>
    public static char Other(char character) => char.IsAsciiLetter(character) ? (char)(character ^ 0x20) : character;

    private static IEnumerable<int> Step(Automaton automaton, int[] states, char character)
    {
        foreach (var state in states)
        {
            yield return automaton.Next(state, character);
            yield return automaton.Next(state, Other(character));
        }
    }
}
