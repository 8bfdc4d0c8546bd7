using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>M2: an update that was done in a part of the clusters is known to have been, and the next step has to be safe beside
/// it.</summary>
public sealed class RotationTests
{
    private const string InCluster02 =
        "trust: in cluster02, from prepare (from root generation 1 to generation 2) to retire (from root generation 1 "
        + "to generation 2): root "
        + "generation 1 would no longer be trusted, while workloads still hold certificates that it signed, and calls between them would "
        + "fail; safe next: switch (from root generation 1 to generation 2)";

    [Fact]
    public void AnExcludedClusterIsKnownNotToHaveSwitched()
    {
        using var stack = StackOfBefore.Updated("prepare");
        stack.To("switch");
        Assert.Equal("~ 2 updated, 71 unchanged; rc 0", stack.Succeed(new() { Exclude = ["**cluster02**"] }).ToString());
        AssertTrust(stack);
        Finish(stack, "~ 2 updated, 71 unchanged; rc 0");
    }

    [Fact]
    public void SoIsOneBesideATarget()
    {
        using var stack = StackOfBefore.Updated("prepare");
        stack.To("switch");
        var target = new UpdateOptions { Target = ["**cluster01**"], TargetDependents = true };
        Assert.Equal("~ 2 updated, 71 unchanged; rc 0", stack.Succeed(target).ToString());
        AssertTrust(stack);
        Finish(stack, "~ 2 updated, 71 unchanged; rc 0");
    }

    [Fact]
    public void SoIsOneThatFailed()
    {
        using var stack = StackOfBefore.Updated("prepare");
        stack.World.Faults = call => Urn.Name(call.Urn) == "cluster02-istio-cacerts" ? Fault.Fail : Fault.None;
        stack.To("switch");
        var result = stack.Up();
        Assert.Equal((1, 4), (result.ExitCode, result.Updated.Count));
        stack.EndFaults();
        AssertTrust(stack);
        Finish(stack, "~ 1 updated, 72 unchanged; rc 0");
    }

    /// <summary>The namespace says what its secret may have become.</summary>
    [Theory]
    [InlineData(nameof(Fault.KillBefore))]
    [InlineData(nameof(Fault.KillAfter))]
    public void OneThatWasCutBetweenTwoPhasesIsInBoth(string kill)
    {
        var fault = Enum.Parse<Fault>(kill);
        using var stack = StackOfBefore.Updated("prepare");
        stack.World.Faults = call => Urn.Name(call.Urn) == "cluster02-istio-cacerts" ? fault : Fault.None;
        stack.To("switch");
        Assert.Equal(137, stack.Up().ExitCode);
        stack.EndFaults();
        AssertTrust(stack);
        stack.To("retire");
        Assert.Equal([InCluster02], stack.Refused());
        stack.Replace("{root: 2}\n    rotation: {from: 1, phase: retire}", "{}");
        Assert.StartsWith("trust: in cluster01 and cluster02, from switch", Assert.Single(stack.Refused()), StringComparison.Ordinal);
        stack.Replace("generated: {}", "generated: {root: 2}\n    rotation: {from: 1, phase: retire}");
        Finish(stack, "~ 1 updated, 72 unchanged; rc 0");
    }

    /// <summary>R8: the same of a cluster that is passed over because it cannot be reached.</summary>
    [Fact]
    public void AnUnreachableClusterIsKnownNotToHaveSwitched()
    {
        using var kubeconfigs = new KubeconfigFolder();
        using var stack = StackOfBefore.Updated("prepare");
        stack.Replace("      context: cluster02\n", "      context: cluster02\n      skipUpdateUnreachable: true\n");
        stack.Succeed();
        stack.World["cluster02"].IsReachable = false;
        stack.World.Kubeconfig = kubeconfigs.Write(("cluster02", "two"));
        stack.To("switch");
        var result = stack.Succeed();
        Assert.Contains(result.Warnings, w => w.Contains("cluster02-istio-cacerts", StringComparison.Ordinal));
        AssertTrust(stack);
        stack.To("retire");
        Assert.Equal([InCluster02], stack.Refused());

        stack.World["cluster02"].IsReachable = true;
        stack.World.Kubeconfig = null;
        Finish(stack, "~ 2 updated, 71 unchanged; rc 0");
    }

    /// <summary>What is new in the mesh itself is no part of a cluster.</summary>
    [Fact]
    public void ATargetDoesNotReachTheTrustThatItNeeds()
    {
        using var stack = StackOfBefore.Updated();
        stack.ChangeTo("prepare");
        var result = stack.Up(new() { Target = ["**cluster01**"], TargetDependents = true });
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("was not specified in --target list", Assert.Single(result.Errors), StringComparison.Ordinal);
        Assert.Equal("+ 8 created, ~ 6 updated, 59 unchanged; rc 0", stack.Succeed().ToString());
    }

    // The next phase is refused; with this one again, and then the next, everything is done.
    private static void Finish(LifecycleStack stack, string switched)
    {
        stack.To("retire");
        Assert.Equal([InCluster02], stack.Refused());
        stack.To("switch");
        Assert.Equal(switched, stack.Succeed().ToString());
        AssertTrust(stack);
        stack.To("retire");
        Assert.Equal("~ 6 updated, 67 unchanged; rc 0", stack.Succeed().ToString());
        AssertTrust(stack);
        stack.Replace("{root: 2}\n    rotation: {from: 1, phase: retire}", "{root: 2}");
        Assert.Equal("~ 6 updated, - 8 deleted, 59 unchanged; rc 0", stack.Succeed().ToString());
        AssertTrust(stack);
        stack.AssertNothingOfUsersIsGone();
    }

    private static void AssertTrust(LifecycleStack stack)
    {
        Assert.True(ClusterTrust.Accepts(stack.World, "cluster01", "cluster02"));
        Assert.True(ClusterTrust.Accepts(stack.World, "cluster02", "cluster01"));
    }

    /// <summary>What was asked of it is not what an older MeshStack gave it: nothing says so but that it says nothing.</summary>
    [Fact]
    public void AClusterThatNoUpdateHasReachedSinceAnOlderVersionHoldsBackThePhase()
    {
        using var stack = StackOfBefore.Load();
        stack.Succeed(new() { Exclude = ["**cluster02**"] });
        stack.Replace("generated: {}", "generated: {root: 2}\n    rotation: {from: 1, phase: prepare}");
        Assert.Equal(
            [
                "trust: in cluster02, nothing says which roots are trusted: an older MeshStack wrote the CA there, and no "
                    + "update has reached it "
                    + "since; safe next: steady (root generation 1)",
            ],
            stack.Refused()
        );

        stack.Replace("generated: {root: 2}\n    rotation: {from: 1, phase: prepare}", "generated: {}");
        stack.Succeed();
        stack.Replace("generated: {}", "generated: {root: 2}\n    rotation: {from: 1, phase: prepare}");
        stack.Succeed();
        stack.To("switch");
        stack.Succeed();
        Assert.True(ClusterTrust.Accepts(stack.World, "cluster02", "cluster01"));
    }
}
