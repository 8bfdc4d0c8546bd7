namespace MeshStack.Analysis.Sets.Automata;

/// <summary>The classes of states that accept the same texts, found by telling states apart until nothing new is.</summary>
/// <remarks>Only states that lead to one that was told apart are looked at again: long texts make many rounds with few of them.</remarks>
/// <param name="accepts">Which states accept.</param>
/// <param name="edges">The edges of a state by the classes they lead to.</param>
/// <param name="firstInto">Where the states that lead to each state begin.</param>
/// <param name="into">Those states, one after the other.</param>
internal sealed class AutomatonPartition(IReadOnlyList<bool> accepts, Func<int, int[], int[]> edges, int[] firstInto, int[] into)
{
    private readonly int[] _classes = [.. accepts.Select(accepted => accepted ? 1 : 0)];
    private readonly List<List<int>> _members =
    [
        [],
        [],
    ];

    /// <summary>The class of each state.</summary>
    public int[] Refine()
    {
        for (var state = 0; state < _classes.Length; state++)
        {
            _members[_classes[state]].Add(state);
        }

        List<int> open = [.. Enumerable.Range(0, _classes.Length)];
        while (open.Count > 0)
        {
            open = LeadingTo(Split(open));
        }

        return _classes;
    }

    private List<int> Split(List<int> open)
    {
        List<(int State, int Class)> moves = [];
        foreach (var group in open.GroupBy(state => _classes[state]))
        {
            Split(group.Key, [.. group], moves);
        }

        // All of them at once: the classes of one round say which edges are alike in it.
        foreach (var (state, to) in moves)
        {
            _members[to].Add(state);
        }

        foreach (var from in moves.Select(move => _classes[move.State]).Distinct().ToArray())
        {
            var left = moves.Where(move => _classes[move.State] == from).Select(move => move.State).ToHashSet();
            _ = _members[from].RemoveAll(left.Contains);
        }

        foreach (var (state, to) in moves)
        {
            _classes[state] = to;
        }

        return [.. moves.Select(move => move.State)];
    }

    // States that are not looked at are still alike; where there are none, the most that are alike stay what they are.
    private void Split(int from, int[] states, List<(int State, int Class)> moves)
    {
        var known = new Dictionary<int[], List<int>>(EdgeComparer.Instance);
        foreach (var state in states)
        {
            var own = edges(state, _classes);
            (known.TryGetValue(own, out var alike) ? alike : known[own] = []).Add(state);
        }

        var open = states.ToHashSet();
        var other = _members[from].Count == states.Length ? -1 : _members[from].Find(state => !open.Contains(state));
        var staying = other < 0 ? known.Values.MaxBy(alike => alike.Count) : known.GetValueOrDefault(edges(other, _classes));
        foreach (var alike in known.Values.Where(alike => alike != staying))
        {
            moves.AddRange(alike.Select(state => (state, _members.Count)));
            _members.Add([]);
        }
    }

    private List<int> LeadingTo(List<int> states)
    {
        var found = states.ToHashSet();
        foreach (var state in states)
        {
            for (var index = firstInto[state]; index < firstInto[state + 1]; index++)
            {
                found.Add(into[index]);
            }
        }

        return [.. found];
    }
}
