using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>Stacks of earlier versions under the program of today.</summary>
public sealed class UpgradeTests
{
    public static TheoryData<string, string> Stacks { get; } = FrozenStack.All;

    [Theory]
    [MemberData(nameof(Stacks))]
    public void AStackIsTakenOverAsItIs(string version, string name)
    {
        using var stack = StackVariant.Create(name);
        Assert.Equal(0, stack.Engine.Up(FrozenStack.Load(name, version)).ExitCode);
        var made = Trust(stack);
        foreach (var cluster in stack.World.Clusters.Values)
        {
            cluster.Events.Clear();
        }

        var result = stack.Up();
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal([], result.Created.Concat(result.Replaced).Concat(result.Deleted));
        Assert.Equal(made, Trust(stack));
        Assert.DoesNotContain(stack.World.Clusters.Values.SelectMany(c => c.Events), e => e.Verb is "Deleted" or "Cascaded");
        Assert.Equal(0, stack.Up(new() { ExpectNoChanges = true }).ExitCode);
    }

    // All keys and certificates.
    private static IReadOnlyList<string> Trust(LifecycleStack stack) =>
        [
            .. stack
                .State.Live.Where(r => r.Type.StartsWith("tls:", StringComparison.Ordinal))
                .SelectMany(r => new[] { r.Outputs.TextAt("privateKeyPem"), r.Outputs.TextAt("certPem") })
                .OfType<string>()
                .Order(StringComparer.Ordinal),
        ];
}
