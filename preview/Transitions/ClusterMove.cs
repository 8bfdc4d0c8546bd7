namespace MeshStack.Preview.Transitions;

/// <summary>A name of the definition that leads to another context, and maybe to another cluster.</summary>
/// <remarks>
/// The engine compares identifiers and nothing else: with the same one it changes only what is written anyway, and whatever the new context
/// leads to gets none of the rest. With another one it makes everything anew before it deletes what it made before.
/// </remarks>
internal static class ClusterMove
{
    /// <param name="name">The cluster.</param>
    /// <param name="before">How it was.</param>
    /// <param name="after">How it is to be.</param>
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

        if (from == to && isSameContext && !isSameAuthority && !after.Defined.IsIdentified)
        {
            yield return Refused(
                name,
                $"another certificate authority vouches for its API server than when it was last updated, so that context "
                    + $"{after.Context} may lead to another cluster. If it is the same: clusterIdentifier: {from}, for one update. "
                    + $"If it is another one: let {after.Context} lead to the old one again, where everything is "
                    + "deleted last, and give the "
                    + "new one a context and a clusterIdentifier of its own, and everything moves there"
            );
        }
        else if (from != to && isSameContext && !isSameAuthority)
        {
            yield return Refused(
                name,
                $"clusterIdentifier from {from} to {to}, and another certificate authority vouches for the API server of context "
                    + $"{after.Context} than when it was last updated: let {after.Context} lead to the old one again, where everything is "
                    + "deleted last, and give the new one a context of its own"
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
        else if (from != to && before.IsRenamed)
        {
            // The engine takes a provider that is renamed for the same one, whatever else it is now.
            yield return Refused(
                name,
                $"has another name and moves to another cluster at once, where the engine would look for what is in the old one: "
                    + $"context: {before.Context} and clusterIdentifier: {from} for one update first, and the move after it"
            );
        }
        else if (from != to && Lost(before) is { Count: > 0 } lost)
        {
            yield return Refused(
                name,
                $"moves to another cluster, and {string.Join(" and ", lost)} would be deleted with all that is in "
                    + $"{(lost.Count == 1 ? "it" : "them")} where it was: run pulumi up with context {before.Context} and without "
                    + "deleteWithMesh first, after which its namespaces stay"
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
        else if (!isSameContext && !after.Defined.IsIdentified)
        {
            yield return Refused(
                name,
                $"context from {before.Context} to {after.Context}, and nothing says whether that is the same cluster. If it is: "
                    + $"clusterIdentifier: {from}. If it is another one: a clusterIdentifier of its own, and everything moves there"
            );
        }
        else if (!isSameContext && !isSameAuthority)
        {
            // An identifier that was given for an earlier context says nothing of this one.
            yield return Refused(
                name,
                $"context from {before.Context} to {after.Context}, where another certificate authority vouches for the API server: "
                    + $"clusterIdentifier: {from} would leave everything where it is. If it is another cluster: a clusterIdentifier of "
                    + $"its own, and everything moves there. If it is the same: call its context {before.Context} for one update"
            );
        }
        else if (!isSameAuthority)
        {
            yield return new(
                TransitionKind.Warning,
                name,
                $"another certificate authority vouches for its API server than when it was last updated: taken for the same cluster, "
                    + $"because clusterIdentifier is {from}"
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

    /// <summary>The namespaces that the engine does not leave where they are.</summary>
    private static List<string> Lost(ClusterState cluster) =>
        cluster.Held?.Where(n => n.Value is NamespaceHold.Unretained or NamespaceHold.DeletedWithMesh).Select(n => n.Key).ToList() ?? [];

    private static TransitionNotice Refused(string name, string message) => new(TransitionKind.Refused, name, message);
}
