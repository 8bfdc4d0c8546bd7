namespace MeshStack.Preview.Transitions;

/// <summary>Namespaces that leave the definition of a cluster, or that something else is said to have made from now on.</summary>
internal static class NamespaceRemoval
{
    public static IEnumerable<TransitionNotice> Check(string cluster, ClusterState before, MeshState after, RemovalCommands commands)
    {
        if (before.Held is not { } held || after.Clusters[cluster] is not { Held: { } kept } state)
        {
            yield break;
        }

        foreach (var (name, hold) in held)
        {
            var notice = kept.TryGetValue(name, out var now)
                ? Change(cluster, name, hold, now, state)
                : Removal(cluster, name, hold, before, after, commands);
            if (notice is not null)
            {
                yield return notice;
            }
        }
    }

    private static TransitionNotice? Change(string cluster, string name, NamespaceHold before, NamespaceHold after, ClusterState state) =>
        (before, after) switch
        {
            (NamespaceHold.Unretained or NamespaceHold.DeletedWithMesh, NamespaceHold.Patched) => new(
                TransitionKind.Refused,
                cluster,
                $"namespace {name} would be deleted with all that is in it, because it is existing: true from now on and the engine lets "
                    + "go of the one that it made. In two steps: run pulumi up without existing and without deleteWithMesh, while "
                    + $"{cluster} is reachable, after which it stays, and then with existing: true"
            ),
            (NamespaceHold.Patched, not NamespaceHold.Patched) when !state.Defined.AdoptsExisting => new(
                TransitionKind.Refused,
                cluster,
                $"namespace {name} is there already, and could not be made: existing: true, or adoptExisting: true at {cluster} for one "
                    + "update, which takes it over"
            ),
            (not NamespaceHold.DeletedWithMesh, NamespaceHold.DeletedWithMesh) => new(
                TransitionKind.Warning,
                cluster,
                $"namespace {name} is deleted with all that is in it from now on, when it leaves the definition or the stack is destroyed"
            ),
            _ => null,
        };

    private static string Uninjected(ClusterState before, string name) =>
        before.Namespaces.ContainsKey(name)
            ? ", so that pods which start from then on have no sidecar, and no policy of the mesh holds for them"
            : "";

    private static TransitionNotice? Removal(
        string cluster,
        string name,
        NamespaceHold hold,
        ClusterState before,
        MeshState after,
        RemovalCommands commands
    )
    {
        var isMeant = after.Removed.Namespaces.Contains($"{cluster}/{name}");
        return hold switch
        {
            // It gives back its labels, and no more.
            NamespaceHold.Patched when isMeant => new(
                TransitionKind.Warning,
                cluster,
                $"namespace {name} loses what MeshStack labelled it with{Uninjected(before, name)}"
            ),
            NamespaceHold.Patched => new(
                TransitionKind.Refused,
                cluster,
                $"namespace {name} leaves the definition: it would lose what MeshStack labelled it with{Uninjected(before, name)}. If "
                    + $"that is meant: {commands.Namespace(cluster, name)}"
            ),
            NamespaceHold.Unretained => new(
                TransitionKind.Refused,
                cluster,
                $"namespace {name} leaves the definition, and would be deleted with all that is in it, because an older MeshStack made "
                    + "it: run pulumi up with the namespace still in the definition first, while "
                    + $"{cluster} is reachable, after which it stays"
            ),
            NamespaceHold.DeletedWithMesh when isMeant => new(
                TransitionKind.Warning,
                cluster,
                $"namespace {name} is deleted with all that is in it"
            ),
            NamespaceHold.DeletedWithMesh => new(
                TransitionKind.Refused,
                cluster,
                $"namespace {name} leaves the definition, and would be deleted with all that is in it. If that is meant: "
                    + $"{commands.Namespace(cluster, name)}"
            ),
            _ when isMeant => new(
                TransitionKind.ToDo,
                cluster,
                $"namespace {name} stays, with its labels: kubectl{before.ContextFlag} delete namespace {name}, once "
                    + "nothing in it is needed"
            ),
            _ => new(
                TransitionKind.Refused,
                cluster,
                $"namespace {name} leaves the definition: it would stay in the cluster, and what MeshStack made in it would go. If that "
                    + $"is meant: {commands.Namespace(cluster, name)}"
            ),
        };
    }
}
