using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>M1 and R3: namespaces that leave, or that something else is said to have made.</summary>
public sealed class NamespaceTests
{
    private const string IsExisting = "      namespaces: {namespace01: {existing: true}}\n";

    [Fact]
    public void OneOfBeforeDoesNotBecomeExistingBeforeItIsRetained()
    {
        using var stack = StackOfBefore.Load();
        stack.ChangeTo("existing-flipped");
        Assert.Equal(
            [
                "cluster01: namespace namespace01 would be deleted with all that is in it, because it is existing: "
                    + "true from now on and the "
                    + "engine lets go of the one that it made. In two steps: run pulumi up without existing and without "
                    + "deleteWithMesh, while cluster01 is reachable, after which it stays, and then with existing: true",
            ],
            stack.Refused()
        );

        stack.Replace(IsExisting, "");
        Assert.Equal("~ 12 updated, 53 unchanged; rc 0", stack.Succeed().ToString());
        stack.ChangeTo("existing-flipped");
        Assert.Equal("+ 1 created, - 1 deleted, 64 unchanged; rc 0", stack.Succeed().ToString());
        Assert.Equal(["Patched Namespace namespace01"], stack.World["cluster01"].Events.TakeLast(1).Select(e => e.ToString()));
        Assert.All(stack.Kept("cluster01"), ns => Assert.True(ns.Value, ns.Key));
        stack.AssertNothingOfUsersIsGone();
    }

    [Fact]
    public void WhatExistsIsTakenOverOnlyWhereThatIsSaid()
    {
        using var stack = StackOfBefore.Updated();
        stack.ChangeTo("existing-flipped");
        stack.Succeed();
        stack.Replace(IsExisting, "");
        Assert.Equal(
            [
                "cluster01: namespace namespace01 is there already, and could not be made: existing: true, or "
                    + "adoptExisting: true at cluster01 "
                    + "for one update, which takes it over",
            ],
            stack.Refused()
        );

        stack.Replace("      context: cluster01\n", "      context: cluster01\n      adoptExisting: true\n");
        Assert.Equal("+ 1 created, ~ 1 updated, - 1 deleted, 63 unchanged; rc 0", stack.Succeed().ToString());
        stack.AssertNothingOfUsersIsGone();
    }

    [Fact]
    public void OneOfBeforeDoesNotLeaveBeforeItIsRetained()
    {
        using var stack = StackOfBefore.Load();
        stack.ChangeTo("no-ns");
        Assert.Equal(
            [
                "cluster01: namespace namespace02 leaves the definition, and would be deleted with all that is in it, because an older "
                    + "MeshStack made it: run pulumi up with the namespace still in the definition first, while cluster01 is reachable, "
                    + "after which it stays",
            ],
            stack.Refused()
        );
    }

    [Fact]
    public void OneThatLeavesIsNamedAndStays()
    {
        using var stack = StackOfBefore.Updated();
        stack.ChangeTo("no-ns");
        Assert.Equal(
            [
                "cluster01: namespace namespace02 leaves the definition: it would stay in the cluster, and what "
                    + "MeshStack made in it would go. "
                    + "If that is meant: pulumi config set --stack dev --path 'meshstack:removed.namespaces[0]' cluster01/namespace02",
            ],
            stack.Refused()
        );

        stack.Remove("namespaces: [cluster01/namespace02]");
        Assert.Equal(
            [
                "cluster01: namespace namespace02 stays, with its labels: kubectl --context cluster01 delete namespace namespace02, once "
                    + "nothing in it is needed",
            ],
            stack.Said()
        );
        Assert.Equal("- 2 deleted, 63 unchanged; rc 0", stack.Succeed().ToString());
        Assert.Empty(stack.World["cluster01"].Events);
        Assert.True(stack.Kept("cluster01")["namespace02"]);
    }

    [Fact]
    public void OneThatIsToBeDeletedWithTheMeshIsNamedToo()
    {
        using var stack = StackOfBefore.Updated();
        stack.Replace("    namespace02: {}\n", "    namespace02: {deleteWithMesh: true}\n");
        Assert.Equal(
            ["cluster01", "cluster02"],
            stack.Said().Where(s => s.EndsWith("or the stack is destroyed", StringComparison.Ordinal)).Select(s => s.Split(':')[0])
        );
        stack.Succeed();
        stack.AssertNothingOfUsersIsGone();

        stack.Replace("    namespace02: {deleteWithMesh: true}\n", "");
        stack.Replace("      context: cluster02\n", "      context: cluster02\n      namespaces: {namespace02: {deleteWithMesh: true}}\n");
        Assert.Equal(
            [
                "cluster01: namespace namespace02 leaves the definition, and would be deleted with all that is in it. "
                    + "If that is meant: pulumi "
                    + "config set --stack dev --path 'meshstack:removed.namespaces[0]' cluster01/namespace02",
            ],
            stack.Refused()
        );
        stack.Remove("namespaces: [cluster01/namespace02]");
        stack.Succeed();
        Assert.False(stack.Kept("cluster01").ContainsKey("namespace02"));
        Assert.True(stack.Kept("cluster02")["namespace02"]);
    }
}
