using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>Which rules, routes and servers requests of known callers come by.</summary>
internal sealed class RuleCoverage
{
    private readonly HashSet<ConfigLocation> _reached = [];
    private readonly HashSet<Manifest> _asked = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Manifest> _undecided = new(ReferenceEqualityComparer.Instance);

    /// <summary>What traces say, each with the test whether one of its callers can make some of the requests.</summary>
    public RuleCoverage(IReadOnlyList<(CoverageTrace Trace, Func<RequestSet, bool> IsMade)> traces)
    {
        foreach (var (trace, isMade) in traces)
        {
            // Who cannot make what a place takes cannot come by it either, and sees it without an intersection.
            foreach (var (place, taken, arriving) in trace.Passages.Where(passage => !_reached.Contains(passage.Place)))
            {
                if (IsReached(taken, arriving, isMade))
                {
                    _reached.Add(place);
                }
            }
        }

        foreach (var (trace, _) in traces)
        {
            _asked.UnionWith(trace.Asked);
            _undecided.UnionWith(trace.IsUndecided ? trace.Asked : []);
        }
    }

    /// <summary>True where some request of a known caller comes by, or may do so.</summary>
    public bool IsReached(ConfigLocation place) => _reached.Contains(place);

    /// <summary>True where the object had a say, and only in questions whose answer is known.</summary>
    public bool IsDecided(Manifest manifest) => IsAsked(manifest) && !_undecided.Contains(manifest);

    /// <summary>True where the object had a say.</summary>
    public bool IsAsked(Manifest manifest) => _asked.Contains(manifest);

    private static bool IsReached(RequestSet taken, RequestSet arriving, Func<RequestSet, bool> isMade)
    {
        try
        {
            return isMade(taken) && isMade(taken.Intersect(arriving));
        }
        catch (SetLimitException)
        {
            // Nothing is called unreached that nobody can tell.
            return true;
        }
    }
}
