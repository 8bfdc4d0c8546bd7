using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Inputs;

/// <summary>How outputs and resources as inputs arrive at the mocks.</summary>
public sealed class OutputInputTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task KnownAndSecretOutputsArriveAsTheirPlainValue(bool preview)
    {
        Assert.Equal(
            "{any: true, count: 1.0, text: 'k'}",
            await Mocks.InputsOf(
                new ThingArgs
                {
                    Text = Output.Create("k"),
                    Count = Output.Create(1),
                    Any = Output.Create<object>(true),
                },
                preview
            )
        );
        Assert.Equal(
            "{any: {deep: 'd'}, text: 's'}",
            await Mocks.InputsOf(
                new ThingArgs
                {
                    Text = Output.CreateSecret("s"),
                    Any = new Dictionary<string, object> { ["deep"] = Output.CreateSecret("d") },
                },
                preview
            )
        );
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task AnUnknownValueTakesItsWholeTopLevelInputWithIt(bool preview)
    {
        var unknown = OutputUtilities.CreateUnknown("u");
        Assert.Equal(
            "{count: 1.0}",
            await Mocks.InputsOf(
                new ThingArgs
                {
                    Text = unknown,
                    Count = 1,
                    Any = new Dictionary<string, object> { ["known"] = 1, ["deep"] = new object[] { unknown } },
                    Names = { "a", unknown },
                    Labels = { ["known"] = "v", ["unknown"] = unknown },
                    Nested = new NestedArgs { Port = 1, Name = unknown },
                },
                preview
            )
        );
        Assert.Equal("{}", await Mocks.InputsOf(new ThingArgs { Text = Output.CreateSecret(unknown) }, preview));
    }

    [Theory]
    [InlineData(false, "{text: 'given'}", "{count: 0.0}", "{ratio: 0.0}")]
    [InlineData(true, "{text: 'given'}", "{}", "{}")]
    public async Task WhatTheStateOfAnotherResourceLacksArrivesAsItsDefaultAndInAPreviewNotAtAll(
        bool preview,
        string given,
        string count,
        string ratio
    )
    {
        var mocks = new Mocks { Answer = args => Task.FromResult<(string?, object)>((null, Mocks.Map(("text", "given")))) };
        await mocks.Run(
            () =>
            {
                var other = new Thing("other");
                _ = new Thing("given", new ThingArgs { Text = other.Text });
                _ = new Thing("count", new ThingArgs { Count = other.Count });
                _ = new Thing("ratio", new ThingArgs { Ratio = other.Ratio });
                _ = new Thing("null", new ThingArgs { Text = other.Other! });
                _ = new Thing("id", new ThingArgs { Text = other.Id });
                _ = new Thing("urn", new ThingArgs { Text = other.Urn });
            },
            preview
        );

        Assert.Equal(given, mocks.Inputs("given"));
        Assert.Equal(count, mocks.Inputs("count"));
        Assert.Equal(ratio, mocks.Inputs("ratio"));
        Assert.Equal("{}", mocks.Inputs("null"));
        Assert.Equal("{}", mocks.Inputs("id"));
        Assert.Equal("{text: 'urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Thing::other'}", mocks.Inputs("urn"));
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task AResourceArrivesAsACustomResourceThatKnowsItsUrnOnly(bool preview)
    {
        var mocks = new Mocks();
        await mocks.Run(
            () =>
            {
                var thing = new Thing("thing");
                _ = new Thing(
                    "user",
                    new ReferringArgs
                    {
                        Thing = thing,
                        Any = thing,
                        Box = new Box("box"),
                        Id = thing.Id,
                    }
                );
            },
            preview
        );

        var inputs = mocks["user"].Inputs;
        Assert.Equal(["any", "box", "idOf", "thing"], inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("thing-id", inputs["idOf"]);
        Assert.All(new[] { "any", "box", "thing" }, key => Assert.IsAssignableFrom<CustomResource>(inputs[key]));
        var reference = (Resource)inputs["thing"];
        Assert.Equal(
            "'urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Thing::thing'",
            await Text.OfAsync(reference.Urn.Apply(urn => urn))
        );
        Assert.Equal([""], await Text.OriginsAsync(reference.Urn));
    }

    [Fact]
    public async Task AnOutputThatComesLateIsWaitedFor() =>
        Assert.Equal("{text: 'late'}", await Mocks.InputsOf(new ThingArgs { Text = Output.Create(Later()) }));

    private static async Task<string> Later()
    {
        await Task.Delay(20);
        return "late";
    }

    private sealed class ReferringArgs : ResourceArgs
    {
        [Input("thing")]
        public Input<Thing>? Thing { get; set; }

        [Input("any")]
        public Input<object>? Any { get; set; }

        [Input("box")]
        public Input<Box>? Box { get; set; }

        [Input("idOf")]
        public Input<string>? Id { get; set; }
    }
}
