using System.Text.RegularExpressions;
using MeshStack.Definition;
using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>What docs/operations.md quotes is what is printed.</summary>
public sealed partial class OperationsTests
{
    private static readonly string Text = File.ReadAllText(
        Path.Combine(ProjectFolder.Find(AppContext.BaseDirectory), "docs", "operations.md")
    );

    [Fact]
    public void TheRemovalOfACluster()
    {
        using var stack = StackOfBefore.Updated();
        stack.ChangeTo("no-cluster02");
        Assert.Equal(Quoted("Remove a cluster or a namespace"), stack.Refused());
    }

    [Fact]
    public void AServiceThatIsRenamedWithoutAWord()
    {
        using var stack = StackOfBefore.Updated();
        stack.Edit(
            "infra/mesh/dev/productpage.yaml",
            text =>
                text.Replace("service: productpage\n", "service: frontpage\n", StringComparison.Ordinal)
                    .Replace("name: productpage\n", "name: frontpage\nservice: productpage\n", StringComparison.Ordinal)
        );
        Assert.Equal(Quoted("Rename"), stack.Refused());
    }

    [Fact]
    public void AnotherContext()
    {
        using var stack = StackOfBefore.Updated();
        stack.Replace("context: cluster02", "context: fra2");
        stack.World.PointContext("fra2", "fra-admin");
        Assert.Equal(Quoted("Another context, another cluster"), stack.Refused());
    }

    [Fact]
    public void APhaseThatIsNotSafeYet()
    {
        using var stack = StackOfBefore.Updated("prepare");
        stack.To("switch");
        stack.Succeed(new() { Exclude = ["**cluster02**"] });
        stack.To("retire");
        var quoted = Assert.Single(Quoted("Rotate the root")).TrimEnd('…');
        Assert.StartsWith(quoted, Assert.Single(stack.Refused()), StringComparison.Ordinal);
    }

    /// <summary>What the engine, Helm and the API server say is quoted in the text.</summary>
    [Theory]
    [InlineData("already exists")]
    [InlineData("cannot re-use a name that is still in use")]
    [InlineData("another operation (install/upgrade/rollback) is in progress")]
    [InlineData("pulumi refresh --clear-pending-creates")]
    [InlineData("adoptExisting: true")]
    public void WhatIsSaidByOthers(string said) =>
        Assert.Contains(said, string.Join(' ', Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    /// <summary>What stands in front of a colon in a message is its subject, so that a command is none.</summary>
    private static IReadOnlyList<string> Quoted(string section)
    {
        var start = Text.IndexOf($"## {section}\n", StringComparison.Ordinal);
        var end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return
        [
            .. Block()
                .Matches(Text[start..end])
                .Select(m => string.Join(' ', m.Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
                .Where(text => !text.StartsWith("pulumi ", StringComparison.Ordinal)),
        ];
    }

    [GeneratedRegex("(?m)(^ {4}[^ ].*\n)+")]
    private static partial Regex Block();
}
