using MeshStack.Analysis.Sets.Automata;

namespace MeshStack.Analysis.Sets.Rendering;

/// <summary>Finds the prefixes that a set takes whole.</summary>
internal static class TextPeel
{
    private const int MostPrefixes = 1_000;

    /// <summary>The shortest ones, or null where there is no end of them.</summary>
    public static List<string>? Of(Automaton automaton)
    {
        var prefixes = new List<string>();
        return automaton.Everything < 0 || Add(automaton, 0, "", prefixes, LeadingOn(automaton), new bool[automaton.Count])
            ? prefixes
            : null;
    }

    private static bool Add(Automaton automaton, int state, string text, List<string> prefixes, bool[] leadsOn, bool[] onTheWay)
    {
        if (state == automaton.Everything)
        {
            prefixes.Add(text);
            return prefixes.Count <= MostPrefixes;
        }

        if (onTheWay[state])
        {
            return false;
        }

        onTheWay[state] = true;
        foreach (var (characters, target) in automaton.Edges(state))
        {
            for (int character = characters.First; leadsOn[target] && character <= characters.Last; character++)
            {
                if (!Add(automaton, target, text + (char)character, prefixes, leadsOn, onTheWay))
                {
                    return false;
                }
            }
        }

        onTheWay[state] = false;
        return true;
    }

    private static bool[] LeadingOn(Automaton automaton)
    {
        var leadsOn = new bool[automaton.Count];
        leadsOn[automaton.Everything] = true;
        for (var grows = true; grows; )
        {
            grows = false;
            for (var state = automaton.Count - 1; state >= 0; state--)
            {
                if (!leadsOn[state] && automaton.Edges(state).Any(edge => leadsOn[edge.Target]))
                {
                    leadsOn[state] = grows = true;
                }
            }
        }

        return leadsOn;
    }
}
