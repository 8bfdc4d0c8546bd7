namespace MeshStack.Preview.Transitions;

/// <summary>A name of the definition that leads to another context, and maybe to another cluster.</summary>
/// <remarks>
/// The engine compares identifiers and nothing else: with the same one it changes only what is written anyway, and whatever the new context
/// leads to gets none of the rest. With another one it makes everything anew before it deletes what it made before.
/// </remarks>
internal static class ClusterMove
{
    public static IEnumerable<TransitionNotice> Check(string name, ClusterState before, ClusterState after)
    {
        var isSameContext = before.Context is null || after.Context is null || before.Context == after.Context;
        var isSameAuthority = before.Authority is null || after.Authority is null || before.Authority == after.Authority;
        if (before.ClusterIdentifier is not { } from || after.ClusterIdentifier is not { } to)
        {
            // Without an identifier the engine takes another server for another cluster.
            if (!isSameContext && before.Held is not null)
            {
                yield return Refused(
                    name,
                    $"context from {before.Context} to {after.Context}, while the stack does not know yet which cluster it is: run pulumi "
                        + "up with the old context first, which gives it an identifier"
                );
            }

            yield break;
        }

        if (from == to && isSameContext && !isSameAuthority && !after.Asked.IsIdentified)
        {
            yield return Refused(
                name,
                $"another certificate authority vouches for its API server than when it was last updated, so that context "
                    + $"{after.Context} may lead to another cluster. If it is the same: clusterIdentifier: {from}, for one update. "
                    + $"If it is "
                    + "another one: a context and a clusterIdentifier of its own, and everything moves there"
            );
        }
        else if (from != to && isSameContext)
        {
            yield return Refused(
                name,
                $"clusterIdentifier from {from} to {to}, with the same context: everything would be made a second time where it is, and "
                    + $"fail; clusterIdentifier: {from} keeps it"
            );
        }
        else if (from != to)
        {
            yield return new(
                TransitionKind.Warning,
                name,
                $"moves from the cluster of context {before.Context} to that of {after.Context}: everything is made there, then deleted "
                    + "where it was, but for its namespaces; both have to be reachable"
            );
        }
        else if (!isSameContext && !after.Asked.IsIdentified)
        {
            yield return Refused(
                name,
                $"context from {before.Context} to {after.Context}, and nothing says whether that is the same cluster. If it is: "
                    + $"clusterIdentifier: {from}. If it is another one: a clusterIdentifier of its own, and everything moves there"
            );
        }
        else if (!isSameContext)
        {
            yield return new(
                TransitionKind.Warning,
                name,
                $"context from {before.Context} to {after.Context}: taken for the same cluster, because clusterIdentifier is still {from}"
            );
        }
    }

    private static TransitionNotice Refused(string name, string message) => new(TransitionKind.Refused, name, message);
}
