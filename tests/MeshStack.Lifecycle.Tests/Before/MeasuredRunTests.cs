using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.Before;

/// <summary>What Pulumi's real engine and pulumi-kubernetes' rules did with the registrations of before, on the model of them: the same
/// counts and exit codes.</summary>
/// <remarks>Measured with pulumi 3.274.1 and pulumi-kubernetes 4.32.0.</remarks>
public sealed class MeasuredRunTests
{
    private static readonly UpdateOptions SkipPreview = new() { SkipPreview = true };

    private readonly World _world = new("cluster01", "cluster02");
    private readonly EngineStack _stack;

    public MeasuredRunTests()
    {
        _stack = new(_world);
        Assert.Equal("+ 65 created; rc 0", _stack.Up(Frozen("dev")).ToString());
    }

    [Fact]
    public void M0WhatIsUpIsUnchanged()
    {
        Assert.Equal("65 unchanged; rc 0", _stack.Up(Frozen("dev")).ToString());
        Assert.Equal(0, _stack.Preview(Frozen("dev"), new() { ExpectNoChanges = true }).ExitCode);
    }

    [Fact]
    public void M0AServiceThatGoesReplacesNothing()
    {
        var result = _stack.Up(Frozen("no-httpbin"));
        Assert.Equal("- 10 deleted, 55 unchanged; rc 0", result.ToString());
    }

    [Fact]
    public void M0ARenamedServiceIsCreatedBeforeTheOldOneGoes()
    {
        var result = _stack.Up(Frozen("rename-productpage"));
        Assert.Equal("+ 12 created, - 12 deleted, 53 unchanged; rc 0", result.ToString());
        var ops = result.Steps.Select(s => s.Op).ToList();
        Assert.True(ops.LastIndexOf(StepOp.Create) < ops.IndexOf(StepOp.Delete));
    }

    [Fact]
    public void M1ANamespaceThatBecomesExistingIsDeletedWithAllThatIsInIt()
    {
        var workload = _world["cluster01"].Add("Deployment", "namespace01", "productpage");
        _world["cluster01"].Events.Clear();
        var result = _stack.Up(Frozen("existing-flipped"));
        Assert.Equal(0, result.Preview!.ExitCode);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["kubernetes:core/v1:NamespacePatch::cluster01-namespace01"], result.Created.Select(Urn.Short));
        Assert.Equal(["kubernetes:core/v1:Namespace::cluster01-namespace01"], result.Deleted.Select(Urn.Short));
        Assert.Equal(
            ["Patched Namespace namespace01", "Deleted Namespace namespace01"],
            _world["cluster01"].Events.Take(2).Select(e => e.ToString())
        );
        Assert.Contains(new ClusterEvent("Cascaded", workload), _world["cluster01"].Events);
    }

    [Fact]
    public void M1ANamespaceThatLeavesTheDefinitionIsDeleted()
    {
        var result = _stack.Up(Frozen("no-ns"));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            ["kubernetes:core/v1:Namespace::cluster01-namespace02", "meshstack:index:MeshNamespace::cluster01-namespace02"],
            result.Deleted.Select(Urn.Short)
        );
        Assert.False(_world["cluster01"].Has("Namespace", null, "namespace02"));
    }

    [Fact]
    public void M3ProtectionStopsARemovalAfterTheDamage()
    {
        var preview = _stack.Up(Frozen("no-cluster02"));
        Assert.Equal(1, preview.ExitCode);
        Assert.Empty(preview.Steps);
        Assert.Contains("cannot be deleted", Assert.Single(preview.Errors), StringComparison.Ordinal);

        var result = _stack.Up(Frozen("no-cluster02"), SkipPreview);

        // 31 in the measured run, where callers of productpage were taken out by name: here they move, and its own gateway goes too.
        Assert.Equal(32, result.Deleted.Count);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("dev-trust-ca-1-cluster02-key", Assert.Single(result.Errors), StringComparison.Ordinal);
        Assert.False(_world["cluster02"].Has("Namespace", null, "namespace02"));

        _stack.Unprotect(_stack.State!.Named(":PrivateKey", "dev-trust-ca-1-cluster02-key").Urn);
        var rest = _stack.Up(Frozen("no-cluster02"));
        Assert.Equal((1, 0), (rest.Deleted.Count, rest.ExitCode));
    }

    [Fact]
    public void M3DestroyEndsAtTheKeys()
    {
        var result = _stack.Destroy(SkipPreview);
        Assert.Equal((58, 1), (result.Deleted.Count, result.ExitCode));
        Assert.Equal(7, _stack.State!.Resources.Length);
    }

    [Fact]
    public void M3DestroyGoesThroughWhereProtectionIsIgnored()
    {
        var result = _stack.Destroy(new() { IgnoreProtect = true });
        Assert.Equal("- 65 deleted; rc 0", result.ToString());
    }

    [Fact]
    public void M3DestroyWithoutTheProtectedKeepsTheRoot()
    {
        var root = Root();
        Assert.Equal(
            "- 58 deleted; rc 0",
            _stack.Destroy(new() { ExcludeProtected = true }).Summary.Replace(", 7 unchanged", "", StringComparison.Ordinal)
        );
        Assert.Equal("+ 58 created, 7 unchanged; rc 0", _stack.Up(Frozen("dev")).ToString());
        Assert.Equal(root, Root());
    }

    [Fact]
    public void M4AnotherMeshIdMakesAnotherRoot()
    {
        var root = Root();
        var preview = _stack.Up(Frozen("rename-mesh"));
        Assert.Equal(1, preview.ExitCode);
        Assert.All(preview.Errors, e => Assert.Contains("protected", e, StringComparison.Ordinal));

        var result = _stack.Up(Frozen("rename-mesh"), SkipPreview);
        Assert.Equal((10, 4, 1), (result.Created.Count, result.Deleted.Count, result.ExitCode));
        Assert.NotEqual(root, _world["cluster01"].Get(new("Secret", "istio-system", "cacerts"))!.TextAt("stringData", "root-cert.pem"));
    }

    [Fact]
    public void M6NothingCanBeRenamed()
    {
        Assert.Equal(1, _stack.Up(Frozen("rename-cluster02")).ExitCode);
        _stack.Unprotect();
        var result = _stack.Up(Frozen("rename-cluster02"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("already exists", Assert.Single(result.Errors), StringComparison.Ordinal);

        _world.UpsertExistingObjects = true;

        // It was measured beside a provider that knows none.
        _world.HasFieldManagers = false;
        Assert.Contains(
            "re-use a name that is still in use",
            Assert.Single(_stack.Up(Frozen("rename-cluster02")).Errors),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void M6WithAliasesARenameChangesNothing()
    {
        var renamed = Frozen("dev").RenameLogically("cluster02", "clusterb", hasAliases: true);
        Assert.Equal("65 unchanged; rc 0", _stack.Up(renamed).ToString());
        Assert.Null(_stack.State!.IntegrityError());
        Assert.Equal(
            "65 unchanged; rc 0",
            _stack.Up(renamed with { Registrations = [.. renamed.Select(r => r with { Aliases = [] }).Registrations] }).ToString()
        );
    }

    [Fact]
    public void M7DriftIsAlwaysFound()
    {
        var result = _stack.PreviewRefresh(new() { ExpectNoChanges = true });
        Assert.Equal(7, result.ExitCode);
        Assert.Equal(["pulumi:pulumi:StackReference::applied"], result.Updated.Select(Urn.Short));
        _stack.Up(Frozen("dev"));
        Assert.Equal(0, _stack.PreviewRefresh(new() { ExpectNoChanges = true }).ExitCode);
    }

    private string Root() => _stack.State!.Named(":SelfSignedCert", "dev-trust-root-1").Outputs.TextAt("certPem")!;

    private static FrozenStack Frozen(string name) => FrozenStack.Load(name);
}
