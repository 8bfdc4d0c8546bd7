namespace MeshStack.Infra.Tests.Definition;

/// <summary>Namespaces of intents that are near to one that the stack lists, and not it.</summary>
public sealed class NamespaceInputTests
{
    private const string Ends = "If not, list it under meshstack:namespaces";

    [Theory]
    [InlineData("namespace: shop", "namespace: shp", "4: namespace: 'shp' is not among the namespaces of east; did you mean shop? ")]
    [InlineData("namespace: shop", "namespace: shopp", "4: namespace: 'shopp' is not among the namespaces of east; did you mean shop? ")]
    [InlineData("namespace: cart", "namespace: crat", "12: namespace: 'crat' is not among the namespaces of west; did you mean cart? ")]
    [InlineData("namespace: cart", "namespace: carts", "12: namespace: 'carts' is not among the namespaces of west; did you mean cart? ")]
    public void ANearNameIsWarnedOf(string old, string @new, string says) =>
        Assert.Equal([$"infra/mesh/test/shop.yaml:{says}{Ends}"], Warnings(old, @new));

    [Theory]
    [InlineData("namespace: shop", "namespace: billing")]
    [InlineData("namespace: cart", "namespace: storefront")]
    [InlineData("namespace: cart", "namespace: cart-dev")]
    [InlineData("namespace: cart", "namespace: shop")]
    public void AnotherNameIsSomebodyElses(string old, string @new) => Assert.Empty(Warnings(old, @new));

    private static IEnumerable<string> Warnings(string old, string @new)
    {
        using var project = new SampleProject();
        project.Write("Pulumi.test.yaml", SampleProject.Stack + "\n  meshstack:namespaces: {shop: {}, cart: {}}\n");
        Assert.Contains(old, SampleProject.Intents, StringComparison.Ordinal);
        project.Write("infra/mesh/test/shop.yaml", SampleProject.Intents.Replace(old, @new, StringComparison.Ordinal));
        return DefinitionLoader.Load(project.Root, "test").Warnings.Select(w => w.ToString());
    }
}
