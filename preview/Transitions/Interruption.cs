using MeshStack.Manifests;

namespace MeshStack.Preview.Transitions;

/// <summary>What an update that was killed leaves to do before the next one.</summary>
internal static class Interruption
{
    public static IEnumerable<TransitionNotice> Check(MeshState before, MeshState after) =>
        before.Interrupted.Select(operation => Check(operation, before, after)).OfType<TransitionNotice>();

    private static TransitionNotice? Check(InterruptedOperation operation, MeshState before, MeshState after)
    {
        // Only what is made, and what Helm keeps a record of, cannot simply be done again.
        if (operation.Cluster is not { } cluster || operation.Kind is not ("creating" or "updating"))
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
                        + $"there: helm status {name}, and if there is one, helm uninstall {name}"
                    : $"an update was killed while it changed {resource.Text("name")}, and Helm refuses another change while that one is "
                        + $"pending: helm status {name}, and if it is, helm rollback {name}"
            );
        }

        if (!isMade || resource.Type.EndsWith("Patch", StringComparison.Ordinal))
        {
            return null;
        }

        var place = resource.Text("metadata", "namespace") is { } home ? home + "/" : "";
        var what = $"{resource.Type.Split(':')[^1]} {place}{resource.Text("metadata", "name")}";
        return after.Clusters.GetValueOrDefault(cluster)?.Asked.AdoptsExisting == true
            ? Warning(cluster, $"an update was killed while it made {what}: the next one takes it over where it is there")
            : Warning(
                cluster,
                $"an update was killed while it made {what}: if it is there, the next one fails because it \"already exists\"; "
                    + $"adoptExisting: true at {cluster}, for one update, takes it over"
            );
    }

    private static TransitionNotice Warning(string cluster, string message) => new(TransitionKind.Warning, cluster, message);
}
