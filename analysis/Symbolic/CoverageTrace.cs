using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>The places that the requests of one question came by.</summary>
internal sealed class CoverageTrace
{
    private readonly List<Passage> _passages = [];
    private readonly HashSet<Manifest> _asked = new(ReferenceEqualityComparer.Instance);

    private readonly List<CallHandling> _handlings = [];
    private readonly List<Division> _divisions = [];

    public IReadOnlyList<Passage> Passages => _passages;

    /// <summary>What proxies do with the requests.</summary>
    public IReadOnlyList<CallHandling> Handlings => _handlings;

    /// <summary>The routes that send the requests to their destinations.</summary>
    public IReadOnlyList<Division> Divisions => _divisions;

    /// <summary>True where there is more to say of them than that one service gets all.</summary>
    public bool HasShares { get; private set; }

    /// <summary>True where the answer is not known for all of the requests.</summary>
    public bool IsUndecided { get; set; }

    /// <summary>Requests that come by a place where both sets have them; the two are intersected only when somebody asks.</summary>
    public void Pass(ConfigLocation place, RequestSet taken, RequestSet arriving) => _passages.Add(new(place, taken, arriving));

    /// <summary>An object had a say, whether or not it took any request.</summary>
    public void Ask(Manifest manifest) => _asked.Add(manifest);

    public void Handle(CallHandling handling) => _handlings.Add(handling);

    public void Divide(Division division)
    {
        _divisions.Add(division);
        HasShares |= division.Split.IsOfShares;
    }

    /// <summary>The objects that had a say.</summary>
    public IEnumerable<Manifest> Asked => _asked;

    /// <summary>Requests that one route sends to its destinations.</summary>
    /// <param name="Split">The route.</param>
    /// <param name="Requests">The requests, in the caller's own terms.</param>
    /// <param name="IsPerhaps">True where it is not known that the route takes them.</param>
    internal readonly record struct Division(RouteSplit Split, RequestSet Requests, bool IsPerhaps);

    internal readonly record struct Passage(ConfigLocation Place, RequestSet Taken, RequestSet Arriving);
}
