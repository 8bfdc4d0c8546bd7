using System.Runtime.InteropServices;

namespace MeshStack.Analysis.Sets.Automata;

/// <summary>Two automata run side by side.</summary>
internal static class AutomatonProduct
{
    private const long Rejecting = -1;
    private const long Accepting = -2;

    public static Automaton Of(Automaton left, Automaton right, SetOperation operation)
    {
        // What is left of all texts of some characters without all of them is nothing.
        var loops = operation == SetOperation.Union ? null : new AutomatonLoops(left, right);
        var numbers = new Dictionary<long, int>();
        var order = new List<long>();
        var draft = new AutomatonDraft();
        _ = Number(Pair(left, 0, right, 0, operation));
        for (var number = 0; number < order.Count; number++)
        {
            var pair = order[number];
            if (pair < 0)
            {
                draft.Edge(char.MaxValue, number);
                draft.EndState(pair == Accepting);
                continue;
            }

            var (one, two) = ((int)(pair >> 32), (int)(pair & uint.MaxValue));
            for (int a = left.FirstEdge(one), b = right.FirstEdge(two); ; )
            {
                var last = left.Last(a) < right.Last(b) ? left.Last(a) : right.Last(b);
                draft.Edge(last, Number(Pair(left, left.Target(a), right, right.Target(b), operation)));
                if (last == char.MaxValue)
                {
                    break;
                }

                (a, b) = (left.Last(a) == last ? a + 1 : a, right.Last(b) == last ? b + 1 : b);
            }

            draft.EndState(operation.Holds(left.Accepts(one), right.Accepts(two)));
        }

        return AutomatonMinimizer.Minimize(draft, Distinct(left, right, operation, order, loops));

        int Number(long pair)
        {
            if (operation == SetOperation.Except && pair >= 0 && loops!.AreAlike((int)(pair >> 32), (int)(pair & uint.MaxValue)))
            {
                pair = Rejecting;
            }

            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, pair, out var exists);
            if (!exists)
            {
                number = order.Count;
                order.Add(pair);
                AutomatonLimit.Check(order.Count);
            }

            return number;
        }
    }

    // Where one side has no say any more, places are those of the other, no two of which are alike.
    private static List<int> Distinct(Automaton left, Automaton right, SetOperation operation, List<long> order, AutomatonLoops? loops)
    {
        var (leftOut, rightOut) = (
            operation == SetOperation.Union ? left.Nothing : left.Everything,
            operation == SetOperation.Intersect ? right.Everything : right.Nothing
        );
        List<int> ofRight = [];
        List<int> ofLeft = [];
        for (var number = 0; number < order.Count; number++)
        {
            var pair = order[number];
            if (pair < 0 || (int)(pair >> 32) == leftOut)
            {
                ofRight.Add(number);
            }

            if (pair < 0 || (int)(pair & uint.MaxValue) == rightOut)
            {
                ofLeft.Add(number);
            }
        }

        var most = ofRight.Count > ofLeft.Count ? ofRight : ofLeft;
        var ofLoop = loops?.Within(order) ?? [];
        return ofLoop.Count > most.Count ? ofLoop : most;
    }

    /// <summary>Whether some text is in both sets; stops at the first.</summary>
    public static bool Overlap(Automaton left, Automaton right)
    {
        var seen = new HashSet<long>();
        var open = new Stack<long>();
        Push(0, 0);
        while (open.TryPop(out var pair))
        {
            var (one, two) = ((int)(pair >> 32), (int)(pair & uint.MaxValue));
            if (left.Accepts(one) && right.Accepts(two))
            {
                return true;
            }

            for (int a = left.FirstEdge(one), b = right.FirstEdge(two); ; )
            {
                var last = left.Last(a) < right.Last(b) ? left.Last(a) : right.Last(b);
                Push(left.Target(a), right.Target(b));
                if (last == char.MaxValue)
                {
                    break;
                }

                (a, b) = (left.Last(a) == last ? a + 1 : a, right.Last(b) == last ? b + 1 : b);
            }
        }

        return false;

        void Push(int one, int two)
        {
            var pair = ((long)one << 32) | (uint)two;
            if (one != left.Nothing && two != right.Nothing && seen.Add(pair))
            {
                open.Push(pair);
                AutomatonLimit.Check(seen.Count);
            }
        }
    }

    private static long Pair(Automaton left, int one, Automaton right, int two, SetOperation operation)
    {
        var (leftFixed, rightFixed) = (one == left.Nothing || one == left.Everything, two == right.Nothing || two == right.Everything);
        var (a, b) = (left.Accepts(one), right.Accepts(two));
        if (
            (leftFixed || rightFixed)
            && (rightFixed || operation.Holds(a, true) == operation.Holds(a, false))
            && (leftFixed || operation.Holds(true, b) == operation.Holds(false, b))
        )
        {
            return operation.Holds(a, b) ? Accepting : Rejecting;
        }

        return ((long)one << 32) | (uint)two;
    }
}
