using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>What callers that fare alike but for their principals may do at a host.</summary>
internal sealed record CallerGroup(CallerScope Scope, RequestProtocol Protocol, IReadOnlyList<TargetOutcome> Targets)
{
    /// <summary>True where who calls does not matter.</summary>
    public bool IsAlike => Targets.All(target => target.IsAlike);

    public bool IsLike(CallerGroup other) =>
        Protocol == other.Protocol
        && Targets.Count == other.Targets.Count
        && Targets
            .Zip(other.Targets)
            .All(pair =>
                pair.First.Target == pair.Second.Target
                && pair.First.Through == pair.Second.Through
                && pair.First.IsOpen == pair.Second.IsOpen
                && pair.First.IsMirrored == pair.Second.IsMirrored
                && pair.First.Requests.Same(pair.Second.Requests)
            );
}
