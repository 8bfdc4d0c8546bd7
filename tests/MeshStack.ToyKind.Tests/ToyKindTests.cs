using System.Text.Json;
using System.Text.Json.Nodes;
using MeshStack.Definition.Intents;
using MeshStack.Definition.Tests.Keys;
using MeshStack.ToyKind.Tests.Toys;

namespace MeshStack.ToyKind.Tests;

/// <summary>A kind is one folder and one line: nothing else knows of toys.</summary>
public sealed class ToyKindTests : IDisposable
{
    private const string File = ToyProject.File;

    private static readonly IntentKinds Kinds = ToyProject.Kinds;

    private readonly ToyProject _project = new();

    [Fact]
    public void ItIsLoadedFromTheMeshFolder()
    {
        _project.Write(
            """
            kind: Toy
            name: bear
            cluster: east
            namespace: shop
            ---
            kind: Toy
            name: ant
            cluster: west
            namespace: cart
            colour: green
            parts: 3
            """
        );
        var definition = _project.Load();
        Assert.Empty(definition.Warnings);
        Assert.Equal(["web", "cart-to-web", "ant", "bear"], definition.Intents.Select(i => i.Name));
        var (ant, bear) = ((Intent<ToyIntent>)definition.Intents[2], (Intent<ToyIntent>)definition.Intents[3]);
        Assert.Equal((File, 6), (ant.Location.File, ant.Location.Line));
        Assert.Equal(("west", "cart", "green", 3), Asked(ant.Args));
        Assert.Equal(("east", "shop", "red", null), Asked(bear.Args));
    }

    [Fact]
    public void EveryMistakeInItIsSaidAtItsLine()
    {
        _project.Write(
            """
            kind: Toy
            name: bear
            cluster: esat
            colour: crimson
            parts: 10
            coluor: red
            ---
            kind: Toy
            name: bear
            cluster: west
            namespace: cart
            parts: many
            ---
            kind: Toy
            name: ant
            cluster: west
            namespace: cart
            colour: gren
            """
        );
        const string keys = "cluster, colour, description, kind, name, namespace, owner, parts";
        Assert.Equal(
            $"""
            {File}:1: namespace: required: namespace that gets it
            {File}:3: cluster: there is no cluster 'esat'; allowed: east, west; did you mean east?
            {File}:4: colour: 'crimson' is not a colour; allowed: red, green (crimson is red)
            {File}:5: parts: 10 is out of range; allowed: 1 to 9
            {File}:6: coluor: 'coluor' is not a key here; allowed: {keys}; did you mean colour?
            {File}:9: name: 'bear' is the name of the Toy at {File}:1 already
            {File}:12: parts: expected a whole number from 1 to 9, got 'many'
            {File}:18: colour: 'gren' is not a colour; allowed: red, green; did you mean green?
            """,
            Assert.Throws<DefinitionException>(_project.Load).Message
        );
    }

    [Fact]
    public void WithoutItsLineItIsNoKind()
    {
        _project.Write("kind: Toy\nname: bear\ncluster: east\nnamespace: shop\n");
        var refused = Assert.Throws<DefinitionException>(_project.LoadWithoutTheKind);
        Assert.Equal(
            $"{File}:1: kind: 'Toy' is not a kind of intent; allowed: CallerGroup, ClientAccess, InboundService, Invariants, ServiceRoute",
            refused.Message
        );
        Assert.Throws<ArgumentException>(() => Kinds.With(new Toy()));
    }

    [Fact]
    public void ItIsPlannedAsItsOwnComponentWithOneObject()
    {
        _project.Write("kind: Toy\nname: bear\ncluster: east\nnamespace: shop\nparts: 2\n");
        var plan = DefinitionPlanner.Plan(_project.Load()).Plan;
        var component = Assert.Single(plan.Resources, r => r.Key.Type == "meshstack:index:Toy");
        Assert.Equal(("bear", true), (component.Key.Name, component.IsComponent));
        var made = Assert.Single(plan.Resources, r => r.Parent == component.Key);
        Assert.Equal(
            ("kubernetes:security.istio.io/v1:AuthorizationPolicy", "bear-closed", "east"),
            (made.Key.Type, made.Key.Name, made.Cluster)
        );
        Assert.Equal(
            """{"action":"DENY","rules":[{"to":[{"operation":{"paths":["/red/1","/red/2"]}}]}]}""",
            JsonSerializer.Serialize(made.Inputs["spec"])
        );

        // What others come to is what it is without toys.
        _project.Write("# none\n");
        Assert.Equal(
            DefinitionPlanner.Plan(_project.LoadWithoutTheKind()).Plan.Resources.Select(r => r.Key),
            plan.Resources.Select(r => r.Key).Except([component.Key, made.Key])
        );
    }

    [Fact]
    public void ReportsShowItAfterTheOthers() => Assert.Equal([.. IntentKinds.Standard.ComponentTypes, "Toy"], Kinds.ComponentTypes);

    [Fact]
    public void ItsKeysAreDocumented()
    {
        const string owner =
            "who answers for it: a team, a person or an address, such as `@example/shop`; a review names who owns a service that "
            + "gains a caller";
        const string description =
            "what it is for, in one line of at most 500 characters; reports show it, and so do the annotations of its objects";
        Assert.Equal(
            $$"""
            | key | value | default |
            |---|---|---|
            | `name` | DNS label, at most 53 characters, unique among the documents of its kind | required |
            | `owner` | {{owner}} | whom `CODEOWNERS` names for its file |
            | `description` | {{description}} | none |
            | `cluster` | cluster that gets it | required |
            | `namespace` | namespace that gets it | required |
            | `colour` | its colour; one of `red`, `green` | `red` |
            | `parts` | number of its parts; 1 to 9 | unknown |

            """,
            KeyTables.Of("Toy", Kinds)
        );
    }

    [Fact]
    public void EditorsKnowIt()
    {
        var schema = JsonNode.Parse(KeySchemas.OfIntents(Kinds))!;
        Assert.Equal(
            """["InboundService","ServiceRoute","CallerGroup","ClientAccess","Invariants","Toy"]""",
            schema["properties"]!["kind"]!["enum"]!.ToJsonString()
        );
        var toy = schema["$defs"]!["Toy"]!;
        Assert.Equal("A toy for the workloads of a namespace.", (string?)toy["description"]);
        Assert.Equal("""["kind","name","cluster","namespace"]""", toy["required"]!.ToJsonString());
        Assert.Equal(
            """{"description":"its colour","enum":["red","green"],"default":"red"}""",
            toy["properties"]!["colour"]!.ToJsonString()
        );
        Assert.Equal(
            """{"description":"number of its parts. Without it: unknown","type":"integer","minimum":1,"maximum":9}""",
            toy["properties"]!["parts"]!.ToJsonString()
        );
    }

    /// <summary>A toy stands in a namespace: it can have a say in what goes on there, and nowhere else.</summary>
    [Fact]
    public void OneQuestionConcernsTheToysOfItsNamespaces()
    {
        _project.Write(
            """
            kind: Toy
            name: of-the-server
            cluster: east
            namespace: shop
            ---
            kind: Toy
            name: of-the-caller
            cluster: west
            namespace: cart
            ---
            kind: Toy
            name: elsewhere
            cluster: west
            namespace: garden
            """
        );
        var part = RelevantIntents.Of(_project.Load(), new HashSet<string> { "web.shop.east" }, "west", "cart");
        Assert.Equal(["web", "cart-to-web", "of-the-caller", "of-the-server"], part.Intents.Select(i => i.Name));
    }

    public void Dispose() => _project.Dispose();

    private static (string Cluster, string Namespace, string Colour, int? Parts) Asked(ToyIntent toy) =>
        (toy.ControlPlane!.Cluster.Name, toy.Namespace, toy.Colour, toy.Parts);
}
