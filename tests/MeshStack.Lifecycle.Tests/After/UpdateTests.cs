using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>M0, M7 and M8: what an update leaves is what the next one and a check for drift find.</summary>
public sealed class UpdateTests : IDisposable
{
    private readonly KubeconfigFolder _kubeconfigs = new();

    [Theory]
    [InlineData("dev", "no-httpbin", "- 10 deleted, 55 unchanged; rc 0")]
    [InlineData("no-httpbin", "dev", "+ 10 created, 55 unchanged; rc 0")]
    [InlineData("dev", "rename-mesh", "~ 2 updated, 63 unchanged; rc 0")]
    [InlineData("dev", "existing-flipped", "+ 1 created, - 1 deleted, 64 unchanged; rc 0")]
    [InlineData("dev", "prepare", "+ 8 created, ~ 6 updated, 59 unchanged; rc 0")]
    [InlineData("prepare", "switch", "~ 4 updated, 69 unchanged; rc 0")]
    public void DriftIsGreenAfterIt(string from, string to, string summary)
    {
        using var stack = StackOfBefore.Updated(from);
        using var other = StackVariant.Create(to);
        AssertGreen(stack);
        stack.CopyFrom(other);
        Assert.Equal(summary, stack.Succeed().ToString());
        AssertGreen(stack);
        stack.AssertNothingOfUsersIsGone();
    }

    /// <summary>What somebody changed in a cluster is drift, and an update with <c>--refresh</c> takes it back.</summary>
    [Fact]
    public void WhatSomebodyDeletedIsFound()
    {
        using var stack = StackOfBefore.Updated();
        stack.World["cluster01"].Delete(new("Secret", "istio-system", "cacerts"));
        var result = stack.Engine.PreviewRefresh(new() { ExpectNoChanges = true });
        Assert.Equal((7, 1), (result.ExitCode, result.Deleted.Count));
        Assert.Equal(0, stack.Refresh().ExitCode);
        Assert.Equal("+ 1 created, 64 unchanged; rc 0", stack.Succeed().ToString());
        AssertGreen(stack);
    }

    /// <summary>The engine cannot leave a part of a stack out before it is there.</summary>
    [Fact]
    public void TheFirstOneIsOfTheWholeStack()
    {
        using var stack = StackVariant.Create(StackVariant.Dev);
        Assert.Equal(1, stack.Up(new() { Exclude = ["**cluster02**"] }).ExitCode);
        Assert.Equal(1, stack.Up(new() { Target = ["**cluster01**"], TargetDependents = true }).ExitCode);
        Assert.Equal("+ 65 created; rc 0", stack.Succeed().ToString());
    }

    [Fact]
    public void OneClusterCanBeATarget()
    {
        using var stack = StackOfBefore.Updated();
        stack.Replace("version: 1.31.4", "version: 1.32.0");
        var result = stack.Succeed(new() { Target = ["**cluster01**"], TargetDependents = true });
        Assert.All(result.Updated, urn => Assert.Contains("cluster01", urn, StringComparison.Ordinal));

        // The other one is known to have the version that it has.
        Assert.All(stack.Said(), said => Assert.StartsWith("cluster02: restart the workloads", said, StringComparison.Ordinal));
        Assert.NotEmpty(stack.Said());
        stack.Succeed();
        Assert.Empty(stack.Said());
        AssertGreen(stack);
    }

    /// <summary>What is known of a gateway is not asked for where nobody answers: the engine reads what is left out too.</summary>
    [Fact]
    public void AClusterThatIsDownCanBeLeftOut()
    {
        using var stack = StackOfBefore.Updated();
        var gateways = stack.State.StackOutputs.At("gateways");
        stack.World["cluster02"].IsReachable = false;
        Assert.Contains("unreachable cluster", Assert.Single(stack.Up().Errors), StringComparison.Ordinal);

        stack.World.Kubeconfig = _kubeconfigs.Write(("cluster02", "two"));
        stack.Replace("version: 1.31.4", "version: 1.32.0");
        var result = stack.Succeed(new() { Exclude = ["**cluster02**"] });
        Assert.All(result.Updated, urn => Assert.Contains("cluster01", urn, StringComparison.Ordinal));
        Assert.NotEmpty(result.Updated);
        Assert.True(Properties.Same(gateways, stack.State.StackOutputs.At("gateways")));

        stack.World["cluster02"].IsReachable = true;
        stack.World.Kubeconfig = null;
        stack.Succeed();
        AssertGreen(stack);
    }

    [Fact]
    public void AClusterThatIsDownStaysAsItIs()
    {
        using var stack = StackOfBefore.Updated();
        stack.Replace("      context: cluster02\n", "      context: cluster02\n      skipUpdateUnreachable: true\n");
        Assert.Equal("~ 1 updated, 64 unchanged; rc 0", stack.Succeed().ToString());
        stack.World["cluster02"].IsReachable = false;
        stack.World.Kubeconfig = _kubeconfigs.Write(("cluster02", "two"));
        stack.ForgetEvents();
        Assert.Equal("65 unchanged; rc 0", stack.Succeed().ToString());
        stack.Replace("version: 1.31.4", "version: 1.32.0");
        var result = stack.Succeed();
        Assert.All(result.Updated, urn => Assert.DoesNotContain("cluster02", urn, StringComparison.Ordinal));
        Assert.Empty(stack.World["cluster02"].Events);

        // What would have to be deleted there fails, and is done when the cluster is back.
        stack.ChangeTo("no-httpbin");
        Assert.Contains("unreachable", Assert.Single(stack.Up().Errors), StringComparison.Ordinal);
        stack.World["cluster02"].IsReachable = true;
        stack.World.Kubeconfig = null;
        stack.Succeed();
        AssertGreen(stack);
    }

    public void Dispose() => _kubeconfigs.Dispose();

    private static void AssertGreen(LifecycleStack stack) =>
        Assert.Equal(0, stack.Engine.PreviewRefresh(new() { ExpectNoChanges = true }).ExitCode);
}
