using MeshStack.Preview.Transitions;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>What is done with Helm and by hand after an update that was cut.</summary>
internal sealed partial class Operator
{
    private void MendCuts()
    {
        foreach (var notice in walker.Notices().Where(n => n.Message.StartsWith("an update was killed", StringComparison.Ordinal)))
        {
            MendCut(notice);
        }
    }

    private void MendCut(TransitionNotice notice)
    {
        var cluster = walker.World[
            notice.Subject == "cluster01" ? "cluster01" : walker.World.Contexts[ContextOf(notice.Message) ?? walker.Wish.Context].Cluster
        ];
        if (Uninstalled().Match(notice.Message) is { Success: true } uninstall)
        {
            walker.Note("helm uninstall: " + notice);
            if (cluster.Releases.TryGetValue($"{uninstall.Groups["ns"]}/{uninstall.Groups["name"]}", out var release))
            {
                HelmReleases.Uninstall(cluster, release.Inputs);
            }
        }
        else if (RolledBack().Match(notice.Message) is { Success: true } rollback)
        {
            walker.Note("helm rollback: " + notice);
            var key = $"{rollback.Groups["ns"]}/{rollback.Groups["name"]}";
            if (cluster.Releases.TryGetValue(key, out var release) && release.Status != "deployed")
            {
                cluster.Releases[key] = release with { Status = "deployed" };
            }
        }
        else if (notice.Message.Contains("adoptExisting: true", StringComparison.Ordinal))
        {
            walker.Note("adopt: " + notice);
            walker.Wish = walker.Wish with { Adopts = true };
        }
    }

    private void MendRelease(string resource)
    {
        var world = walker.World;
        var cluster = world[
            resource.StartsWith("cluster01-", StringComparison.Ordinal) ? "cluster01" : world.Contexts[walker.Wish.Context].Cluster
        ];
        foreach (
            var (id, release) in cluster
                .Releases.Where(r => resource.EndsWith("-" + r.Key.Split('/')[1], StringComparison.Ordinal))
                .ToList()
        )
        {
            if (release.Status == "pending-upgrade")
            {
                walker.Note("helm rollback as documented");
                cluster.Releases[id] = release with { Status = "deployed" };
            }
            else
            {
                walker.Note("helm uninstall as documented");
                HelmReleases.Uninstall(cluster, release.Inputs);
            }
        }
    }

    private static string? ContextOf(string message) =>
        HelmContext().Match(message) is { Success: true } m ? m.Groups["context"].Value : null;
}
