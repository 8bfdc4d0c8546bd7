using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>M3 and R8: clusters that leave, those that are gone for good too.</summary>
public sealed class ClusterRemovalTests
{
    private const string Leaves =
        "cluster02: leaves the mesh: all that was installed in it would be deleted, but for its namespaces, and the "
        + "others would forget it. If "
        + "that is meant: pulumi config set --stack dev --path 'meshstack:removed.clusters[0]' cluster02";

    [Fact]
    public void OneOfBeforeDoesNotLeaveBeforeItsNamespacesAreRetained()
    {
        using var stack = StackOfBefore.Load();
        stack.ChangeTo("no-cluster02");
        Assert.Equal(
            [
                "cluster02: goes away, and its namespaces would be deleted with all that is in them, because an older "
                    + "MeshStack made them: run "
                    + "pulumi up with the cluster still in the definition first, while it is reachable, which changes that. If it is gone "
                    + "for good: PULUMI_K8S_DELETE_UNREACHABLE=true pulumi refresh, which forgets them",
                Leaves,
            ],
            stack.Refused()
        );
    }

    /// <summary>An update that passes a cluster over leaves its namespaces as an older MeshStack made them.</summary>
    [Fact]
    public void OneOfBeforeThatWasPassedOverLeavesOnceItWasReached()
    {
        using var stack = StackOfBefore.Load();
        using var whole = StackVariant.Create(StackVariant.Dev);
        stack.Succeed(new() { Exclude = ["**cluster02**"] });
        stack.ChangeTo("no-cluster02");
        Assert.Equal(2, stack.Refused().Count);

        // Or not at all, where it is gone for good.
        var deployed = stack.State;
        stack.World["cluster02"].IsReachable = false;
        stack.World.DeleteUnreachable = true;
        Assert.Equal(0, stack.Refresh().ExitCode);
        Assert.Equal([Leaves], stack.Refused());

        stack.Engine.State = deployed;
        stack.World["cluster02"].IsReachable = true;
        stack.World.DeleteUnreachable = false;
        stack.CopyFrom(whole);
        stack.Succeed();
        stack.ChangeTo("no-cluster02");
        Assert.Equal([Leaves], stack.Refused());
    }

    /// <summary>The provider has the new name already, and the namespaces have the old one.</summary>
    [Theory]
    [InlineData("clusterb")]
    [InlineData("clusterb, cluster02")]
    public void OneOfBeforeWhoseRenameWasCutDoesNotLeave(string removed)
    {
        using var stack = StackOfBefore.Load();
        stack.ChangeTo("rename-cluster02");
        stack.Replace("      context: cluster02\n", "      context: cluster02\n      renamedFrom: cluster02\n");
        stack.World.Faults = call => Urn.Name(call.Urn).StartsWith("clusterb-istio-", StringComparison.Ordinal) ? Fault.Fail : Fault.None;
        Assert.Equal(1, stack.Up(new() { SkipPreview = true }).ExitCode);
        stack.EndFaults();
        using var whole = StackVariant.Create(StackVariant.Dev);
        stack.CopyFrom(whole);
        stack.ChangeTo("no-cluster02");
        stack.Remove($"clusters: [{removed}]");
        Assert.StartsWith(
            "cluster02: its rename has not ended, and istio-ingress and istio-system and namespace01 and namespace02 would be deleted",
            Assert.Single(stack.Refused()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void OneThatLeavesIsNamedAndItsNamespacesStay()
    {
        using var stack = StackOfBefore.Updated();
        stack.ChangeTo("no-cluster02");
        Assert.Equal([Leaves], stack.Refused());

        stack.Remove("clusters: [cluster02]");
        Assert.Equal(
            [
                "cluster02: goes away with all that is installed in it; the others forget it",
                "cluster02: its namespaces stay: look at what is in them, then kubectl --context cluster02 delete namespace istio-ingress "
                    + "istio-system namespace01 namespace02",
            ],
            stack.Said()
        );
        Assert.Equal("~ 3 updated, - 33 deleted, 29 unchanged; rc 0", stack.Succeed().ToString());

        // Nothing is left in the cluster but the namespaces, and what others have in them.
        Assert.Empty(stack.World["cluster02"].Releases);
        Assert.All(stack.World["cluster02"].Objects, o => Assert.True(o.Kind == "Namespace" || o.Name == "of-a-user", o.ToString()));
        Assert.Equal(
            ["default", "istio-ingress", "istio-system", "namespace01", "namespace02"],
            stack.Kept("cluster02").Where(ns => ns.Value).Select(ns => ns.Key)
        );
        stack.AssertNothingOfUsersIsGone();
        Assert.Equal("32 unchanged; rc 0", stack.Succeed().ToString());
    }

    /// <summary>The namespaces that stayed are there when it comes back.</summary>
    [Fact]
    public void OneThatCameBackTakesItsNamespacesOver()
    {
        using var stack = StackOfBefore.Updated("no-cluster02");
        using var whole = StackVariant.Create(StackVariant.Dev);
        stack.AddWorkloads();
        foreach (var ns in new[] { "istio-system", "istio-ingress", "namespace01" })
        {
            stack.World["cluster02"].Add("Namespace", null, ns);
        }

        stack.AddWorkloads();
        stack.CopyFrom(whole);
        var failed = stack.Up();
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("namespaces \"istio-system\" already exists", Assert.Single(failed.Errors), StringComparison.Ordinal);

        stack.Replace("      context: cluster02\n", "      context: cluster02\n      adoptExisting: true\n");
        stack.Succeed();
        stack.AssertNothingOfUsersIsGone();
        stack.Replace("      adoptExisting: true\n", "");
        Assert.Equal("~ 1 updated, 64 unchanged; rc 0", stack.Succeed().ToString());
    }

    /// <summary>As docs/operations.md says it.</summary>
    [Fact]
    public void OneThatIsGoneForGoodIsForgottenFirst()
    {
        using var stack = StackOfBefore.Updated();
        stack.World["cluster02"].IsReachable = false;
        stack.ChangeTo("no-cluster02");
        Assert.Equal([Leaves], stack.Refused());
        stack.Remove("clusters: [cluster02]");

        stack.World.DeleteUnreachable = true;
        Assert.Equal("- 18 deleted, 49 unchanged; rc 0", stack.Refresh().ToString());
        Assert.Equal("~ 3 updated, - 16 deleted, 29 unchanged; rc 0", stack.Succeed().ToString());
        stack.World.DeleteUnreachable = false;
        Assert.Equal("32 unchanged; rc 0", stack.Succeed().ToString());
    }

    /// <summary>Without that, the update ends at the first of its objects, and goes on later.</summary>
    [Fact]
    public void WithoutThatTheUpdateFailsAndCanBeRepeated()
    {
        using var stack = StackOfBefore.Updated();
        stack.World["cluster02"].IsReachable = false;
        stack.ChangeTo("no-cluster02");
        stack.Remove("clusters: [cluster02]");
        var failed = stack.Up();
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("configured Kubernetes cluster is unreachable", Assert.Single(failed.Errors), StringComparison.Ordinal);

        stack.World.DeleteUnreachable = true;
        Assert.Contains("can't delete Helm Release", Assert.Single(stack.Up().Errors), StringComparison.Ordinal);
        Assert.Equal(0, stack.Refresh().ExitCode);
        stack.Succeed();
    }
}
