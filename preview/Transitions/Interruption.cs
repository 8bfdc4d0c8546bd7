namespace MeshStack.Preview.Transitions;

/// <summary>What an update that was killed leaves to do before the next one.</summary>
internal static class Interruption
{
    public static IEnumerable<TransitionNotice> Check(MeshState before, MeshState after) =>
        [
            .. before.Interrupted.Select(operation => Check(operation, before, after)).OfType<TransitionNotice>(),
            .. Moves(before, after),
            .. before.PendingDeletions.Select(gone => OfNamespace(gone, after)),
            .. Destroyed(before, after),
        ];

    /// <summary>The engine deletes what is pending deletion before it is asked for anything, and nothing of the program can keep
    /// it.</summary>
    private static TransitionNotice OfNamespace(PendingDeletion gone, MeshState after)
    {
        var cluster = gone.Cluster is { } known ? ClusterNames.Of(after).Now(known) : "stack";
        return new(
            TransitionKind.Refused,
            cluster,
            $"namespace {gone.Name} is pending deletion since an update that did not end, and the next one would delete it with "
                + $"all that is "
                + $"in it. To keep it: pulumi state delete{after.StackFlag}{(gone.IsProtected ? " --force" : "")} '{gone.Urn}'"
                + (gone.IsTwice ? ", and of the two that it offers the one that is pending deletion" : "")
                + $". Where that is refused, because others depend on it: pulumi stack export{after.StackFlag} > state.json, take out the "
                + $"entry with that urn and \"delete\": true, and pulumi stack import{after.StackFlag} < state.json"
        );
    }

    /// <summary>Namespaces stay when a stack is destroyed, and are there when it is made again.</summary>
    private static IEnumerable<TransitionNotice> Destroyed(MeshState before, MeshState after)
    {
        // Before the first update nothing was asked for, and without providers nothing is left of any cluster.
        if (before.MeshId.Length > 0 && before.Clusters.IsEmpty)
        {
            foreach (var (name, _) in after.Clusters.Where(c => !c.Value.Defined.AdoptsExisting))
            {
                yield return Warning(
                    name,
                    "nothing of the mesh is left in the stack, and namespaces stay when it is destroyed: where they are there, the update "
                        + $"fails because they \"already exist\"; adoptExisting: true at {name}, for one update, takes them over"
                );
            }
        }
    }

    /// <summary>What a move to another cluster did not get to: its provider is the new one by name, and the engine looks no
    /// further.</summary>
    private static IEnumerable<TransitionNotice> Moves(MeshState before, MeshState after) =>
        before.Unmoved is { } unmoved
            ? from left in unmoved
            group left.Urn by ClusterNames.Of(after).Now(left.Cluster) into cluster
            select Warning(
                cluster.Key,
                "a move to another cluster was cut before it came to all that is in it, and the next update would take the rest for moved: "
                    + $"pulumi up {string.Join(' ', cluster.Order(StringComparer.Ordinal).Select(urn => $"--replace '{urn}'"))}"
            )
            : from cluster in before.Clusters
            where cluster.Value.IsMoving
            select Warning(
                cluster.Key,
                "its move to another cluster has not ended, and an update takes what was not moved yet for moved: pulumi stack "
                    + $"export{after.StackFlag} > state.json and meshstack preview {after.Stack ?? "STACK"} --deployed state.json tell "
                    + "what to replace in this one"
            );

    private static TransitionNotice? Check(InterruptedOperation operation, MeshState before, MeshState after)
    {
        if (operation.Cluster is not { } known)
        {
            return null;
        }

        var cluster = ClusterNames.Of(after).Now(known);

        if (operation.Kind == "deleting")
        {
            // It is deleted again where it still is to go; where it is not, the state says that it is there.
            return Warning(
                cluster,
                $"an update was killed while it deleted {NameOf(operation.Resource)}: pulumi refresh, before the next one, finds out "
                    + "whether it is there"
            );
        }

        // Only what is made, and what Helm keeps a record of, cannot simply be done again.
        if (operation.Kind is not ("creating" or "updating"))
        {
            return null;
        }

        var (resource, isMade) = (operation.Resource, operation.Kind == "creating");
        var context = before.Clusters.TryGetValue(cluster, out var state) ? state.Context : null;
        if (resource.Type == PulumiTypes.HelmRelease)
        {
            var name =
                $"{resource.Text("name")} --namespace {resource.Text("namespace")}{(context is null ? "" : $" --kube-context {context}")}";
            return Warning(
                cluster,
                isMade
                    ? $"an update was killed while it installed {resource.Text("name")}, and Helm refuses that name while the release is "
                        + $"there: helm status {name}. Where that says pending-install or failed: helm uninstall {name}. Where it says "
                        + $"deployed, it is whole, and the engine alone does not know of it: {Import(operation, after)} takes it into the "
                        + "stack, and the same helm uninstall lets the next update install it again"
                    : $"an update was killed while it changed {resource.Text("name")}, and Helm refuses another change while that one is "
                        + $"pending: helm status {name}, and if it is, helm rollback {name}"
            );
        }

        var what = NameOf(resource);
        if (!isMade)
        {
            return Warning(
                cluster,
                $"an update was killed while it changed {what}: the next one does so again; if the change is taken back instead, "
                    + "pulumi refresh before it, which finds out what is there"
            );
        }

        if (resource.Type.EndsWith("Patch", StringComparison.Ordinal))
        {
            return null;
        }

        return after.Clusters.GetValueOrDefault(cluster)?.Defined.AdoptsExisting == true
            ? Warning(cluster, $"an update was killed while it made {what}: the next one takes it over where it is there")
            : Warning(
                cluster,
                $"an update was killed while it made {what}: if it is there, the next one fails because it \"already exists\"; "
                    + $"adoptExisting: true at {cluster}, for one update, takes it over"
            );
    }

    /// <summary>A release is known to the engine by its place and name.</summary>
    /// <remarks>Source: https://www.pulumi.com/docs/iac/cli/commands/pulumi_import/, and the page of the resource
    /// kubernetes:helm.sh/v3:Release.</remarks>
    private static string Import(InterruptedOperation operation, MeshState after)
    {
        var release = operation.Resource;
        var id = $"{release.Text("namespace")}/{release.Text("name")}";
        return $"pulumi import{after.StackFlag} --protect=false {release.Type} {release.Name} {id}"
            + (operation.Parent is { } parent ? $" --parent 'parent={parent}'" : "")
            + $" --provider 'provider={operation.Provider!.Urn[..operation.Provider.Urn.LastIndexOf("::", StringComparison.Ordinal)]}'";
    }

    private static string NameOf(StackResource resource)
    {
        var place = (resource.Text("metadata", "namespace") ?? resource.Text("namespace")) is { } home ? home + "/" : "";
        return $"{resource.Type.Split(':')[^1]} {place}{resource.Text("metadata", "name") ?? resource.Text("name")}";
    }

    private static TransitionNotice Warning(string cluster, string message) => new(TransitionKind.Warning, cluster, message);
}
