using System.Text;
using MeshStack.Analysis.Sets.Automata;

namespace MeshStack.Analysis.Sets.Texts;

/// <summary>Lists the texts of a finite set.</summary>
internal static class TextMembers
{
    /// <summary>The texts in ordinal order, or null where there are more than that many.</summary>
    public static IReadOnlyList<string>? Of(Automaton automaton, int atMost)
    {
        List<string> members = [];
        var text = new StringBuilder();
        var isOnTheWay = new bool[automaton.Count];
        Stack<(int State, int Edge, int Character)> way = new();
        if (!Enter(0))
        {
            return null;
        }

        while (way.TryPop(out var at))
        {
            var (state, edge, character) = at;
            if (edge == automaton.FirstEdge(state + 1))
            {
                isOnTheWay[state] = false;
                text.Length = Math.Max(text.Length - 1, 0);
                continue;
            }

            if (automaton.Target(edge) == automaton.Nothing)
            {
                way.Push((state, edge + 1, automaton.Last(edge) + 1));
                continue;
            }

            way.Push((state, character == automaton.Last(edge) ? edge + 1 : edge, character + 1));
            _ = text.Append((char)character);
            if (!Enter(automaton.Target(edge)))
            {
                return null;
            }
        }

        return members;

        // From every state but that of nothing some text is accepted: a cycle means that there is no end of them.
        bool Enter(int state)
        {
            if (state == automaton.Nothing)
            {
                return true;
            }

            if (isOnTheWay[state])
            {
                return false;
            }

            isOnTheWay[state] = true;
            if (automaton.Accepts(state))
            {
                members.Add(text.ToString());
            }

            way.Push((state, automaton.FirstEdge(state), char.MinValue));
            return members.Count <= atMost;
        }
    }
}
