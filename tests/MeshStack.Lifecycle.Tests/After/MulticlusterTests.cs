using MeshStack.Lifecycle.Tests.Program;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>A service comes to further clusters, and leaves them.</summary>
public sealed class MulticlusterTests
{
    private const string One = "cluster: cluster02\nnamespace: namespace02";

    /// <summary>What is there stays, and is not made a second time; only callers' imports have another name from then on.</summary>
    [Fact]
    public void WhereAServiceIsAlreadyItsObjectsStay()
    {
        using var stack = StackOfBefore.Updated();
        Edit(stack, One, "clusters: [cluster02, cluster01]\nnamespace: namespace02");
        var result = stack.Succeed();
        Assert.DoesNotContain(result.Deleted, urn => !IsOfImport(urn));
        Assert.DoesNotContain(result.Steps, s => s.IsDeleteFirst);
        Assert.Contains(result.Created, urn => urn.Contains("httpbin-allow-nothing.cluster01", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Created, urn => urn.EndsWith(".cluster02", StringComparison.Ordinal));
        Assert.EndsWith(" unchanged; rc 0", stack.Succeed(new() { ExpectNoChanges = true }).ToString(), StringComparison.Ordinal);
    }

    /// <summary>A cluster that leaves the list takes what was there along, and nothing of the others.</summary>
    [Fact]
    public void AClusterLeavesTheList()
    {
        using var stack = StackOfBefore.Updated();
        Edit(stack, One, "clusters: [cluster02, cluster01]\nnamespace: namespace02");
        stack.Succeed();
        Edit(stack, "clusters: [cluster02, cluster01]", "clusters: [cluster02]");
        var result = stack.Succeed();
        Assert.Empty(result.Created);
        Assert.All(result.Deleted, urn => Assert.Contains("cluster01", urn, StringComparison.Ordinal));
        Assert.NotEmpty(result.Deleted);
    }

    /// <summary>Whatever the order of the list, an object stays where it is once the stack has it.</summary>
    [Fact]
    public void TheOrderOfTheListSaysNothingAfterwards()
    {
        using var stack = StackOfBefore.Updated();
        Edit(stack, One, "clusters: [cluster02, cluster01]\nnamespace: namespace02");
        stack.Succeed();
        Edit(stack, "clusters: [cluster02, cluster01]", "clusters: [cluster01, cluster02]");
        var result = stack.Succeed();
        Assert.Equal((0, 0, 0), (result.Created.Count, result.Replaced.Count, result.Deleted.Count));
    }

    /// <summary>The engine would take the objects of the first for those that are there, and make those a second time.</summary>
    [Fact]
    public void TheClusterWhereItIsHasToBeFirst()
    {
        using var stack = StackOfBefore.Updated();
        Edit(stack, One, "clusters: [cluster01, cluster02]\nnamespace: namespace02");
        Assert.Equal(
            [
                "httpbin: it is in cluster02, and clusters names cluster01 first: the update would make its objects in cluster02 a second "
                    + "time, and delete them then. Name cluster02 first at infra/mesh/dev/httpbin.yaml:1",
            ],
            stack.Refused()
        );
    }

    private static bool IsOfImport(string urn) => urn.Contains("ServiceImport", StringComparison.Ordinal);

    private static void Edit(LifecycleStack stack, string old, string by) =>
        stack.EditAll(text => text.Replace(old, by, StringComparison.Ordinal));
}
