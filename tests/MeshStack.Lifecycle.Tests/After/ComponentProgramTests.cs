using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Preview.Transitions;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>A program of components is held against what its objects were last given, as a definition is.</summary>
public sealed class ComponentProgramTests
{
    [Fact]
    public void ItsOutputsAreItsOwnAndTheStateOfTheMesh()
    {
        var stack = Stack(new());
        Succeed(stack);
        Assert.Equal("shop", stack.Engine.State!.StackOutputs.TextAt("own"));
        Assert.NotNull(stack.Engine.State.StackOutputs.TextAt("meshState"));
        var again = stack.Up(new() { ExpectNoChanges = true });
        Assert.Equal($"{again.Unchanged.Count} unchanged; rc 0", again.ToString());
    }

    [Fact]
    public void AClusterThatLeavesIsAskedFor()
    {
        var stack = Stack(new());
        Succeed(stack);
        stack.Program = new Wanted { Clusters = ["east"] }.Register;
        Assert.Equal([LeavesTheMesh("west", 0)], Refused(stack));

        stack.Removed = """{"clusters":["west"]}""";
        Succeed(stack);
        Assert.Empty(stack.World["kind-west"].Releases);
        Assert.True(stack.World["kind-west"].Has("Namespace", null, "istio-system"));
        Assert.Equal(["east"], MeshState.Parse(stack.Engine.State!.StackOutputs.TextAt("meshState")!)!.Clusters.Keys);
    }

    [Fact]
    public void ClustersThatAllLeaveAreAskedForToo()
    {
        var stack = Stack(new());
        Succeed(stack);
        stack.Program = () => new Dictionary<string, object?>();
        var root =
            "trust: root generation 1 leaves with the last cluster, and is protected, so that the update would end half-way: a mesh goes "
            + "away by pulumi destroy --exclude-protected --stack dev";
        Assert.Equal([LeavesTheMesh("east", 0), root, LeavesTheMesh("west", 1)], Refused(stack));
        stack.Removed = """{"clusters":["east","west"]}""";
        Assert.Equal([root], Refused(stack));
    }

    [Fact]
    public void ALastClusterWithoutARootLeavesWhenItIsMeantTo()
    {
        var stack = Stack(new() { Clusters = ["east"], Root = null });
        Succeed(stack);
        stack.Program = () => new Dictionary<string, object?>();
        Assert.Equal([LeavesTheMesh("east", 0)], Refused(stack));
        stack.Removed = """{"clusters":["east"]}""";
        Succeed(stack);
        Assert.Empty(stack.World["kind-east"].Releases);
        Succeed(stack);
    }

    [Fact]
    public void AProgramWithoutAMeshHasNoStateOfOne()
    {
        var stack = Stack(new());
        stack.Program = () => new Dictionary<string, object?> { ["own"] = "shop" };
        Succeed(stack);
        Assert.Equal("shop", stack.Engine.State!.StackOutputs.TextAt("own"));
        Assert.Null(stack.Engine.State.StackOutputs.TextAt("meshState"));
    }

    [Fact]
    public void AMistakeInWhatMayLeaveIsSaidBeforeTheProgramRuns()
    {
        var stack = Stack(new());
        Succeed(stack);
        stack.Program = () => throw new InvalidOperationException("it was run");
        stack.Removed = """{"cluster":["west"]}""";
        Assert.Equal(
            "The configuration of the stack has errors:\n  meshstack:removed is '{\"cluster\":[\"west\"]}'; allowed are lists of names, "
                + "a namespace with its cluster: {\"clusters\": [\"CLUSTER\"], \"namespaces\": [\"CLUSTER/NAMESPACE\"]}\n"
                + "Nothing was changed.",
            Assert.Single(stack.Up(new() { SkipPreview = true }).Errors)
        );
    }

    [Theory]
    [InlineData(2, null, "trust: from steady (root generation 1) to steady (root generation 2)")]
    [InlineData(2, "prepare", null)]
    public void ARootIsRotatedInSteps(int root, string? phase, string? refusal)
    {
        var stack = Stack(new());
        Succeed(stack);
        stack.Program = new Wanted { Root = root, Phase = phase }.Register;
        if (refusal is not null)
        {
            Assert.StartsWith(refusal, Assert.Single(Refused(stack)), StringComparison.Ordinal);
            return;
        }

        Succeed(stack);
        Assert.True(ClusterTrust.Accepts(stack.World, "kind-east", "kind-west"));
        stack.Program = new Wanted { Root = root, Phase = "retire" }.Register;
        Assert.Contains("safe next: ", Assert.Single(Refused(stack)), StringComparison.Ordinal);
    }

    [Fact]
    public void NamespacesVersionsAndContextsAreHeldToo()
    {
        var stack = Stack(new());
        Succeed(stack);
        stack.Program = new Wanted
        {
            Namespaces = [],
            Version = "1.30.4",
            Context = "elsewhere",
        }.Register;
        Assert.Equal(
            [
                "west: context from kind-west to elsewhere, and nothing says whether that is the same cluster. If it is: "
                    + "clusterIdentifier: "
                    + "west. If it is another one: a clusterIdentifier of its own, and everything moves there",
                "west: namespace shop leaves the definition: it would stay in the cluster, and what MeshStack made in it would go. If that "
                    + "is meant: pulumi config set --stack dev --path 'meshstack:removed.namespaces[3]' west/shop",
            ],
            Refused(stack)
                .Where(line =>
                    line.StartsWith("west: context", StringComparison.Ordinal) || line.Contains("west/shop", StringComparison.Ordinal)
                )
        );
    }

    /// <summary>The import is named for its host.</summary>
    [Fact]
    public void AServiceThatIsRenamedWithoutAWordIsAskedFor()
    {
        var stack = Stack(new());
        Succeed(stack);
        stack.Program = new Wanted { Name = "front" }.Register;
        var refused = Assert.Single(Refused(stack));
        Assert.StartsWith(
            "front: ServiceEntry cart/web.shop.east and 1 more is in the stack as part of web",
            refused,
            StringComparison.Ordinal
        );
        Assert.Contains("If front is web under another name: renamedFrom: web. If not", refused, StringComparison.Ordinal);
        stack.Program = new Wanted { Name = "front", RenamedFrom = "web" }.Register;
        Succeed(stack);
    }

    private static string LeavesTheMesh(string cluster, int index) =>
        $"{cluster}: leaves the mesh: all that was installed in it would be deleted, but for its namespaces, and the others would forget "
        + FormattableString.Invariant($"it. If that is meant: pulumi config set --stack dev --path 'meshstack:removed.clusters[{index}]' ")
        + cluster;

    private static ComponentStack Stack(Wanted wanted) => new("kind-east", "kind-west", "elsewhere") { Program = wanted.Register };

    private static void Succeed(ComponentStack stack)
    {
        var result = stack.Up();
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private static IReadOnlyList<string> Refused(ComponentStack stack)
    {
        var calls = stack.World.Calls.Count;
        var lines = Assert.Single(stack.Up(new() { SkipPreview = true }).Errors).Split('\n');
        Assert.Equal(calls, stack.World.Calls.Count);
        Assert.Equal(("This change would break what is running:", "Nothing was changed."), (lines[0], lines[^1]));
        return [.. lines[1..^1].Select(l => l.Trim())];
    }

    private sealed record Wanted
    {
        public string[] Clusters { get; init; } = ["east", "west"];

        public string[] Namespaces { get; init; } = ["cart", "shop"];

        public string Context { get; init; } = "kind-west";

        public string Version { get; init; } = "1.31.4";

        public int? Root { get; init; } = 1;

        public string? Phase { get; init; }

        public string Name { get; init; } = "web";

        public string? RenamedFrom { get; init; }

        public Dictionary<string, object?> Register()
        {
            var args = new MeshArgs
            {
                Trust = Root is not { } root
                    ? null
                    : new()
                    {
                        Generated = new() { Root = root },
                        Rotation = Phase is null ? null : new() { From = 1, Phase = TrustRotationPhase.Parse(Phase) },
                    },
            };
            foreach (var cluster in Clusters)
            {
                args.Clusters[cluster] = new()
                {
                    Cluster = new() { Context = cluster == "west" ? Context : "kind-east" },
                    Install = new() { EastWest = new(), Version = Version },
                };
                foreach (var ns in Namespaces)
                {
                    args.Clusters[cluster].Namespaces[ns] = new();
                }
            }

            var mesh = new Mesh("sample", args);
            var web = new InboundService(
                Name,
                new()
                {
                    ControlPlane = mesh.ControlPlanes["east"],
                    Namespace = "shop",
                    Service = "web",
                    Port = 80,
                    RenamedFrom = RenamedFrom,
                }
            );
            if (Clusters.Contains("west"))
            {
                _ = new ClientAccess(
                    "cart-to-web",
                    new()
                    {
                        Service = web,
                        ControlPlane = mesh.ControlPlanes["west"],
                        Namespace = "cart",
                        Access = [new() { Methods = ["GET"] }],
                    }
                );
            }

            return new Dictionary<string, object?> { ["own"] = "shop" };
        }
    }
}
