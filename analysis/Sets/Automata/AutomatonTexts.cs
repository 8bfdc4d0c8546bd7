namespace MeshStack.Analysis.Sets.Automata;

/// <summary>Makes the automaton of a few texts: a tree of what they begin with.</summary>
internal static class AutomatonTexts
{
    private const int Failed = 1;

    /// <param name="texts">The texts in ordinal order, each once.</param>
    public static Automaton Of(ReadOnlySpan<string> texts)
    {
        var draft = new AutomatonDraft();
        List<(int First, int End, int Depth)> states = [(0, texts.Length, 0), (0, 0, 0)];
        for (var state = 0; state < states.Count; state++)
        {
            var (first, end, depth) = states[state];
            var accepts = first < end && texts[first].Length == depth;
            var covered = 0;
            for (var index = accepts ? first + 1 : first; index < end; )
            {
                var character = texts[index][depth];
                var others = index + 1;
                while (others < end && texts[others][depth] == character)
                {
                    others++;
                }

                if (character > covered)
                {
                    draft.Edge((char)(character - 1), Failed);
                }

                draft.Edge(character, states.Count);
                states.Add((index, others, depth + 1));
                (index, covered) = (others, character + 1);
            }

            if (covered <= char.MaxValue)
            {
                draft.Edge(char.MaxValue, Failed);
            }

            draft.EndState(accepts);
        }

        return texts.Length == 1 ? AutomatonMinimizer.Number(draft) : AutomatonMinimizer.Minimize(draft);
    }
}
