namespace MeshStack.Analysis.Sets.Automata;

/// <summary>
/// The states of one automaton from which all texts of some characters are accepted, such as whatever may stand in a path: beside one of
/// them another automaton of such texts is as it is alone.
/// </summary>
/// <param name="left">The one.</param>
/// <param name="right">The other.</param>
internal sealed class AutomatonLoops(Automaton left, Automaton right)
{
    // Each of them, and the state of the other that accepts the same texts, or -1.
    private readonly Dictionary<int, int> _alike = Enumerable
        .Range(0, left.Count)
        .Where(state => state != left.Everything && IsLoop(left, state))
        .ToDictionary(
            state => state,
            state => Enumerable.Range(0, right.Count).FirstOrDefault(other => AreAlike(left, state, right, other), -1)
        );

    /// <summary>Whether the two states accept the same texts, all of some characters.</summary>
    public bool AreAlike(int one, int two) => _alike.TryGetValue(one, out var other) && other == two;

    /// <summary>The numbers of pairs of which no two accept the same texts, and that lead to each other alone.</summary>
    /// <param name="order">The pairs, left in the upper half; negative where the rest is decided.</param>
    public List<int> Within(List<long> order)
    {
        List<int> most = [];
        foreach (var loop in _alike.Keys)
        {
            List<int> found = [];
            var isWhole = true;
            for (var number = 0; number < order.Count && isWhole; number++)
            {
                var pair = order[number];
                if (pair < 0)
                {
                    found.Add(number);
                }
                else if ((int)(pair >> 32) == loop)
                {
                    found.Add(number);
                    isWhole = IsWithin(loop, (int)(pair & uint.MaxValue));
                }
            }

            most = isWhole && found.Count > most.Count ? found : most;
        }

        return most;
    }

    // The other takes no character that the loop does not: what it accepts from there is a part of what the loop accepts.
    private bool IsWithin(int loop, int other)
    {
        for (int a = left.FirstEdge(loop), b = right.FirstEdge(other); ; )
        {
            if (left.Target(a) != loop && right.Target(b) != right.Nothing)
            {
                return false;
            }

            var last = left.Last(a) < right.Last(b) ? left.Last(a) : right.Last(b);
            if (last == char.MaxValue)
            {
                return true;
            }

            (a, b) = (left.Last(a) == last ? a + 1 : a, right.Last(b) == last ? b + 1 : b);
        }
    }

    private static bool IsLoop(Automaton automaton, int state)
    {
        if (!automaton.Accepts(state))
        {
            return false;
        }

        for (var edge = automaton.FirstEdge(state); ; edge++)
        {
            if (automaton.Target(edge) != state && automaton.Target(edge) != automaton.Nothing)
            {
                return false;
            }

            if (automaton.Last(edge) == char.MaxValue)
            {
                return true;
            }
        }
    }

    private static bool AreAlike(Automaton left, int one, Automaton right, int two)
    {
        if (!IsLoop(right, two))
        {
            return false;
        }

        for (int a = left.FirstEdge(one), b = right.FirstEdge(two); ; a++, b++)
        {
            if (left.Last(a) != right.Last(b) || left.Target(a) == one != (right.Target(b) == two))
            {
                return false;
            }

            if (left.Last(a) == char.MaxValue)
            {
                return true;
            }
        }
    }
}
