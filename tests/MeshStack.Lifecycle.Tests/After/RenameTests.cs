using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>M4 and M6: with the name that it had, nothing is made a second time.</summary>
public sealed class RenameTests
{
    [Fact]
    public void AnotherMeshIdKeepsTheRoot()
    {
        using var stack = StackOfBefore.Updated();
        var root = ClusterTrust.SigningRoot(stack.World, "cluster01");
        stack.ChangeTo("rename-mesh");
        Assert.Equal(["meshId: from dev to dev2: proxies report the old one until their workloads are restarted"], stack.Said());
        Assert.Equal("~ 2 updated, 63 unchanged; rc 0", stack.Succeed().ToString());
        Assert.Equal(root, ClusterTrust.SigningRoot(stack.World, "cluster01"));
    }

    /// <summary>Without an update in between, too.</summary>
    [Fact]
    public void AStackOfBeforeKeepsItsRootUnderAnotherMeshId()
    {
        using var stack = StackOfBefore.Load();
        var root = ClusterTrust.SigningRoot(stack.World, "cluster01");
        stack.ChangeTo("rename-mesh");
        var result = stack.Succeed();
        Assert.Equal((0, 0, 0), (result.Created.Count, result.Replaced.Count, result.Deleted.Count));
        Assert.Equal(root, ClusterTrust.SigningRoot(stack.World, "cluster01"));
    }

    /// <summary>What an update leaves out has the name that holds the old id until the one after it.</summary>
    [Theory]
    [InlineData("**cluster02**", null)]
    [InlineData("**productpage**", null)]
    [InlineData(null, "**mesh-trust**")]
    [InlineData(null, "**cluster01**")]
    public void AStackOfBeforeKeepsItsRootWhereTheIdChangesInPart(string? target, string? exclude)
    {
        using var stack = StackOfBefore.Load();
        var root = ClusterTrust.SigningRoot(stack.World, "cluster01");
        stack.ChangeTo("rename-mesh");
        stack.Up(
            new()
            {
                Target = target is null ? [] : [target],
                TargetDependents = true,
                Exclude = exclude is null ? [] : [exclude],
            }
        );
        var result = stack.Succeed();
        Assert.Equal((0, 0), (result.Replaced.Count, result.Deleted.Count));
        Assert.Equal(root, ClusterTrust.SigningRoot(stack.World, "cluster01"));
    }

    [Theory]
    [InlineData("dev", "~ 3 updated, 62 unchanged; rc 0")]
    [InlineData("multi-primary", "~ 3 updated, +- 1 replaced, 63 unchanged; rc 0")]
    [InlineData("primary-remote", "~ 4 updated, +- 1 replaced, 53 unchanged; rc 0")]
    [InlineData("ambient", "~ 4 updated, 53 unchanged; rc 0")]
    [InlineData("external-control-plane", "~ 5 updated, 69 unchanged; rc 0")]
    public void AClusterIsRenamed(string name, string summary)
    {
        using var stack = StackOfBefore.Updated(name);
        stack.EditAll(text =>
            text.Replace("cluster02:", "clusterb:", StringComparison.Ordinal)
                .Replace("cluster: cluster02", "cluster: clusterb", StringComparison.Ordinal)
        );
        Assert.Contains(
            "cluster02: leaves the mesh: all that was installed in it would be deleted, but for its namespaces, and "
                + "the others would forget "
                + "it. If that is meant: pulumi config set --stack dev --path 'meshstack:removed.clusters[0]' cluster02. If it "
                + "is called clusterb now: "
                + "renamedFrom: cluster02 there",
            stack.Refused()
        );

        stack.Replace("    clusterb:\n", "    clusterb:\n      renamedFrom: cluster02\n");
        var restart = Assert.Single(stack.Said());
        Assert.StartsWith(
            "clusterb: restart all workloads, gateways included: before renamedFrom goes, because until then their proxies call the "
                + "cluster by its former name, which istiod takes for the new one as long as renamedFrom stands there; network from "
                + "cluster02 to clusterb, and their proxies know the old one: kubectl --context cluster02 --namespace default rollout "
                + "restart deployment,statefulset,daemonset, and the same with --namespace ",
            restart,
            StringComparison.Ordinal
        );

        // Of the namespace of istiod only the gateways; with an external control plane that is another one.
        Assert.Equal(
            name != "external-control-plane",
            restart.Contains("--namespace istio-system rollout restart deployment istio-eastwestgateway", StringComparison.Ordinal)
        );
        var result = stack.Succeed();
        Assert.Equal(summary, result.ToString());

        // Proxies that are not restarted yet call themselves by the former name.
        Assert.Single(
            stack.World.Clusters.Values.SelectMany(c => c.Releases.Values),
            release =>
                release.Inputs.At("values", "extraContainerArgs") is ImmutableArray<object> arguments
                && arguments.Contains("--clusterAliases=cluster02=clusterb")
        );

        // The secret for the others' istiod has the cluster's name, and is there under the new one before the old one goes.
        Assert.Equal(
            result.Replaced.Count == 0 ? [] : new[] { "Deleted Secret istio-system/istio-remote-secret-cluster02" },
            Deleted(stack)
        );
        Assert.Equal($"{result.Steps.Count(s => s.Op is StepOp.Same or StepOp.Update or StepOp.Replace)} unchanged; rc 0", Again(stack));

        // The identifier is the first name that the cluster had.
        stack.Replace("      renamedFrom: cluster02\n", "");
        Assert.Equal(
            [
                "clusterb: clusterIdentifier from cluster02 to clusterb, with the same context: everything would be "
                    + "made a second time where it "
                    + "is, and fail; clusterIdentifier: cluster02 keeps it",
            ],
            stack.Refused()
        );
        stack.Replace("    clusterb:\n", "    clusterb:\n      clusterIdentifier: cluster02\n");

        // Every istiod lets go of the former name.
        Assert.All(stack.Succeed().Updated, urn => Assert.Contains("istiod", urn, StringComparison.Ordinal));
        Assert.EndsWith(" unchanged; rc 0", stack.Succeed(new() { ExpectNoChanges = true }).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev", 8)]
    [InlineData("multi-primary", 6)]
    [InlineData("primary-remote", 5)]
    [InlineData("ambient", 4)]
    [InlineData("external-control-plane", 8)]
    public void AServiceAndWhoeverCallsItAreRenamed(string name, int replaced)
    {
        using var stack = StackOfBefore.Updated(name);
        stack.EditAll(text =>
            string.Join(
                '\n',
                text.Split('\n')
                    .Select(line =>
                        line.StartsWith("name: ", StringComparison.Ordinal) && line.Contains("productpage", StringComparison.Ordinal)
                            ? line.Replace("productpage", "frontpage", StringComparison.Ordinal)
                                + $"\nrenamedFrom: {line["name: ".Length..]}"
                        : line == "service: productpage" ? "service: frontpage"
                        : line
                    )
            )
        );
        var result = stack.Succeed();

        // Only the objects whose own name has the old one in it are other ones, and each is there before the old one goes.
        Assert.Equal((0, replaced, 0), (result.Created.Count, result.Replaced.Count, result.Deleted.Count));
        Assert.All(Deleted(stack), e => Assert.Contains("productpage", e, StringComparison.Ordinal));
        Assert.Equal(replaced, Deleted(stack).Count);
        Assert.DoesNotContain(result.Steps, s => s.IsDeleteFirst);
        stack.Succeed(new() { ExpectNoChanges = true });
    }

    /// <summary>Without the name that it had it is another service: nothing of the old one is mixed up with it.</summary>
    [Fact]
    public void AnotherServiceIsMadeBeforeTheOldOneGoes()
    {
        using var stack = StackOfBefore.Updated();
        stack.ChangeTo("rename-productpage");
        Assert.Equal("+ 12 created, - 12 deleted, 53 unchanged; rc 0", stack.Succeed().ToString());
        Assert.Equal("65 unchanged; rc 0", Again(stack));
    }

    /// <summary>The provider has the new name, and the rest of the cluster the old one.</summary>
    [Fact]
    public void ARenameThatFailedIsGoneOnWithAsOne()
    {
        using var stack = StackOfBefore.Updated();
        stack.EditAll(text =>
            text.Replace("cluster02:", "clusterb:", StringComparison.Ordinal)
                .Replace("cluster: cluster02", "cluster: clusterb", StringComparison.Ordinal)
        );
        stack.Replace("    clusterb:\n", "    clusterb:\n      renamedFrom: cluster02\n");
        stack.World.Faults = call => Urn.Name(call.Urn) == "clusterb-istio-istiod" ? Fault.Fail : Fault.None;
        Assert.Equal(1, stack.Up().ExitCode);
        stack.EndFaults();

        stack.Replace("      renamedFrom: cluster02\n", "      clusterIdentifier: cluster02\n");
        Assert.Contains(
            stack.Refused(),
            line =>
                line.StartsWith("clusterb: ", StringComparison.Ordinal)
                && line.Contains(
                    "If clusterb is cluster02 under another name: renamedFrom: cluster02 at Pulumi.dev.yaml:",
                    StringComparison.Ordinal
                )
        );
        stack.Replace("      clusterIdentifier: cluster02\n", "      renamedFrom: cluster02\n");
        Assert.Empty(stack.Succeed().Deleted);
        stack.Succeed(new() { ExpectNoChanges = true });
    }

    /// <summary>What is named for the Service would be there under two logical names.</summary>
    [Fact]
    public void AServiceThatIsRenamedWithoutAWordIsAskedFor()
    {
        using var stack = StackOfBefore.Updated();
        Rename(stack);
        var refused = Assert.Single(stack.Refused());
        Assert.StartsWith("frontpage: ServiceEntry default/productpage.namespace01.", refused, StringComparison.Ordinal);
        Assert.Contains(
            "If frontpage is productpage under another name: renamedFrom: productpage at infra/mesh/dev/productpage.yaml:1. ",
            refused,
            StringComparison.Ordinal
        );

        stack.Edit(
            "infra/mesh/dev/productpage.yaml",
            text => text.Replace("name: frontpage\n", "name: frontpage\nrenamedFrom: productpage\n", StringComparison.Ordinal)
        );
        var result = stack.Succeed();
        Assert.Equal((0, 0), (result.Created.Count, result.Deleted.Count));
        Assert.DoesNotContain(Deleted(stack), e => e.Contains("ServiceEntry", StringComparison.Ordinal));
        stack.Succeed(new() { ExpectNoChanges = true });
    }

    /// <summary>What that keeps from happening.</summary>
    [Theory]
    [InlineData(false, "already exists")]
    [InlineData(true, null)]
    public void WithoutThatItFailsOrLosesWhatItHasTakenOver(bool adopts, string? error)
    {
        using var stack = StackOfBefore.Updated();
        using var other = StackVariant.Create(StackVariant.Dev);
        Rename(other);
        if (adopts)
        {
            other.Replace("      context: cluster0", "      adoptExisting: true\n      context: cluster0");
        }

        var result = stack.Engine.Up(Freezer.Freeze(other));
        Assert.Equal(error is null ? 0 : 1, result.ExitCode);
        Assert.All(result.Errors, e => Assert.Contains(error!, e, StringComparison.Ordinal));
        var isThere = stack.World["cluster02"].Objects.Any(o => o.Kind == "ServiceEntry" && o.Namespace == "default");
        Assert.Equal(!adopts, isThere);
    }

    private static void Rename(LifecycleStack stack) =>
        stack.Edit(
            "infra/mesh/dev/productpage.yaml",
            text =>
                text.Replace("service: productpage\n", "service: frontpage\n", StringComparison.Ordinal)
                    .Replace("name: productpage\n", "name: frontpage\nservice: productpage\n", StringComparison.Ordinal)
        );

    private static string Again(LifecycleStack stack) => stack.Succeed().ToString();

    private static IReadOnlyList<string> Deleted(LifecycleStack stack) =>
        [.. stack.World.Clusters.Values.SelectMany(c => c.Events).Where(e => e.Verb is "Deleted" or "Cascaded").Select(e => e.ToString())];
}
