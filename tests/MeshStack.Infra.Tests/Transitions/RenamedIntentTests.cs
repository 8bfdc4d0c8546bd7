using MeshStack.Definition.Intents;
using MeshStack.Preview.Transitions;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>An object whose name does not follow the intent's would be there under two logical names after a rename without a
/// word.</summary>
public sealed class RenamedIntentTests
{
    private const string Web = "kind: InboundService\nname: web\nservice: shop-web\ncluster: east\nnamespace: shop\nport: 80\n";
    private const string Access =
        "---\nkind: ClientAccess\nname: cart-to-web\nservice: web\ncluster: west\nnamespace: cart\naccess: [{methods: [GET]}]\n";

    [Fact]
    public void AnImportIsNamedForItsHost()
    {
        Assert.Equal(
            [
                "Refused: front: ServiceEntry cart/shop-web.shop.east and 1 more is in the stack as part of web, which leaves, and would "
                    + "be made a second time before that: the update would fail half-way, or take it over and delete it then. If front is "
                    + "web under another name: renamedFrom: web at infra/mesh/test/shop.yaml:1. If not: an update without front first",
            ],
            IntentSteps.Notices(Web + Access, Renamed(Web + Access))
        );
        Assert.Empty(IntentSteps.Notices(Web + Access, Renamed(Web + Access, "renamedFrom: web\n")));
    }

    [Theory]
    [InlineData("headless: true\ninstances: 2\n", "Service shop/shop-web-0 and 1 more")]
    [InlineData("externalName: shop.example.com\ncertificates: {certificate: {config: crt}, privateKey: {config: key}}\n", null)]
    public void OtherObjectsOfAService(string more, string? objects)
    {
        var notices = IntentSteps.Notices(Web + more, Renamed(Web + more));
        Assert.Equal(objects is null ? 0 : 1, notices.Count);
        Assert.All(
            notices,
            n => Assert.StartsWith($"Refused: front: {objects} is in the stack as part of web", n, StringComparison.Ordinal)
        );
    }

    /// <summary>Nothing of it has a name of the other.</summary>
    [Fact]
    public void AServiceWhoseNamesAllFollowItsOwnIsAnotherOne()
    {
        var web = Web.Replace("service: shop-web\n", "", StringComparison.Ordinal);
        Assert.DoesNotContain(
            IntentSteps.Notices(web + Access, Renamed(web + Access)),
            n => n.StartsWith("Refused", StringComparison.Ordinal)
        );
    }

    /// <summary>Objects of one name in two clusters are two.</summary>
    [Fact]
    public void AServiceOfAnotherClusterIsAnotherOne()
    {
        const string Headless = "headless: true\ninstances: 2\n";
        Assert.DoesNotContain(
            IntentSteps.Notices(
                Web + Headless,
                Renamed(Web + Headless).Replace("cluster: east", "cluster: west", StringComparison.Ordinal)
            ),
            n => n.StartsWith("Refused", StringComparison.Ordinal)
        );
        Assert.Empty(
            IntentSteps.Notices(
                Web + Access,
                Web + Access.Replace("cluster: west", "cluster: north", StringComparison.Ordinal),
                IntentSteps.Clusters + "\n  north: {context: n}"
            )
        );
    }

    /// <summary>After an update without that check: the engine goes by the name that the program gives, and lets go of the other.</summary>
    [Fact]
    public void WhatIsInTheStackTwiceIsLetGoByHand()
    {
        var before = StackResource.Of(DefinitionPlanner.Plan(IntentSteps.Definition(Web + Access)).Plan);
        var after = IntentSteps.Definition(Renamed(Web + Access, "renamedFrom: web\n"));
        var asked = MeshState.From(after);
        var entry = "$kubernetes:networking.istio.io/v1:ServiceEntry::";
        var both = StackResource
            .Of(DefinitionPlanner.Plan(after).Plan)
            .Concat(before.Where(r => r.Urn.Contains(entry, StringComparison.Ordinal)));
        Assert.Equal(
            [
                "Refused: front: ServiceEntry cart/shop-web.shop.east is in the stack twice, as part of web and of front, and would be "
                    + "deleted with web. To keep it: pulumi state delete --stack test 'urn:pulumi:stack::project::meshstack:index:"
                    + $"InboundService$meshstack:index:ServiceImport{entry}web.west.cart'",
            ],
            IntentSteps.Notices(AppliedMesh.From(asked, [.. both])!, asked)
        );
    }

    private static string Renamed(string text, string more = "") =>
        text.Replace("name: web\n", "name: front\n" + more, StringComparison.Ordinal)
            .Replace("service: web\n", "service: front\n", StringComparison.Ordinal)
            .Replace("service: shop-front", "service: shop-web", StringComparison.Ordinal);
}
