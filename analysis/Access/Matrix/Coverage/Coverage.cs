namespace MeshStack.Analysis.Access;

/// <summary>Which rules, routes and servers requests of known callers come by.</summary>
internal sealed class Coverage
{
    private readonly HashSet<Place> _reached = [];
    private readonly HashSet<Manifest> _asked = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Manifest> _undecided = new(ReferenceEqualityComparer.Instance);

    /// <summary>What trails say, each with the test whether one of its callers can make some of the requests.</summary>
    public Coverage(IReadOnlyList<(Trail Trail, Func<RequestSet, bool> IsMade)> trails)
    {
        foreach (var (trail, isMade) in trails)
        {
            // Who cannot make what a place takes cannot come by it either, and sees it without an intersection.
            foreach (var (place, taken, arriving) in trail.Passages.Where(passage => !_reached.Contains(passage.Place)))
            {
                if (isMade(taken) && isMade(taken.Intersect(arriving)))
                {
                    _reached.Add(place);
                }
            }
        }

        foreach (var (trail, _) in trails)
        {
            _asked.UnionWith(trail.Asked);
            _undecided.UnionWith(trail.IsUndecided ? trail.Asked : []);
        }
    }

    /// <summary>True where some request of a known caller comes by, or may do so.</summary>
    public bool IsReached(Place place) => _reached.Contains(place);

    /// <summary>True where the object had a say, and only in questions whose answer is known.</summary>
    public bool IsDecided(Manifest manifest) => IsAsked(manifest) && !_undecided.Contains(manifest);

    /// <summary>True where the object had a say.</summary>
    public bool IsAsked(Manifest manifest) => _asked.Contains(manifest);
}
