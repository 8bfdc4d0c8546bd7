namespace MeshStack.Infra.Tests.Definition;

/// <summary>Who answers for an intent.</summary>
public sealed class OwnerTests
{
    [Fact]
    public void AnIntentSaysWhoAnswersForIt()
    {
        var definition = Load("\nowner: '@example/shop'", "\nowner: cart@example.com");
        Assert.Equal(["@example/shop", "cart@example.com"], definition.Intents.Select(i => i.Owner));
    }

    [Fact]
    public void WithoutTheKeyNobodyIsNamed() => Assert.All(Load("", "").Intents, i => Assert.Null(i.Owner));

    [Fact]
    public void SeveralOwnersInOneTextAreAnError() =>
        Assert.Equal(
            "infra/mesh/test/shop.yaml:3: owner: '@a @b' is not one owner: at most 200 characters without blanks, such as @example/shop",
            Assert.Throws<DefinitionException>(() => Load("\nowner: '@a @b'", "")).Message
        );

    [Fact]
    public void AnOwnerHasALength() =>
        Assert.StartsWith(
            "infra/mesh/test/shop.yaml:10: owner: 'ooo",
            Assert.Throws<DefinitionException>(() => Load("", $"\nowner: {new string('o', 201)}")).Message,
            StringComparison.Ordinal
        );

    private static MeshDefinition Load(string ofService, string ofAccess)
    {
        using var project = new SampleProject();
        project.Write(
            "infra/mesh/test/shop.yaml",
            SampleProject
                .Intents.Replace("name: web\n", $"name: web{ofService}\n", StringComparison.Ordinal)
                .Replace("name: cart-to-web\n", $"name: cart-to-web{ofAccess}\n", StringComparison.Ordinal)
        );
        return DefinitionLoader.Load(project.Root, "test");
    }
}
