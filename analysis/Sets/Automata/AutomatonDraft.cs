namespace MeshStack.Analysis.Sets.Automata;

/// <summary>States as they are found, state 0 first; every state's edges cover all characters in ascending order.</summary>
internal sealed class AutomatonDraft
{
    private readonly List<int> _first = [0];

    public List<char> Lasts { get; } = [];

    public List<int> Targets { get; } = [];

    public List<bool> Accepts { get; } = [];

    public int Count => Accepts.Count;

    public int First(int state) => _first[state];

    /// <summary>Adds an edge of the state that is being written, up to this character.</summary>
    public void Edge(char last, int target)
    {
        if (Targets.Count > _first[^1] && Targets[^1] == target)
        {
            Lasts[^1] = last;
            return;
        }

        Lasts.Add(last);
        Targets.Add(target);
    }

    /// <summary>Ends the state that is being written.</summary>
    public void EndState(bool accepts)
    {
        Accepts.Add(accepts);
        _first.Add(Targets.Count);
    }
}
