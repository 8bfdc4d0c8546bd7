namespace MeshStack.Preview.Transitions;

/// <summary>A name of the definition that leads to another context, and maybe to another cluster.</summary>
/// <remarks>
/// The engine compares identifiers and nothing else: with the same one it changes only what is written anyway, and whatever the new context
/// leads to gets none of the rest. With another one it makes everything anew before it deletes what it made before.
/// </remarks>
internal static class ClusterMove
{
    private const string OfKubeconfig = "that of its kubeConfig";

    /// <param name="name">The cluster.</param>
    /// <param name="before">How it was.</param>
    /// <param name="after">How it is to be.</param>
    public static IEnumerable<TransitionNotice> Check(string name, ClusterState before, ClusterState after)
    {
        var isSameAuthority = before.Authority is null || after.Authority is null || before.Authority == after.Authority;
        if (before.ClusterIdentifier is not { } from || after.ClusterIdentifier is not { } to)
        {
            // Without an identifier the engine takes another server for another cluster.
            if (before.Held is not null && before.Context is not null && after.Context is not null && before.Context != after.Context)
            {
                yield return Refused(
                    name,
                    $"context from {before.Context} to {after.Context}, while the stack does not know yet which cluster it is: run pulumi "
                        + "up with the old context first, which gives it an identifier"
                );
            }

            yield break;
        }

        // Of a cluster with an identifier the context is known: a kubeconfig needs none.
        var isSameContext = before.Context == after.Context;
        var change = $"context from {before.Context ?? OfKubeconfig} to {after.Context ?? OfKubeconfig}";
        if (from == to && isSameContext && !isSameAuthority && !after.Defined.IsIdentified)
        {
            yield return Refused(
                name,
                $"another certificate authority vouches for its API server than when it was last updated, so that {Way(after)} may lead "
                    + $"to another cluster. If it is the same: clusterIdentifier: {from}, for one update. If the old one is gone and this "
                    + $"one is in its place: pulumi refresh, which forgets what was in it, and then the same. If both are there: "
                    + $"let {Way(after)} lead to the old one again, where everything is deleted last, and give the new one a context and "
                    + "a clusterIdentifier of its own, and everything moves there"
            );
        }
        else if (from != to && isSameContext && !isSameAuthority)
        {
            yield return Refused(
                name,
                $"clusterIdentifier from {from} to {to}, and another certificate authority vouches for the API server of {Way(after)} "
                    + $"than when it was last updated. If the old one is gone: pulumi refresh, which forgets what was in it, and "
                    + $"clusterIdentifier: {from}. If both are there: let {Way(after)} lead to the old one again, where everything is "
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
                "has another name and moves to another cluster at once, where the engine would look for what is in the old one: "
                    + $"{Setting(before)} and clusterIdentifier: {from} for one update first, and the move after it"
            );
        }
        else if (from != to && !after.Defined.IsIdentified)
        {
            // Nobody gave it another identifier: it follows a name.
            yield return Refused(
                name,
                $"{change}, and its identifier would follow its name from {from} to {to}, which moves it to another cluster. If it is the "
                    + $"same one: clusterIdentifier: {from}. If it is another one: a clusterIdentifier of its own, and "
                    + $"everything moves there"
            );
        }
        else if (from != to && Lost(before) is { Count: > 0 } lost)
        {
            yield return Refused(
                name,
                $"moves to another cluster, and {string.Join(" and ", lost)} would be deleted with all that is in "
                    + $"{(lost.Count == 1 ? "it" : "them")} where it was: run pulumi up with {Setting(before)} and without "
                    + "deleteWithMesh first, while it is reachable, after which its namespaces stay"
            );
        }
        else if (from != to)
        {
            yield return new(
                TransitionKind.Warning,
                name,
                $"moves from the cluster of {Way(before)} to that of {Way(after)}: everything is made there, then deleted "
                    + "where it was, but for its namespaces; both have to be reachable"
                    + (
                        before.Authority is not null && before.Authority == after.Authority
                            ? $". The same certificate authority vouches for both: if they are one cluster, clusterIdentifier: {from}"
                            : ""
                    )
            );
        }
        else if (!isSameContext && before.IsMoving)
        {
            yield return Refused(
                name,
                $"{change}, while the move to the cluster of {Way(before)} has not ended, so that nothing says whether {Way(after)} leads "
                    + $"there: {Setting(before)} for one update first"
            );
        }
        else if (!isSameContext && !after.Defined.IsIdentified)
        {
            yield return Refused(
                name,
                $"{change}, and nothing says whether that is the same cluster. If it is: clusterIdentifier: {from}. If it is another one: "
                    + "a clusterIdentifier of its own, and everything moves there"
            );
        }
        else if (!isSameContext && !isSameAuthority)
        {
            // An identifier that was given for an earlier context says nothing of this one.
            yield return Refused(
                name,
                $"{change}, where another certificate authority vouches for the API server: clusterIdentifier: {from} would leave "
                    + "everything where it is. If it is another cluster: a clusterIdentifier of its own, and everything moves there. If it "
                    + $"is the same: {Setting(before)} for one update, leading there"
            );
        }
        else if (!isSameAuthority)
        {
            yield return new(
                TransitionKind.Warning,
                name,
                "another certificate authority vouches for its API server than when it was last updated: taken for the same cluster, "
                    + $"because clusterIdentifier is {from}"
            );
        }
        else if (!isSameContext)
        {
            yield return new(
                TransitionKind.Warning,
                name,
                $"{change}: taken for the same cluster, because clusterIdentifier is still {from}"
            );
        }
    }

    private static string Way(ClusterState cluster) => cluster.Context is { } context ? $"context {context}" : "its kubeConfig";

    private static string Setting(ClusterState cluster) => cluster.Context is { } context ? $"context: {context}" : "kubeConfig alone";

    /// <summary>The namespaces that the engine does not leave where they are.</summary>
    private static List<string> Lost(ClusterState cluster) =>
        cluster.Held?.Where(n => n.Value is NamespaceHold.Unretained or NamespaceHold.DeletedWithMesh).Select(n => n.Key).ToList() ?? [];

    private static TransitionNotice Refused(string name, string message) => new(TransitionKind.Refused, name, message);
}
