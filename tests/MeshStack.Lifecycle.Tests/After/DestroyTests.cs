using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>M3: destroyed in each way, and up again.</summary>
public sealed class DestroyTests : IDisposable
{
    private static readonly string[] TheRootAndItsParents =
    [
        "pulumi:pulumi:Stack::meshstack-dev",
        "meshstack:index:Mesh::mesh",
        "meshstack:index:MeshTrust::mesh-trust",
        "tls:index/privateKey:PrivateKey::mesh-trust-root-1-key",
        "tls:index/selfSignedCert:SelfSignedCert::mesh-trust-root-1",
    ];

    private readonly LifecycleStack _stack = StackOfBefore.Updated();

    [Fact]
    public void APlainOneNamesTheRootAndDoesNothing()
    {
        var calls = _stack.World.Calls.Count;
        var result = _stack.Destroy();
        Assert.Equal(1, result.ExitCode);
        Assert.All(result.Errors, e => Assert.Contains("mesh-trust-root-1", e, StringComparison.Ordinal));
        Assert.Equal(calls, _stack.World.Calls.Count);
        Assert.Equal("65 unchanged; rc 0", _stack.Succeed().ToString());
    }

    [Fact]
    public void WithoutAPreviewAllButTheRootGoes()
    {
        var result = _stack.Destroy(new() { SkipPreview = true });
        Assert.Equal((60, 1), (result.Deleted.Count, result.ExitCode));
        Assert.Equal(TheRootAndItsParents, _stack.State.Resources.Select(r => Urn.Short(r.Urn)));
        AssertOnlyNamespacesAreLeft();
        UpAgain("+ 60 created, 5 unchanged; rc 0");
    }

    [Fact]
    public void WithoutTheProtectedTheRootStaysAndIsUsedAgain()
    {
        var root = ClusterTrust.SigningRoot(_stack.World, "cluster01");
        Assert.Equal("- 60 deleted; rc 0", _stack.Destroy(new() { ExcludeProtected = true }).ToString());
        Assert.Equal(TheRootAndItsParents, _stack.State.Resources.Select(r => Urn.Short(r.Urn)));
        AssertOnlyNamespacesAreLeft();

        // Its namespaces are there, and are taken over only where that is said.
        using var other = StackVariant.Create(StackVariant.Dev);
        var failed = _stack.Up();
        Assert.Contains("namespaces \"istio-system\" already exists", Assert.Single(failed.Errors), StringComparison.Ordinal);
        Assert.Equal(12, failed.Created.Count);
        UpAgain("+ 49 created, ~ 2 updated, 14 unchanged; rc 0");
        Assert.Equal(root, ClusterTrust.SigningRoot(_stack.World, "cluster01"));
    }

    [Fact]
    public void WhereTheRootMayGoNothingIsLeft()
    {
        var root = ClusterTrust.SigningRoot(_stack.World, "cluster01");
        _stack.Engine.Unprotect();
        Assert.Equal("- 65 deleted; rc 0", _stack.Destroy().ToString());
        Assert.Empty(_stack.State.Resources);
        AssertOnlyNamespacesAreLeft();
        UpAgain("+ 65 created; rc 0");
        Assert.NotEqual(root, ClusterTrust.SigningRoot(_stack.World, "cluster01"));
    }

    /// <summary>The API server goes on to know who set the fields of a namespace that stayed, and that is no resource of today.</summary>
    [Fact]
    public void WhatWasTakenOverCanBeChanged()
    {
        Assert.Equal(0, _stack.Destroy(new() { ExcludeProtected = true }).ExitCode);
        UpAgain("+ 60 created, 5 unchanged; rc 0");
        _stack.Replace("generated: {}", "generated: {root: 2}\n    rotation: {from: 1, phase: prepare}");
        _stack.Succeed();
        Assert.All(
            new[] { "cluster01", "cluster02" },
            cluster =>
                Assert.StartsWith(
                    "prepare",
                    _stack
                        .World[cluster]
                        .Get(new("Namespace", null, "istio-system"))!
                        .TextAt("metadata", "annotations", "meshstack/next-trust"),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void NamespacesThatGoWithTheMeshGo()
    {
        _stack.Replace("    namespace02: {}\n", "    namespace02: {deleteWithMesh: true}\n");
        _stack.Succeed();
        Assert.Equal(0, _stack.Destroy(new() { ExcludeProtected = true }).ExitCode);
        Assert.Equal(["default", "istio-ingress", "istio-system", "namespace01"], _stack.Kept("cluster01").Keys);
    }

    public void Dispose() => _stack.Dispose();

    private void AssertOnlyNamespacesAreLeft()
    {
        foreach (var name in new[] { "cluster01", "cluster02" })
        {
            Assert.Empty(_stack.World[name].Releases);
            Assert.All(_stack.World[name].Objects, o => Assert.True(o.Kind == "Namespace" || o.Name == "of-a-user", o.ToString()));
            Assert.All(_stack.Kept(name), ns => Assert.True(ns.Value, ns.Key));
        }

        _stack.AssertNothingOfUsersIsGone();
    }

    private void UpAgain(string summary)
    {
        _stack.Replace("      context: cluster0", "      adoptExisting: true\n      context: cluster0");
        Assert.Equal(summary, _stack.Succeed().ToString());
        _stack.Replace("      adoptExisting: true\n", "");
        Assert.Equal("~ 2 updated, 63 unchanged; rc 0", _stack.Succeed().ToString());
        _stack.AssertNothingOfUsersIsGone();
    }
}
