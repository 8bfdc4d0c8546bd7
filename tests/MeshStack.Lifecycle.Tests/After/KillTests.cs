using System.Text.Json;
using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;
using MeshStack.Preview.Transitions;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>M5: an update that is killed, at every call and in every way, is gone on with by what is said then.</summary>
public sealed class KillTests
{
    private const string Adopt = "      adoptExisting: true\n      context: cluster0";

    public static TheoryData<string> Kills { get; } = [nameof(Fault.KillBefore), nameof(Fault.KillDuring), nameof(Fault.KillAfter)];

    /// <summary>What was cut is named; with that done, and <c>adoptExisting</c> where it is said, the next one goes through.</summary>
    [Theory]
    [MemberData(nameof(Kills))]
    public void TheFirstUpdateIsGoneOnWith(string kill)
    {
        var (definition, adopting) = Programs(_ => { });
        var calls = 0;
        for (var at = 0; ; at++)
        {
            var (world, stack) = Killed(Enum.Parse<Fault>(kill), at, (definition, null), out var isKilled);
            if (!isKilled)
            {
                Assert.Equal(calls, at);
                break;
            }

            calls++;
            stack.Cancel();
            var notices = Notices(stack, definition);
            var pending = Assert.Single(stack.State!.PendingOperations).Resource;
            var isRelease = pending.Type.EndsWith(":Release", StringComparison.Ordinal);
            var isMade =
                pending.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
                && !pending.Type.EndsWith("Patch", StringComparison.Ordinal);
            Assert.Equal(isMade ? 1 : 0, notices.Count);
            if (isRelease)
            {
                var cluster = world[notices[0][.."cluster0x".Length]];
                var id = $"{pending.Inputs.TextAt("namespace")}/{pending.Inputs.TextAt("name")}";
                switch (cluster.Releases.GetValueOrDefault(id)?.Status)
                {
                    case "deployed":
                        Assert.Contains(
                            $"deployed, it is whole, and the engine alone does not know of it: {Import(pending)}",
                            notices[0],
                            StringComparison.Ordinal
                        );
                        stack.State = Imported(stack.State, pending, HelmReleases.Status(cluster, id)!);
                        Assert.Empty(Notices(stack, definition));
                        break;
                    case "pending-install":
                        Assert.Contains(
                            $"pending-install or failed: helm uninstall {pending.Inputs.TextAt("name")}",
                            notices[0],
                            StringComparison.Ordinal
                        );
                        HelmReleases.Uninstall(cluster, pending.Inputs);
                        break;
                    default:
                        Assert.Equal(nameof(Fault.KillBefore), kill);
                        break;
                }
            }
            else if (isMade)
            {
                Assert.Contains("adoptExisting: true at cluster0", notices[0], StringComparison.Ordinal);

                // Without that it goes on only where the object is not there.
                var next = stack.Up(definition);
                Assert.Equal(kill == nameof(Fault.KillBefore) ? 0 : 1, next.ExitCode);
                Assert.All(next.Errors, e => Assert.Contains("already exists", e, StringComparison.Ordinal));
            }

            var rest = stack.Up(adopting);
            Assert.True(rest.ExitCode == 0, $"{kill} at call {at}: {rest}");
            Assert.Equal(0, stack.Up(definition).ExitCode);
            Assert.Equal("65 unchanged; rc 0", stack.Up(definition, new() { ExpectNoChanges = true }).ToString());
            Assert.True(ClusterTrust.Accepts(world, "cluster01", "cluster02"));
        }

        // What is made: all but the stack, its components, providers, and what is only read.
        Assert.True(calls > 40);
    }

    /// <summary>Whatever of it was done, both clusters go on accepting each other, and it can be repeated.</summary>
    [Theory]
    [MemberData(nameof(Kills))]
    public void ASwitchIsGoneOnWith(string kill)
    {
        var (prepare, _) = Programs(stack => stack.ChangeTo("prepare"));
        var (change, _) = Programs(stack => stack.ChangeTo("switch"));
        var (retire, _) = Programs(stack => stack.ChangeTo("retire"));
        var kills = 0;
        for (var at = 0; ; at++)
        {
            var (world, stack) = Killed(Enum.Parse<Fault>(kill), at, (change, prepare), out var isKilled);
            if (!isKilled)
            {
                break;
            }

            kills++;
            stack.Cancel();
            AssertTrust(world);
            var early = stack.Up(retire);
            Assert.Equal(1, early.ExitCode);
            Assert.Contains("safe next: switch", Assert.Single(early.Errors), StringComparison.Ordinal);

            Assert.All(
                Notices(stack, change),
                n =>
                    Assert.True(
                        n.StartsWith("trust", StringComparison.Ordinal)
                            || n.Contains("the next one does so again", StringComparison.Ordinal),
                        n
                    )
            );
            Assert.Equal(0, stack.Up(change).ExitCode);
            AssertTrust(world);
            Assert.Equal(0, stack.Up(retire).ExitCode);
            AssertTrust(world);
        }

        // Two namespaces, two secrets, and what is read.
        Assert.True(kills >= 4);
    }

    private static string Import(ResourceState release) =>
        $"pulumi import --stack dev --protect=false {release.Type} {Urn.Name(release.Urn)} {release.Inputs.TextAt("namespace")}/"
        + $"{release.Inputs.TextAt("name")} --parent 'parent={release.Parent}' --provider 'provider={release.ProviderUrn}'";

    /// <summary>What <c>pulumi import</c> leaves.</summary>
    private static Snapshot Imported(Snapshot state, ResourceState release, PropertyMap status)
    {
        var id = $"{release.Inputs.TextAt("namespace")}/{release.Inputs.TextAt("name")}";
        var known = release with { Id = id, Outputs = release.Inputs.SetItem("status", status) };
        return state with { Resources = [.. state.Resources, known] };
    }

    /// <summary>An upgrade that is cut in a chart needs Helm's own word; all else is done again.</summary>
    [Theory]
    [MemberData(nameof(Kills))]
    public void AnUpgradeIsGoneOnWith(string kill)
    {
        var (before, _) = Programs(_ => { });
        var (after, _) = Programs(stack => stack.Replace("version: 1.31.4", "version: 1.32.0"));
        var (back, _) = Programs(stack => stack.Replace("version: 1.31.4", "version: 1.30.4"));
        var kills = 0;
        for (var at = 0; ; at++)
        {
            var (world, stack) = Killed(Enum.Parse<Fault>(kill), at, (after, before), out var isKilled);
            if (!isKilled)
            {
                break;
            }

            kills++;
            stack.Cancel();
            var cut = Assert.Single(stack.State!.PendingOperations).Resource.Urn;
            Assert.Equal(
                cut.EndsWith("-istiod", StringComparison.Ordinal),
                Notices(stack, back)
                    .Any(n => n.Contains("1.32.0 may be there, because an update was killed on the way", StringComparison.Ordinal))
            );
            foreach (var notice in Notices(stack, after).Where(n => n.Contains("helm rollback", StringComparison.Ordinal)))
            {
                var cluster = world[notice[.."cluster0x".Length]];
                foreach (var (id, release) in cluster.Releases.Where(r => r.Value.Status != "deployed").ToList())
                {
                    cluster.Releases[id] = release with { Status = "deployed" };
                }
            }

            var rest = stack.Up(after);
            Assert.True(rest.ExitCode == 0, $"{kill} at call {at}: {rest}");
            Assert.Equal(0, stack.Up(after, new() { ExpectNoChanges = true }).ExitCode);
        }

        Assert.True(kills > 4);
    }

    private static void AssertTrust(World world)
    {
        Assert.True(ClusterTrust.Accepts(world, "cluster01", "cluster02"));
        Assert.True(ClusterTrust.Accepts(world, "cluster02", "cluster01"));
    }

    /// <summary>The program of a definition, and the one that takes over what is there.</summary>
    private static (CheckedProgram Definition, CheckedProgram Adopting) Programs(Action<LifecycleStack> change)
    {
        using var one = StackVariant.Create(StackVariant.Dev);
        change(one);
        using var other = StackVariant.Create(StackVariant.Dev);
        change(other);
        other.Replace("      context: cluster0", Adopt);
        var world = new World();
        return (CheckedProgram.Of(one, world), CheckedProgram.Of(other, world));
    }

    /// <summary>A stack whose update was killed at one of its calls.</summary>
    private static (World World, EngineStack Stack) Killed(
        Fault fault,
        int at,
        (CheckedProgram Program, CheckedProgram? Before) update,
        out bool isKilled
    )
    {
        var world = new World("cluster01", "cluster02");
        var stack = new EngineStack(world);
        if (update.Before is { } before)
        {
            Assert.Equal(0, stack.Up(before).ExitCode);
        }

        var from = world.Calls.Count;
        var changes = -1;
        world.Faults = call => call.Method != "Read" && ++changes == at ? fault : Fault.None;
        var result = stack.Up(update.Program, new() { SkipPreview = true });
        Assert.True(from < world.Calls.Count);
        isKilled = result.ExitCode == 137;
        world.Faults = null;
        return (world, stack);
    }

    private static IReadOnlyList<string> Notices(EngineStack stack, CheckedProgram program)
    {
        using var export = JsonDocument.Parse(stack.State!.ToExport());
        return StackExport.Read(export.RootElement, ClusterNames.Of(program.Asked)) is { } applied
            ? [.. MeshTransition.Check(applied, program.Asked).Select(n => n.ToString())]
            : [];
    }
}
