using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Reach;

namespace MeshStack.Preview.Access;

/// <summary>Chains of calls that an invariant rules out.</summary>
internal static class ChainCheck
{
    public static IReadOnlyList<InvariantBreach> Of(Invariant invariant, AccessReach reach) =>
        [
            .. from way in reach.To(
                target => invariant.To.Matches(target.Cluster, target.Namespace, target.Service),
                caller => !invariant.Except.Any(except => IsOne(except, caller))
            )
            where way.Calls.Count <= (invariant.Within ?? int.MaxValue)
            where invariant.From.Any(pattern => IsOne(pattern, way.Caller))
            select new InvariantBreach(
                way.Target.Cluster,
                $"{way.Target.Namespace}/{way.Target.Service}",
                $"a chain of {way.Length} {(way.IsUndecided ? "may lead" : "leads")} there: {way}",
                way.Calls[^1].Because,
                !way.IsUndecided
            ),
        ];

    // What stands for any name stands for the pattern's, too.
    private static bool IsOne(CallerPattern pattern, AccessCaller caller) =>
        caller.IsOutside
            ? pattern.IsOutside
            : !pattern.IsOutside
                && (pattern.Cluster ?? caller.Cluster) == caller.Cluster
                && (pattern.Namespace is null || pattern.Namespace == caller.Namespace || caller.Namespace == AccessCaller.AnyNamespace)
                && (
                    pattern.ServiceAccount is null
                    || pattern.ServiceAccount == caller.ServiceAccount
                    || caller.ServiceAccount == DeclaredCallers.AnyAccount
                );
}
