using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Reach;

/// <summary>The ends of the chains of a caller, or of all callers of a cluster that may do no more than everyone there.</summary>
/// <param name="ends">The last calls, the nearest first.</param>
internal sealed class ReachedTargets(IReadOnlyList<ChainLink> ends)
{
    private readonly Lazy<IReadOnlyDictionary<AccessTarget, int>> _lengths = new(() =>
        ends.GroupBy(end => end.Call.Target).ToDictionary(same => same.Key, same => same.Min(end => end.Length))
    );

    /// <summary>Where there is nothing.</summary>
    public static ReachedTargets None { get; } = new([]);

    /// <summary>The last calls, the nearest first.</summary>
    public IReadOnlyList<ChainLink> Ends => ends;

    /// <summary>In how many calls each target is reached, or may be.</summary>
    public IReadOnlyDictionary<AccessTarget, int> Lengths => _lengths.Value;
}
