using MeshStack.Lifecycle.Tests.After;
using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>What walks run is what the program does.</summary>
public sealed class WishTests
{
    [Fact]
    public void AChangedProgramIsTheProgramOfTheChangedDefinition()
    {
        var wish = new Wish(new DefinitionWish(StackVariant.Dev) { Second = "clusterb", RenamedFrom = "cluster02" })
        {
            Context = "fra-admin",
            Identifier = "fra",
            Adopts = true,
            Skips = true,
        };
        using var project = WishPrograms.Project(wish.Definition);
        project.Replace("      context: cluster01\n", "      context: cluster01\n      adoptExisting: true\n");
        project.Replace(
            "      context: cluster02\n",
            "      context: fra-admin\n      adoptExisting: true\n      skipUpdateUnreachable: true\n      clusterIdentifier: fra\n"
        );
        var program = WishPrograms.Of(wish, project.World, null);
        var asked = project.Asked();
        Assert.Equal(asked.ToJson(), program.Asked.ToJson());
        Assert.Equal(asked.Clusters.Values.Select(c => c.Defined), program.Asked.Clusters.Values.Select(c => c.Defined));
        Assert.Equal(0, project.Up().ExitCode);
        var result = project.Engine.Up(program);
        Assert.Equal($"{result.Unchanged.Count} unchanged; rc 0", result.ToString());
    }

    /// <summary>Refusals too, word for word.</summary>
    [Theory]
    [InlineData("no-cluster02")]
    [InlineData("no-ns")]
    [InlineData("existing-flipped")]
    [InlineData("context-renamed")]
    [InlineData("switch")]
    public void ACheckedProgramRefusesWhatTheProgramRefuses(string name)
    {
        foreach (var stack in new[] { StackOfBefore.Load(), StackOfBefore.Updated() })
        {
            using (stack)
            {
                using var other = StackVariant.Create(name);
                var program = CheckedProgram.Of(other, stack.World);
                using var again = StackVariant.Create(name);
                stack.CopyFrom(again);
                Assert.Equal(stack.Preview().ToString(), stack.Engine.Preview(program).ToString());
            }
        }
    }
}
