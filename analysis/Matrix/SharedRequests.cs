using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Matrix;

/// <summary>Requests of which the same shares go to the same destinations.</summary>
/// <param name="Requests">The requests.</param>
/// <param name="Shares">What each destination gets; null where that is not known.</param>
/// <param name="IsPerhaps">True where it is not known that they go so.</param>
/// <param name="Because">The objects that say so.</param>
internal sealed record SharedRequests(
    RequestSet Requests,
    IReadOnlyDictionary<CallDestination, Share?> Shares,
    bool IsPerhaps,
    IReadOnlyList<Cause> Because
)
{
    /// <summary>The destination that gets all of them; null where there is none such.</summary>
    public CallDestination? Only => Shares.Count == 1 && Shares.Values.First() == Share.All ? Shares.Keys.First() : null;

    /// <summary>What a destination gets.</summary>
    public Share? Of(CallDestination destination) => Shares.TryGetValue(destination, out var share) ? share : Share.None;

    public bool IsShared(SharedRequests other) =>
        Shares.Count == other.Shares.Count && Shares.All(one => other.Shares.TryGetValue(one.Key, out var share) && share == one.Value);
}
