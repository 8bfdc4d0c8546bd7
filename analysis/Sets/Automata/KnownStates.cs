namespace MeshStack.Analysis.Sets.Automata;

/// <summary>The states whose classes are known, by their edges.</summary>
internal sealed class KnownStates
{
    private readonly Dictionary<int[], int> _found = new(EdgeComparer.Instance);
    private readonly AutomatonDraft _draft;
    private readonly int[] _classes;

    // Few are looked for among many: they are told apart as they stand, without a copy of each.
    private readonly ILookup<int, int> _distinct;

    /// <param name="draft">The states.</param>
    /// <param name="classes">Their classes, as far as they are known.</param>
    /// <param name="distinct">States each of which is a class of its own.</param>
    public KnownStates(AutomatonDraft draft, int[] classes, IReadOnlyCollection<int> distinct)
    {
        (_draft, _classes) = (draft, classes);
        _distinct = distinct.ToLookup(state => draft.First(state + 1) - draft.First(state));
    }

    /// <summary>The class of states with these edges, or null where none is known.</summary>
    public int? Find(int[] edges)
    {
        if (_found.TryGetValue(edges, out var found))
        {
            return found;
        }

        foreach (var state in _distinct[edges.Length / 2])
        {
            if (Has(state, edges))
            {
                return _classes[state];
            }
        }

        return null;
    }

    /// <summary>The class of states with these edges, which is the given one where none was known.</summary>
    public int FindOrAdd(int[] edges, int next)
    {
        if (Find(edges) is { } known)
        {
            return known;
        }

        _found[edges] = next;
        return next;
    }

    private bool Has(int state, int[] edges)
    {
        if (edges[0] != (_draft.Accepts[state] ? 1 : 0))
        {
            return false;
        }

        var edge = _draft.First(state);
        for (var at = 1; at < edges.Length; at += 2, edge++)
        {
            var target = _draft.Targets[edge];
            if (
                edges[at] != _draft.Lasts[edge]
                || (edges[at + 1] != _classes[target] && !(target == state && edges[at + 1] == AutomatonMinimizer.Itself))
            )
            {
                return false;
            }
        }

        return true;
    }
}
