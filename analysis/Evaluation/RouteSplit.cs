using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation;

/// <summary>A route at a proxy that sends requests to its destinations, or copies of them to its mirrors.</summary>
internal sealed class RouteSplit
{
    private readonly Func<string, Cause> _because;

    /// <param name="before">By which destination of an earlier route they came; null where no other route sent them.</param>
    /// <param name="shares">What each destination gets.</param>
    /// <param name="areCopies">True for mirrors.</param>
    /// <param name="because">The object that says so.</param>
    public RouteSplit(RouteLeg? before, IReadOnlyList<CallShare> shares, bool areCopies, Func<string, Cause> because)
    {
        (Before, AreCopies, _because) = (before, areCopies, because);
        Legs = [.. shares.Select(share => new RouteLeg(this, share))];
    }

    public RouteLeg? Before { get; }

    public bool AreCopies { get; }

    /// <summary>The destinations, each a leg of its own, whether or not they are alike.</summary>
    public IReadOnlyList<RouteLeg> Legs { get; }

    /// <summary>The object that says so.</summary>
    public Cause Because => _because("it says which share goes where");

    /// <summary>True where more is to say than that one service gets all.</summary>
    public bool IsOfShares => AreCopies || Legs.Count > 1 || Legs[0].Share.To.Subset is not null;
}
