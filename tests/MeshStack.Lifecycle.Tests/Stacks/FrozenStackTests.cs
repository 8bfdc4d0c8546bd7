using System.Text;

namespace MeshStack.Lifecycle.Tests.Stacks;

/// <summary>The stacks that are kept from each version.</summary>
public sealed class FrozenStackTests
{
    public static TheoryData<string, string> Stacks { get; } = FrozenStack.All;

    /// <summary>Each release keeps its stacks: <c>MESHSTACK_FREEZE=VERSION</c> writes them into a new folder. Those
    /// that are there stay.</summary>
    [Fact]
    public void AVersionIsFrozenOnce()
    {
        if (Environment.GetEnvironmentVariable("MESHSTACK_FREEZE") is not { Length: > 0 } version)
        {
            return;
        }

        foreach (var name in StackVariant.Names.Where(name => !FrozenStack.Exists(name, version)))
        {
            using var stack = StackVariant.Create(name);
            Freezer.Freeze(stack).Write(name, version, name == StackVariant.Dev ? null : StackVariant.Dev);
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void EachIsUpAndThenUnchanged(string version, string name)
    {
        var stack = FrozenStack.Load(name, version);
        var engine = new EngineStack(new World("cluster01", "cluster02", "fra-admin"));
        var first = engine.Up(stack);
        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Null(engine.State!.IntegrityError());
        Assert.Equal($"{first.Created.Count} unchanged; rc 0", engine.Up(stack).ToString());
    }

    /// <summary>What is kept names what a provider made up, and holds none of it.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public void NothingSecretIsKept(string version, string name)
    {
        var text = new StringBuilder().AppendJoin('\n', FrozenStack.Load(name, version).Registrations.Select(r => r.ToJson())).ToString();
        Assert.DoesNotContain("BEGIN", text, StringComparison.Ordinal);
        Assert.Contains("#privateKeyPem}", text, StringComparison.Ordinal);
    }
}
