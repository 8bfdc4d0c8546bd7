using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Preview.Transitions;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>What an update of before replaced and did not get to delete, the engine deletes in the next one, unasked.</summary>
public sealed class PendingDeletionTests
{
    private const string Urn =
        "urn:pulumi:dev::meshstack::meshstack:index:Mesh$meshstack:index:MeshNamespace$kubernetes:core/v1:Namespace::cluster01-namespace01";

    [Fact]
    public void WithoutAWordTheNamespaceGoes()
    {
        using var stack = WithOneLeft();
        stack.Up();
        Assert.False(stack.Kept("cluster01").ContainsKey("namespace01"));
    }

    [Fact]
    public void WhatIsPrintedKeepsIt()
    {
        using var stack = WithOneLeft();
        var refused = Assert.Single(stack.Notices(), n => n.Kind == TransitionKind.Refused).ToString();
        Assert.StartsWith(
            "cluster01: namespace namespace01 is pending deletion since an update that did not end, and the next one would delete it with "
                + $"all that is in it. To keep it: pulumi state delete --stack dev '{Urn}', and of the two that it offers the one that is "
                + "pending deletion. Where that is refused",
            refused,
            StringComparison.Ordinal
        );

        stack.Engine.State = stack.State with { Resources = [.. stack.State.Resources.Where(r => !r.Delete)] };
        Assert.DoesNotContain(stack.Notices(), n => n.Kind == TransitionKind.Refused);
        stack.Succeed();
        Assert.All(stack.Kept("cluster01"), ns => Assert.True(ns.Value, ns.Key));
        stack.AssertNothingOfUsersIsGone();
    }

    /// <summary>One of today is retained, whatever becomes of its resource.</summary>
    [Fact]
    public void OneOfTodayStays()
    {
        using var stack = StackOfBefore.Updated();
        Leave(stack);
        Assert.DoesNotContain(stack.Notices(), n => n.Kind == TransitionKind.Refused);
        stack.Succeed();
        stack.AssertNothingOfUsersIsGone();
    }

    private static LifecycleStack WithOneLeft()
    {
        var stack = StackOfBefore.Load();
        Leave(stack);
        return stack;
    }

    /// <summary>As a replacement leaves it whose new resource is there and whose old one could not be deleted.</summary>
    private static void Leave(LifecycleStack stack)
    {
        var replaced = Assert.Single(stack.State.Resources, r => r.Urn == Urn);
        stack.Engine.State = stack.State with { Resources = [.. stack.State.Resources, replaced with { Delete = true }] };
        Assert.Null(stack.State.IntegrityError());
    }
}
