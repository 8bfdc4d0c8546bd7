namespace MeshStack.Analysis.Sets.Automata;

/// <summary>The least deterministic automaton of a regular set of texts, its states numbered breadth first: one for each set.</summary>
internal sealed class Automaton : IEquatable<Automaton>, IComparable<Automaton>
{
    private readonly int[] _first;
    private readonly char[] _lasts;
    private readonly int[] _targets;
    private readonly bool[] _accepts;
    private readonly int _hash;

    public Automaton(AutomatonDraft draft)
    {
        _first = [.. Enumerable.Range(0, draft.Count + 1).Select(draft.First)];
        _lasts = [.. draft.Lasts];
        _targets = [.. draft.Targets];
        _accepts = [.. draft.Accepts];
        _hash = Hash();
        for (var state = 0; state < Count; state++)
        {
            if (_first[state + 1] - _first[state] == 1 && _targets[_first[state]] == state)
            {
                (Nothing, Everything) = _accepts[state] ? (Nothing, state) : (state, Everything);
            }
        }
    }

    private Automaton(Automaton other)
    {
        (_first, _lasts, _targets) = (other._first, other._lasts, other._targets);
        _accepts = [.. other._accepts.Select(accepts => !accepts)];
        (Nothing, Everything) = (other.Everything, other.Nothing);
        _hash = Hash();
    }

    public int Count => _accepts.Length;

    /// <summary>The state from which no text is accepted, or -1.</summary>
    public int Nothing { get; } = -1;

    /// <summary>The state from which every text is accepted, or -1.</summary>
    public int Everything { get; } = -1;

    public bool Accepts(int state) => _accepts[state];

    public int Next(int state, char character) => _targets[Edge(state, character)];

    /// <summary>The state's edges: characters and where they lead, in ascending order, covering all characters.</summary>
    public IEnumerable<(CharRange Characters, int Target)> Edges(int state)
    {
        var first = char.MinValue;
        for (var edge = _first[state]; edge < _first[state + 1]; edge++)
        {
            yield return (new(first, _lasts[edge]), _targets[edge]);
            first = (char)(_lasts[edge] + 1);
        }
    }

    public int FirstEdge(int state) => _first[state];

    public char Last(int edge) => _lasts[edge];

    public int Target(int edge) => _targets[edge];

    public int? Walk(ReadOnlySpan<char> text, int state = 0)
    {
        foreach (var character in text)
        {
            if (state == Nothing)
            {
                return null;
            }

            state = Next(state, character);
        }

        return state;
    }

    public bool Contains(ReadOnlySpan<char> text) => Walk(text) is { } state && _accepts[state];

    public Automaton Complement() => new(this);

    public bool Equals(Automaton? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && _hash == other._hash
            && _accepts.AsSpan().SequenceEqual(other._accepts)
            && _lasts.AsSpan().SequenceEqual(other._lasts)
            && _targets.AsSpan().SequenceEqual(other._targets)
            && _first.AsSpan().SequenceEqual(other._first)
        );

    public override bool Equals(object? obj) => Equals(obj as Automaton);

    public override int GetHashCode() => _hash;

    public int CompareTo(Automaton? other)
    {
        if (other is null || ReferenceEquals(this, other))
        {
            return other is null ? 1 : 0;
        }

        var order = _accepts.AsSpan().SequenceCompareTo(other._accepts);
        order = order != 0 ? order : _first.AsSpan().SequenceCompareTo(other._first);
        order = order != 0 ? order : _lasts.AsSpan().SequenceCompareTo(other._lasts);
        return order != 0 ? order : _targets.AsSpan().SequenceCompareTo(other._targets);
    }

    private int Edge(int state, char character)
    {
        var edge = _first[state];
        while (_lasts[edge] < character)
        {
            edge++;
        }

        return edge;
    }

    // Not HashCode, whose seed differs from run to run: nothing here may depend on the run.
    private int Hash()
    {
        var hash = 17;
        foreach (var accepts in _accepts)
        {
            hash = unchecked((hash * 31) + (accepts ? 1 : 2));
        }

        for (var edge = 0; edge < _targets.Length; edge++)
        {
            hash = unchecked((((hash * 31) + _lasts[edge]) * 31) + _targets[edge]);
        }

        return hash;
    }
}
