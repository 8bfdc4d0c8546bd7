using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Inputs;

/// <summary>Inputs that travel as JSON text, and JSON as an input.</summary>
public sealed class JsonInputTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Fact]
    public async Task AnInputMarkedJsonArrivesAsTextWithSortedKeysAndSpacesInsideItsBrackets()
    {
        var args = new JsonArgs
        {
            Flag = true,
            Count = 3,
            Ratio = 0.5,
            Nested = new NestedArgs
            {
                Port = 1,
                Inner = new NestedArgs { Port = 2, Tags = { "x" } },
            },
            List = new[] { "a", "b" },
            Map = new InputMap<object>
            {
                ["k"] = 1,
                ["A"] = "x",
                ["b"] = new Dictionary<string, object> { ["z"] = 1, ["y"] = true },
            },
        };

        Assert.Equal(
            "{count: '3', flag: 'true', "
                + """list: '[ "a", "b" ]', map: '{ "A": "x", "b": { "y": true, "z": 1 }, "k": 1 }', """
                + """nested: '{ "inner": { "port": 2, "tags": [ "x" ] }, "port": 1 }', ratio: '0.5'}""",
            await Mocks.InputsOf(args)
        );
        Assert.Equal("{ratio: '2'}", await Mocks.InputsOf(new JsonArgs { Ratio = 2 }));
    }

    [Fact]
    public async Task TextInItIsQuotedAndItsAngleBracketsEscaped() =>
        Assert.Equal("""{text: '"quote \" \u003c&\u003e é"'}""", await Mocks.InputsOf(new JsonArgs { Text = "quote \" <&> é" }));

    [Fact]
    public async Task EmptyValuesArriveAsTextAndUnsetOnesDoNot()
    {
        Assert.Equal("{}", await Mocks.InputsOf(new JsonArgs()));
        Assert.Equal(
            """{list: '[ ]', map: '{ }', nothing: '{ }', text: '""'}""",
            await Mocks.InputsOf(
                new JsonArgs
                {
                    List = [],
                    Map = [],
                    Text = "",
                    Nothing = new EmptyArgs(),
                }
            )
        );
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task ASecretOrUnknownValueInsideShowsItsWrapperOrMarker(bool preview)
    {
        const string Secret = """{ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "s" }""";
        const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

        Assert.Equal(Nested(Secret), await Mocks.InputsOf(Args(Output.CreateSecret("s")), preview));
        Assert.Equal(Nested(Unknown), await Mocks.InputsOf(Args(OutputUtilities.CreateUnknown("u")), preview));

        static JsonArgs Args(Output<string> name) =>
            new()
            {
                Nested = new NestedArgs { Port = 1, Name = name },
            };
        static string Nested(string name) => $"{{nested: '{{ \"port\": 1, \"the-name/on.the_wire\": {name} }}'}}";
    }

    [Fact]
    public async Task AJSONElementArrivesAsWhatItHoldsWithItsNulls()
    {
        using var document = JsonDocument.Parse("""{"n":1,"d":1.5,"s":"x","b":true,"z":null,"l":[1,"a",null,[]],"o":{}}""");

        Assert.Equal(
            "{any: {b: true, d: 1.5, l: [1.0, 'a', null, []], n: 1.0, o: {}, s: 'x', z: null}}",
            await Mocks.InputsOf(new ThingArgs { Any = document.RootElement.Clone() })
        );
        Assert.Equal(
            "{any: {e: [1.0, 'a', null, []]}}",
            await Mocks.InputsOf(new ThingArgs { Any = new Dictionary<string, object> { ["e"] = document.RootElement.GetProperty("l") } })
        );
    }

    private sealed class JsonArgs : ResourceArgs
    {
        [Input("flag", json: true)]
        public Input<bool>? Flag { get; set; }

        [Input("count", json: true)]
        public Input<int>? Count { get; set; }

        [Input("ratio", json: true)]
        public Input<double>? Ratio { get; set; }

        [Input("text", json: true)]
        public Input<string>? Text { get; set; }

        [Input("nested", json: true)]
        public Input<NestedArgs>? Nested { get; set; }

        [Input("list", json: true)]
        public InputList<string>? List { get; set; }

        [Input("map", json: true)]
        public InputMap<object>? Map { get; set; }

        [Input("nothing", json: true)]
        public Input<EmptyArgs>? Nothing { get; set; }
    }

    private sealed class EmptyArgs : ResourceArgs { }
}
