using MeshStack.Analysis.Sets.Automata;

namespace MeshStack.Analysis.Sets;

/// <summary>Sets of what texts were before a proxy rewrote them.</summary>
public sealed partial class TextSet
{
    /// <summary>The texts that are in this set once as many characters as given are taken from their front, and others put there.</summary>
    internal TextSet Before(int taken, string put)
    {
        if (Automaton.Walk(put) is not { } start)
        {
            return Nothing;
        }

        var draft = new AutomatonDraft();
        for (var character = 0; character < taken; character++)
        {
            draft.Edge(char.MaxValue, character + 1 < taken ? character + 1 : taken + start);
            draft.EndState(accepts: false);
        }

        // With nothing taken the first state is a copy of the one where the rest begins.
        var front = Math.Max(taken, 1);
        if (taken == 0)
        {
            Copy(draft, start, front);
        }

        for (var state = 0; state < Automaton.Count; state++)
        {
            Copy(draft, state, front);
        }

        // Those behind the front are the set's own, no two of which accept the same texts.
        var reached = AutomatonReach.Of(draft);
        return new(AutomatonMinimizer.Minimize(reached, [.. Enumerable.Range(front, reached.Count - front)]));
    }

    private void Copy(AutomatonDraft draft, int state, int offset)
    {
        foreach (var (characters, target) in Automaton.Edges(state))
        {
            draft.Edge(characters.Last, offset + target);
        }

        draft.EndState(Automaton.Accepts(state));
    }
}
