using System.Text.RegularExpressions;
using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>M6, R4 and R5: contexts that are called something else, or lead to something else.</summary>
public sealed partial class ContextTests
{
    [Fact]
    public void AStackOfBeforeIsUpdatedWithItsContextFirst()
    {
        using var stack = StackOfBefore.Load();
        stack.ChangeTo("context-renamed");
        Assert.Equal(
            [
                "cluster02: context from cluster02 to fra-admin, while the stack does not know yet which cluster it "
                    + "is: run pulumi up with the "
                    + "old context first, which gives it an identifier",
            ],
            stack.Refused()
        );
    }

    [Fact]
    public void AnotherContextForTheSameClusterChangesNothingThere()
    {
        using var stack = StackOfBefore.Updated();
        stack.World.PointContext("fra-admin", "cluster02", "https://vpn.example.com:6443");
        stack.ChangeTo("context-renamed");
        Assert.Equal(
            [
                "cluster02: context from cluster02 to fra-admin, and nothing says whether that is the same cluster. If it is: "
                    + "clusterIdentifier: cluster02. If it is another one: a clusterIdentifier of its own, and everything moves there",
            ],
            stack.Refused()
        );

        stack.Replace("      context: fra-admin\n", "      context: fra-admin\n      clusterIdentifier: cluster02\n");
        Assert.Equal(
            ["cluster02: context from cluster02 to fra-admin: taken for the same cluster, because clusterIdentifier is still cluster02"],
            stack.Said()
        );
        Assert.Equal("~ 1 updated, 64 unchanged; rc 0", stack.Succeed().ToString());
        Assert.Empty(stack.World["cluster02"].Events);

        stack.Replace("      clusterIdentifier: cluster02\n", "      clusterIdentifier: fra\n");
        Assert.Equal(
            [
                "cluster02: clusterIdentifier from cluster02 to fra, with the same context: everything would be made a "
                    + "second time where it is, "
                    + "and fail; clusterIdentifier: cluster02 keeps it",
            ],
            stack.Refused()
        );
    }

    /// <summary>R5: neither an address, nor KUBECONFIG, nor the machine counts.</summary>
    [Fact]
    public void AnotherServerNameOrMachineChangesNothing()
    {
        using var stack = StackOfBefore.Updated();
        stack.World.PointContext("cluster02", "cluster02", "https://vpn.example.com:6443");
        Assert.Equal("65 unchanged; rc 0", stack.Succeed().ToString());
        stack.World.Kubeconfig = "/home/someone/.kube/config";
        Assert.Equal("65 unchanged; rc 0", stack.Succeed().ToString());
    }

    /// <summary>R4: with an identifier of its own everything is made in the other cluster before it goes where it was.</summary>
    [Fact]
    public void AClusterMoves()
    {
        using var stack = StackOfBefore.Updated();
        stack.ChangeTo("context-renamed");
        stack.Replace("      context: fra-admin\n", "      context: fra-admin\n      clusterIdentifier: fra\n");
        Assert.Equal(
            [
                "cluster02: moves from the cluster of context cluster02 to that of context fra-admin: everything is made "
                    + "there, then deleted where it "
                    + "was, but for its namespaces; both have to be reachable",
            ],
            stack.Said()
        );
        var result = stack.Succeed();
        Assert.Equal("+- 18 replaced, 47 unchanged; rc 0", result.ToString());
        Assert.DoesNotContain(result.Steps, s => s.IsDeleteFirst);
        Assert.Empty(stack.World["cluster02"].Releases);
        Assert.Equal(4, stack.World["fra-admin"].Releases.Count);
        Assert.All(stack.World["cluster02"].Objects, o => Assert.True(o.Kind == "Namespace" || o.Name == "of-a-user", o.ToString()));
        Assert.True(ClusterTrust.Accepts(stack.World, "cluster01", "fra-admin"));
        stack.AssertNothingOfUsersIsGone();
        stack.Succeed(new() { ExpectNoChanges = true });
        Assert.Equal(0, stack.Engine.PreviewRefresh(new() { ExpectNoChanges = true }).ExitCode);
    }

    /// <summary>At every call and in every way: what is printed brings the rest there, and nothing of it is left where it was.</summary>
    [Theory]
    [MemberData(nameof(KillTests.Kills), MemberType = typeof(KillTests))]
    public void AMoveThatWasCutIsGoneOnWith(string kill)
    {
        var fault = Enum.Parse<Fault>(kill);
        var cuts = 0;

        // The first one makes the provider.
        foreach (var at in new[] { 1, 2, 4, 8, 13, 17 })
        {
            using var stack = StackOfBefore.Updated();
            stack.ChangeTo("context-renamed");
            stack.Replace("      context: fra-admin\n", "      context: fra-admin\n      clusterIdentifier: fra\n");
            var changes = -1;
            stack.World.Faults = call => call.Method == "Create" && ++changes == at ? fault : Fault.None;
            Assert.Equal(137, stack.Up(new() { SkipPreview = true }).ExitCode);
            stack.EndFaults();
            if (stack.Said().Any(s => s.Contains("while it made", StringComparison.Ordinal)))
            {
                stack.Replace("      clusterIdentifier: fra\n", "      clusterIdentifier: fra\n      adoptExisting: true\n");
            }

            var fra = stack.World["fra-admin"];
            foreach (var (id, release) in fra.Releases.ToList())
            {
                if (
                    stack.State.PendingOperations.Any(o =>
                        o.Resource.Type.EndsWith(":Release", StringComparison.Ordinal)
                        && id.EndsWith("/" + o.Resource.Inputs.TextAt("name"), StringComparison.Ordinal)
                    )
                )
                {
                    HelmReleases.Uninstall(fra, release.Inputs);
                }
            }

            var said = Assert.Single(stack.Said(), s => s.Contains("a move to another cluster was cut", StringComparison.Ordinal));
            cuts++;
            stack.Succeed(new() { Replace = [.. Quoted().Matches(said).Select(m => m.Groups[1].Value)] });
            Assert.DoesNotContain(stack.Said(), s => s.Contains("a move to another cluster was cut", StringComparison.Ordinal));
            Assert.Empty(stack.World["cluster02"].Releases);
            Assert.All(stack.World["cluster02"].Objects, o => Assert.True(o.Kind == "Namespace" || o.Name == "of-a-user", o.ToString()));
            Assert.Equal(4, fra.Releases.Count);
            stack.AssertNothingOfUsersIsGone();
        }

        Assert.Equal(6, cuts);
    }

    /// <summary>Where everything is made and not all is deleted yet, the last update that ended says nothing of the new cluster.</summary>
    [Fact]
    public void AMoveThatWasCutIsEndedBeforeItsContextChanges()
    {
        using var stack = StackOfBefore.Updated();
        stack.World.PointContext("vpn", "fra-admin", "https://vpn.example.com:6443");
        stack.ChangeTo("context-renamed");
        stack.Replace("      context: fra-admin\n", "      context: fra-admin\n      clusterIdentifier: fra\n");
        stack.World.Faults = call => call.Method == "Delete" ? Fault.KillBefore : Fault.None;
        Assert.Equal(137, stack.Up(new() { SkipPreview = true }).ExitCode);
        stack.EndFaults();
        stack.Replace("context: fra-admin\n", "context: vpn\n");
        Assert.Equal(
            [
                "cluster02: context from fra-admin to vpn, while the move to the cluster of context fra-admin has not ended, so that "
                    + "nothing says whether context vpn leads there: context: fra-admin for one update first",
            ],
            stack.Refused()
        );
        stack.Replace("context: vpn\n", "context: fra-admin\n");
        stack.Succeed();
        Assert.Empty(stack.World["cluster02"].Releases);
        stack.Replace("context: fra-admin\n", "context: vpn\n");
        Assert.Equal("~ 1 updated, 64 unchanged; rc 0", stack.Succeed().ToString());
    }

    /// <summary>What is left out stays in the hands of a provider that is no more: no part of a cluster can move alone.</summary>
    [Fact]
    public void APartOfAClusterDoesNotMove()
    {
        using var stack = StackOfBefore.Updated();
        stack.ChangeTo("context-renamed");
        stack.Replace("      context: fra-admin\n", "      context: fra-admin\n      clusterIdentifier: fra\n");
        stack.Up(new() { Exclude = ["**cluster02**"], SkipPreview = true });
        Assert.Contains("refers to unknown provider", stack.State.IntegrityError(), StringComparison.Ordinal);
    }

    [GeneratedRegex("'(urn:[^']+)'")]
    private static partial Regex Quoted();

    /// <summary>A name that leads to another cluster is seen by what vouches for its API server.</summary>
    [Fact]
    public void AContextThatLeadsElsewhereIsSeen()
    {
        using var stack = StackOfBefore.Updated();
        using var folder = new KubeconfigFolder();
        stack.World.Kubeconfig = folder.Write(("cluster01", "one"), ("cluster02", "two"));
        stack.Succeed();
        stack.World.Kubeconfig = folder.Write(("cluster01", "one"), ("cluster02", "three"));
        Assert.Equal(
            [
                "cluster02: another certificate authority vouches for its API server than when it was last updated, so "
                    + "that context cluster02 "
                    + "may lead to another cluster. If it is the same: clusterIdentifier: cluster02, for one update. If the old one "
                    + "is gone "
                    + "and this one is in its place: pulumi refresh, which forgets what was in it, and then the same. If both are there: "
                    + "let context cluster02 lead to the old one again, where everything is deleted last, and give the new one a "
                    + "context and a "
                    + "clusterIdentifier of its own, and everything moves there",
            ],
            stack.Refused()
        );

        stack.Replace("      context: cluster02\n", "      context: cluster02\n      clusterIdentifier: cluster02\n");
        stack.Succeed();
        stack.Replace("      clusterIdentifier: cluster02\n", "");
        stack.Succeed(new() { ExpectNoChanges = true });
    }

    /// <summary>A cluster was lost, and another one was made under its name.</summary>
    [Fact]
    public void AClusterThatTakesThePlaceOfOneThatIsGoneGetsEverything()
    {
        using var stack = StackOfBefore.Updated();
        using var folder = new KubeconfigFolder();
        stack.World.Kubeconfig = folder.Write(("cluster01", "one"), ("cluster02", "two"));
        stack.Succeed();
        stack.World.PointContext("cluster02", "another", "https://cluster02.example.com:6443");
        stack.World.Kubeconfig = folder.Write(("cluster01", "one"), ("cluster02", "three"));
        Assert.Contains("pulumi refresh, which forgets what was in it", Assert.Single(stack.Refused()), StringComparison.Ordinal);

        Assert.Equal(0, stack.Refresh().ExitCode);
        stack.Replace("      context: cluster02\n", "      context: cluster02\n      clusterIdentifier: cluster02\n");
        Assert.Empty(stack.Succeed().Deleted);
        Assert.Equal(4, stack.World["another"].Releases.Count);
        Assert.True(ClusterTrust.Accepts(stack.World, "cluster01", "another"));
        stack.Replace("      clusterIdentifier: cluster02\n", "");
        stack.Succeed(new() { ExpectNoChanges = true });
    }
}
