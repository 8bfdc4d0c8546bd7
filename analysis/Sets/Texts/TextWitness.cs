using MeshStack.Analysis.Sets.Automata;

namespace MeshStack.Analysis.Sets.Texts;

/// <summary>Finds a short text of a set that reads like one of its kind.</summary>
internal static class TextWitness
{
    private static readonly char[] Readable =
    [
        .. "abcdefghijklmnopqrstuvwxyz0123456789/-._ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        .. Enumerable
            .Range('!', '~' - '!' + 1)
            .Select(code => (char)code)
            .Where(character => !char.IsAsciiLetterOrDigit(character) && !"/-._".Contains(character, StringComparison.Ordinal)),
        ' ',
    ];

    public static string? Of(Automaton automaton)
    {
        var distances = Distances(automaton);
        if (distances[0] == int.MaxValue)
        {
            return null;
        }

        var text = new char[distances[0]];
        var state = 0;
        for (var index = 0; index < text.Length; index++)
        {
            text[index] = Best(automaton, state, target => distances[target] == distances[state] - 1);
            state = automaton.Next(state, text[index]);
        }

        return text is [_, .., '/'] && automaton.Accepts(automaton.Next(state, Readable[0]))
            ? new string([.. text, Readable[0]])
            : new string(text);
    }

    private static char Best(Automaton automaton, int state, Func<int, bool> leadsOn)
    {
        var ranges = automaton.Edges(state).Where(edge => leadsOn(edge.Target)).Select(edge => edge.Characters).ToArray();
        foreach (var character in Readable)
        {
            if (ranges.Any(range => range.Contains(character)))
            {
                return character;
            }
        }

        // A letter with an accent before a control character.
        return ranges
            .Where(range => range.Last > '\u00a0')
            .Select(range => range.First > '\u00a0' ? range.First : '\u00a1')
            .DefaultIfEmpty(ranges[0].First)
            .Min();
    }

    private static int[] Distances(Automaton automaton)
    {
        var sources = new List<int>[automaton.Count];
        var distances = new int[automaton.Count];
        var queue = new Queue<int>();
        for (var state = 0; state < automaton.Count; state++)
        {
            sources[state] = [];
            distances[state] = automaton.Accepts(state) ? 0 : int.MaxValue;
            if (automaton.Accepts(state))
            {
                queue.Enqueue(state);
            }
        }

        for (var state = 0; state < automaton.Count; state++)
        {
            for (var edge = automaton.FirstEdge(state); edge < automaton.FirstEdge(state + 1); edge++)
            {
                sources[automaton.Target(edge)].Add(state);
            }
        }

        while (queue.TryDequeue(out var state))
        {
            foreach (var source in sources[state].Where(source => distances[source] == int.MaxValue))
            {
                distances[source] = distances[state] + 1;
                queue.Enqueue(source);
            }
        }

        return distances;
    }
}
