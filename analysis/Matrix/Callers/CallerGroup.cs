using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>What callers that fare alike but for their principals may do at a host.</summary>
internal sealed record CallerGroup(CallerScope Scope, bool IsHttp, IReadOnlyList<TargetOutcome> Targets)
{
    /// <summary>True where who calls does not matter.</summary>
    public bool IsAlike => Targets.All(target => !target.Requests.Possible.TellsCallers && !target.Requests.Certain.TellsCallers);

    public bool IsLike(CallerGroup other) =>
        IsHttp == other.IsHttp
        && Targets.Count == other.Targets.Count
        && Targets
            .Zip(other.Targets)
            .All(pair =>
                pair.First.Target == pair.Second.Target
                && pair.First.Through == pair.Second.Through
                && pair.First.IsOpen == pair.Second.IsOpen
                && pair.First.Requests.Same(pair.Second.Requests)
            );
}
