using MeshStack.Infra.Tests.Stacks;

namespace MeshStack.Definition.Tests.Keys;

/// <summary>Documentation and schemas say what the declarations of keys say. To accept a change: <c>tests/accept</c>.</summary>
public sealed class KeyFileTests
{
    [Fact]
    public void TheTablesOfTheDocumentationAreThoseOfTheDeclarations()
    {
        var file = Checkout.PathOf(KeyFiles.Documentation);
        AcceptedText.Compare(file, KeyFiles.WithTables(File.ReadAllText(file), IntentKinds.Standard));
    }

    [Fact]
    public void EverySectionAndEveryKindHasATable() =>
        Assert.Equal(
            [
                "stack",
                "clusters",
                "trust",
                "istio",
                "gateways",
                "gateway",
                "namespaces",
                "platform",
                "removed",
                .. IntentKinds.Standard.All.Select(k => k.Name),
            ],
            KeyFiles.TablesOf(File.ReadAllText(Checkout.PathOf(KeyFiles.Documentation)))
        );

    [Fact]
    public void TheSchemaOfIntentsIsThatOfTheDeclarations() =>
        AcceptedText.Compare(Checkout.PathOf("docs/schema/intents.schema.json"), KeySchemas.OfIntents(IntentKinds.Standard));

    [Fact]
    public void TheSchemaOfAStackIsThatOfTheDeclarations() =>
        AcceptedText.Compare(Checkout.PathOf("docs/schema/stack.schema.json"), KeySchemas.OfStack());
}
