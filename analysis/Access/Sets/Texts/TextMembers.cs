using System.Text;

namespace MeshStack.Analysis.Access;

/// <summary>Lists the texts of a finite set.</summary>
internal static class TextMembers
{
    public static IReadOnlyList<string>? Of(Automaton automaton, int atMost)
    {
        var members = new List<string>();
        return Add(automaton, 0, new(), members, atMost, new bool[automaton.Count]) ? members : null;
    }

    private static bool Add(Automaton automaton, int state, StringBuilder text, List<string> members, int atMost, bool[] onTheWay)
    {
        if (state == automaton.Nothing)
        {
            return true;
        }

        // From every state but that of nothing some text is accepted: a cycle means that there is no end of them.
        if (onTheWay[state])
        {
            return false;
        }

        if (automaton.Accepts(state))
        {
            members.Add(text.ToString());
        }

        onTheWay[state] = true;
        foreach (var (characters, target) in automaton.Edges(state))
        {
            for (int character = characters.First; target != automaton.Nothing && character <= characters.Last; character++)
            {
                _ = text.Append((char)character);
                if (members.Count > atMost || !Add(automaton, target, text, members, atMost, onTheWay))
                {
                    return false;
                }

                text.Length--;
            }
        }

        onTheWay[state] = false;
        return members.Count <= atMost;
    }
}
