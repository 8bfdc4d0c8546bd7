using System.Text.RegularExpressions;
using MeshStack.Preview.Transitions;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>Somebody who reads what is printed, and does what it names, until an update goes through.</summary>
internal sealed partial class Operator(Walker walker, Random random)
{
    private const int Patience = 14;

    /// <summary>Gets the definition as it is now up.</summary>
    public void Finish()
    {
        walker.World.Faults = null;
        Reach(walker.Wish, Patience);

        // What was for one update only goes, and then nothing is left to do.
        if (walker.Wish.Adopts)
        {
            Reach((walker.Wish with { Adopts = false }).Valid(), Patience);
        }

        var last = walker.Preview(new() { ExpectNoChanges = true });
        Assert.True(last.ExitCode == 0, $"not everything is done: {last}");
    }

    private void Reach(Wish wish, int patience)
    {
        walker.Wish = wish;
        for (var tries = 0; tries < patience; tries++)
        {
            walker.Stack.Cancel();
            Move();
            foreach (var notice in walker.Notices().Where(n => n.Message.StartsWith("an update was killed", StringComparison.Ordinal)))
            {
                MendCut(notice);
            }

            var result = walker.Up(random.Next(2) == 0 ? null : new() { SkipPreview = true });
            if (result.ExitCode == 0)
            {
                return;
            }

            Assert.True(
                result.Errors.SelectMany(e => e.Split('\n')).Any(line => Do(line.Trim(), patience)),
                $"nothing is named that could be done: {result}"
            );
        }

        Assert.Fail("what is named does not lead to the end");
    }

    /// <summary>Reads what is said of an update that was killed, before anything else is done.</summary>
    public void ReadAboutDeletes()
    {
        if (walker.Notices().Any(n => n.Message.Contains("pulumi refresh", StringComparison.Ordinal)))
        {
            walker.Note("refreshed after a delete");
            walker.World.Faults = null;
            walker.Stack.Cancel();
            Reconnect();
            walker.Refresh();
        }
    }

    /// <summary>Reads what is said of a move that was cut, before the engine takes the rest for moved.</summary>
    public void ReadAboutMoves()
    {
        if (walker.Notices().Any(IsCutMove))
        {
            walker.World.Faults = null;
            walker.Stack.Cancel();
            Move();
        }
    }

    private static bool IsCutMove(TransitionNotice notice) =>
        notice.Message.StartsWith("a move to another cluster was cut", StringComparison.Ordinal);

    private void Move()
    {
        for (var tries = 0; tries < Patience && walker.Notices().FirstOrDefault(IsCutMove) is { } cut; tries++)
        {
            walker.Note("moved the rest");
            Reconnect();
            foreach (var notice in walker.Notices().Where(n => n.Message.StartsWith("an update was killed", StringComparison.Ordinal)))
            {
                MendCut(notice);
            }

            var result = walker.Up(new() { Replace = [.. Replaced().Matches(cut.Message).Select(m => m.Groups["urn"].Value)] });
            Assert.True(
                result.ExitCode == 0 || result.Errors.SelectMany(e => e.Split('\n')).Any(line => Do(line.Trim(), Patience / 2)),
                $"nothing is named that could be done: {result}"
            );
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

    /// <summary>Does what a line names; false where it names nothing.</summary>
    private bool Do(string line, int patience)
    {
        var wish = walker.Wish;
        if (Removed().Match(line) is { Success: true } removed)
        {
            Leave(line, removed);
        }
        else if (SameContext().Match(line) is { Success: true } same)
        {
            walker.Note("renamed in place of removed");
            walker.Wish = wish with { Definition = wish.Definition with { RenamedFrom = same.Groups["name"].Value }, RemovedClusters = [] };
        }
        else if (RenamedService().Match(line) is { Success: true } service)
        {
            if (service.Groups["now"].Value.StartsWith("cluster", StringComparison.Ordinal))
            {
                walker.Note("renamed in place of removed");
                walker.Wish = wish with { Definition = wish.Definition with { RenamedFrom = service.Groups["from"].Value } };
                return true;
            }

            walker.Note("renamed a service first");
            var services = service.Groups["now"].Value == "productpage" ? ServiceWish.RenamedBack : ServiceWish.Renamed;
            Reach(wish with { Definition = wish.Definition with { Services = services } }, patience / 2);
            walker.Wish = walker.Wish with { Definition = wish.Definition };
        }
        else if (RenamedAndMoved().Match(line) is { Success: true } both)
        {
            walker.Note("renamed, then moved");
            Reach(wish with { Context = both.Groups["context"].Value, Identifier = both.Groups["id"].Value }, patience / 2);
            walker.Wish = walker.Wish with { Context = wish.Context, Identifier = wish.Identifier };
        }
        else if (MoveNotEnded().Match(line) is { Success: true } move)
        {
            walker.Note("ended the move first");
            Reconnect();
            Reach(wish with { Context = move.Groups["context"].Value }, patience / 2);
            walker.Wish = walker.Wish with { Context = wish.Context };
        }
        else if (MovedWithAll().Match(line) is { Success: true } all)
        {
            walker.Note("as it was first, then moved");
            Reach(
                wish with
                {
                    Context = all.Groups["context"].Value,
                    Identifier = null,
                    Definition = wish.Definition with { Namespace = NamespaceWish.Present },
                },
                patience / 2
            );
            walker.Wish = walker.Wish with { Context = wish.Context, Identifier = wish.Identifier, Definition = wish.Definition };
        }
        else if (line.Contains("run pulumi up", StringComparison.Ordinal))
        {
            walker.Note("as it was first");
            if (line.Contains("without existing and without deleteWithMesh", StringComparison.Ordinal))
            {
                Reach(wish with { Definition = wish.Definition with { Namespace = NamespaceWish.Present } }, patience / 2);
                walker.Wish = walker.Wish with { Definition = wish.Definition };
                return true;
            }

            Reach(
                Named(walker.Applied ?? throw new InvalidOperationException(line), line.Split(':')[0]) with
                {
                    Context = OldContext(line) ?? wish.Context,
                },
                patience / 2
            );
            walker.Wish = wish;
        }
        else if (SafeNext().Match(line) is { Success: true } safe)
        {
            // docs/operations.md: a cluster that was down is brought up first, with the phase that the others have.
            if (line.StartsWith("trust: in ", StringComparison.Ordinal))
            {
                Reconnect();
            }

            GoBy(safe.Groups["phase"].Value.Split(" or "), wish, patience);
        }
        else if (ByWayOf().Match(line) is { Success: true } way)
        {
            walker.Note("version between");
            Reach(wish with { Definition = wish.Definition with { Version = Version(way.Groups["minor"].Value) } }, patience / 2);
            walker.Wish = wish;
        }
        else if (TrustDomain().Match(line) is { Success: true } domain)
        {
            walker.Note("trust domain");
            var name = domain.Groups["domain"].Value;
            walker.Wish = wish with
            {
                Definition = name == "cluster.local" ? wish.Definition with { TrustDomain = name } : wish.Definition.Aliasing(name),
            };
        }
        else if (line.Contains("clusterIdentifier", StringComparison.Ordinal))
        {
            Identify(line);
        }
        else if (
            line.Contains("adoptExisting: true", StringComparison.Ordinal) || line.Contains("already exists", StringComparison.Ordinal)
        )
        {
            walker.Note("adopt");
            walker.Wish = wish with { Adopts = true };
        }
        else if (line.Contains("trust-root-", StringComparison.Ordinal) && line.Contains("protected", StringComparison.Ordinal))
        {
            // A step back that only a target has taken leaves the root as it was: the whole stack takes it first.
            walker.Note("the whole step first");
            Reach(wish with { Definition = wish.Definition with { Phase = 1 } }, patience / 2);
            walker.Wish = walker.Wish with { Definition = wish.Definition };
        }
        else if (HelmError().Match(line) is { Success: true } helm)
        {
            // docs/operations.md has the commands where the operation itself is not known any more.
            MendRelease(helm.Groups["release"].Value);
        }
        else if (line.Contains("unreachable", StringComparison.Ordinal))
        {
            Reconnect();
            Forget();
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>The same with the second cluster under the name that it has meanwhile, where an update renamed it in part.</summary>
    private static Wish Named(Wish applied, string cluster) =>
        cluster is "cluster02" or "clusterb" && applied.Definition.Second is { } other && other != cluster
            ? applied with
            {
                Definition = applied.Definition with { Second = cluster, RenamedFrom = other },
            }
            : applied;

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

    private void Leave(string line, Match removed)
    {
        var wish = walker.Wish;
        if (line.Contains("renamedFrom: ", StringComparison.Ordinal) && random.Next(2) == 0)
        {
            walker.Note("renamed after all");
            walker.Wish = wish with { Definition = wish.Definition with { RenamedFrom = removed.Groups["name"].Value } };
        }
        else if (removed.Groups["what"].Value == "clusters")
        {
            walker.Note("removed a cluster");
            walker.Wish = wish with { RemovedClusters = wish.RemovedClusters.Add(removed.Groups["name"].Value) };
        }
        else
        {
            walker.Note("removed a namespace");
            walker.Wish = wish with { RemovedNamespaces = wish.RemovedNamespaces.Add(removed.Groups["name"].Value) };
        }
    }

    private void GoBy(string[] states, Wish wish, int patience)
    {
        // A rotation that leads back is none of the definitions here: the root stays that signs.
        if (states[0].Contains("from root generation 2", StringComparison.Ordinal))
        {
            walker.Note("the root that signs stays");
            walker.Wish = wish with { Definition = wish.Definition with { Phase = 4 } };
            return;
        }

        var phases = states
            .Select(s =>
                s.StartsWith("steady", StringComparison.Ordinal)
                    ? s.Contains("generation 2", StringComparison.Ordinal)
                        ? 4
                        : 0
                    : Array.IndexOf(DefinitionWish.Phases, s.Split(' ')[0])
            )
            .ToList();

        // The one that is nearest to where it is to go.
        var next = phases.OrderBy(p => Math.Abs(p - wish.Definition.Phase)).First();
        walker.Note($"safe next: {DefinitionWish.Phases[next]}");
        Reach(wish with { Definition = wish.Definition with { Phase = next } }, patience - 1);
        walker.Wish = walker.Wish with { Definition = wish.Definition };
    }

    private void Identify(string line)
    {
        var wish = walker.Wish;
        var was = Was().Match(line).Groups["id"].Value;
        var isSame = walker.AuthorityOf(line) == walker.World.AuthorityOf(wish.Context);
        walker.Note(isSame ? "the same cluster" : "another cluster");
        walker.Wish =
            isSame || line.Contains("keeps it", StringComparison.Ordinal)
                ? wish with
                {
                    Identifier = was,
                }
                : Moved(wish, line.Contains("lead to the old one again", StringComparison.Ordinal) ? walker.AuthorityOf(line) : null);
    }

    private Wish Moved(Wish wish, string? old)
    {
        // Both have to be reachable.
        Reconnect();
        return walker.Moved(wish, old);
    }

    /// <summary>Brings clusters back that were down.</summary>
    public void Reconnect()
    {
        foreach (var cluster in walker.World.Clusters.Values.Where(c => !c.IsReachable && !walker.Gone.Contains(c.Name)))
        {
            walker.Note("restored: " + cluster.Name);
            cluster.IsReachable = true;
        }
    }

    /// <summary>As docs/operations.md says it of a cluster that is gone for good, once all others answer.</summary>
    private void Forget()
    {
        if (walker.Gone.Count > 0)
        {
            walker.Note("forgot a cluster");
            walker.World.DeleteUnreachable = true;
            walker.Refresh();
        }
    }

    private static string Version(string minor) => DefinitionWish.Versions.First(v => v.StartsWith(minor, StringComparison.Ordinal));

    private static string? ContextOf(string message) =>
        HelmContext().Match(message) is { Success: true } m ? m.Groups["context"].Value : null;

    private static string? OldContext(string line) => FromContext().Match(line) is { Success: true } m ? m.Groups["context"].Value : null;
}
