using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>The model itself on long ways through a stack's life: whatever happens, its state stays valid, and there is a way
/// back.</summary>
public sealed class RandomWalkTests
{
    private const int Walks = 1000;
    private const int Steps = 10;

    private static readonly string[] Names = ["dev", "no-httpbin", "rename-productpage", "no-ns", "rename-mesh", "prepare", "switch"];
    private static readonly FrozenStack[] Stacks = [.. Names.Select(name => FrozenStack.Load(name))];

    [Fact]
    public void TheStateStaysValidAndCanBeMadeTrueAgain() =>
        Parallel.For(
            0,
            Walks,
            walk =>
            {
                var random = new Random(walk);

                // What it does about conflicts is the provider's matter, and the state is the engine's.
                var world = new World("cluster01", "cluster02") { UpsertExistingObjects = true, HasFieldManagers = false };
                var stack = new EngineStack(world);
                for (var step = 0; step < Steps; step++)
                {
                    var result = Step(stack, random);
                    stack.Cancel();
                    Assert.True(
                        stack.State?.IntegrityError() is null,
                        $"walk {walk}, step {step}: {stack.State?.IntegrityError()}\n{result}"
                    );
                }

                Recover(stack);
                var last = stack.Up(Stacks[0], new() { SkipPreview = true, IgnoreProtect = true });
                Assert.True(last.ExitCode == 0, $"walk {walk}: {last}");
                Assert.Equal([], Missing(stack).Select(r => $"walk {walk}: {r.Urn} is not there"));
                Assert.Equal("65 unchanged; rc 0", stack.Up(Stacks[0]).Summary);
            }
        );

    private static UpdateResult Step(EngineStack stack, Random random)
    {
        stack.World.Faults = random.Next(3) > 0 ? null : Fails(random.Next(60), (Fault)random.Next(1, 7), stack.World.Calls.Count);
        var options = new UpdateOptions
        {
            SkipPreview = random.Next(2) == 0,
            Exclude = stack.State is not null && random.Next(6) == 0 ? ["**cluster02**"] : [],
            IgnoreProtect = random.Next(8) == 0,
        };
        return random.Next(12) switch
        {
            0 => stack.Destroy(options with { ExcludeProtected = !options.IgnoreProtect, Exclude = [] }),
            1 => stack.Refresh(new() { ClearPendingCreates = true }),
            _ => stack.Up(Stacks[random.Next(Stacks.Length)], options),
        };
    }

    private static Func<ProviderCall, Fault> Fails(int after, Fault fault, int from) =>
        call => call.Number == from + after ? fault : Fault.None;

    // Charts that were cut, or that nobody wrote down, have to be taken out by hand.
    private static void Recover(EngineStack stack)
    {
        stack.World.Faults = null;
        foreach (var (name, cluster) in stack.World.Clusters)
        {
            var known = stack
                .State?.Live.Where(r =>
                    Urn.Type(r.Urn).EndsWith(":Release", StringComparison.Ordinal) && r.Urn.Contains(name, StringComparison.Ordinal)
                )
                .Select(r => r.Id)
                .ToHashSet();
            foreach (var (id, release) in cluster.Releases.ToList())
            {
                if (release.Status != "deployed" || known?.Contains(id) != true)
                {
                    HelmReleases.Uninstall(cluster, release.Inputs);
                }
            }
        }

        stack.Refresh(new() { ClearPendingCreates = true });
    }

    private static IEnumerable<ResourceState> Missing(EngineStack stack) =>
        stack.State!.Live.Where(r =>
            r is { Custom: true, External: false, PendingReplacement: false }
            && r.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
            && new KubernetesProvider(stack.World, stack.State.Find(r.ProviderUrn!)!.Inputs).Read(r.Urn, r.Id!, r.Inputs, r.Outputs) is null
        );
}
