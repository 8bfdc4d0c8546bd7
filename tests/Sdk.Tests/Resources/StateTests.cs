using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Resources;

/// <summary>How outputs of a resource are filled from the state that the mocks give it.</summary>
public sealed class StateTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Fact]
    public async Task EveryOutputTakesTheValueOfItsName() =>
        await Mocks
            .Giving(
                ("text", "x"),
                ("count", 3),
                ("ratio", 1.5),
                ("flag", true),
                ("names", ImmutableArray.Create("a", "b")),
                ("labels", Mocks.Map(("k", "v"))),
                ("any", Mocks.Map(("n", 1), ("l", new object?[] { 1, null }))),
                ("unheard-of", "ignored")
            )
            .Run(async () =>
            {
                var thing = new Thing("thing");
                Assert.Equal("'x'", await Text.OfAsync(thing.Text));
                Assert.Equal("3", await Text.OfAsync(thing.Count));
                Assert.Equal("1.5", await Text.OfAsync(thing.Ratio));
                Assert.Equal("true", await Text.OfAsync(thing.Flag));
                Assert.Equal("['a', 'b']", await Text.OfAsync(thing.Names));
                Assert.Equal("{k: 'v'}", await Text.OfAsync(thing.Labels));
                Assert.Equal("{l: [1.0, null], n: 1.0}", await Text.OfAsync(thing.Any));
                Assert.Equal("'the-id'", await Text.OfAsync(thing.Id));
            });

    [Fact]
    public async Task TheStateMayBeADictionaryAnArgsClassOrAnOutputOfOne()
    {
        Assert.Equal("'d'", await Mocks.Giving(new Dictionary<string, object> { ["text"] = "d" }).See(() => new Thing("thing").Text));
        Assert.Equal("'d'", await Mocks.Giving(new Dictionary<string, string> { ["text"] = "d" }).See(() => new Thing("thing").Text));
        Assert.Equal("'a'", await Mocks.Giving(new ThingArgs { Text = "a" }).See(() => new Thing("thing").Text));
        Assert.Equal("'o'", await Mocks.Giving(Output.Create(Mocks.Map(("text", "o")))).See(() => new Thing("thing").Text));
    }

    [Fact]
    public async Task AnyOtherStateEndsTheRun()
    {
        Assert.Equal("System.InvalidOperationException: System.String is not a supported argument type", await FailureWith("text"));
        Assert.StartsWith(
            "System.InvalidOperationException: System.Collections.Generic.List`1",
            await FailureWith(new List<object> { 1 }),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "System.InvalidOperationException: <>f__AnonymousType",
            await FailureWith(new { text = "x" }),
            StringComparison.Ordinal
        );
        Assert.StartsWith("System.NullReferenceException: ", await FailureWith(null!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "null", "unassigned", "false")]
    [InlineData(true, "unknown", "unknown", "unknown")]
    public async Task WhatTheStateLacksIsTheDefaultAndInAPreviewUnknown(bool preview, string reference, string list, string flag) =>
        await Mocks
            .Giving(("other", null))
            .Run(
                async () =>
                {
                    var thing = new Thing("thing");
                    Assert.Equal(reference, await Text.OfAsync(thing.Text));
                    Assert.Equal(reference, await Text.OfAsync(thing.Other));
                    Assert.Equal(reference, await Text.OfAsync(thing.Labels));
                    Assert.Equal(reference, await Text.OfAsync(thing.Any));
                    Assert.Equal(list, await Text.OfAsync(thing.Names));
                    Assert.Equal(flag, await Text.OfAsync(thing.Flag));
                },
                preview
            );

    [Fact]
    public async Task AValueOfTheWrongTypeReadsAsTheDefaultAndHarmsNothingElse()
    {
        Assert.Equal("null", await Mocks.Giving(("text", 1)).See(() => new Thing("thing").Text));
        Assert.Equal("null", await Mocks.Giving(("text", true)).See(() => new Thing("thing").Text));
        Assert.Equal("null", await Mocks.Giving(("text", Mocks.Map(("a", 1)))).See(() => new Thing("thing").Text));
        Assert.Equal("0", await Mocks.Giving(("count", "1")).See(() => new Thing("thing").Count));
        Assert.Equal("0", await Mocks.Giving(("count", "x")).See(() => new Thing("thing").Count));
        Assert.Equal("false", await Mocks.Giving(("flag", "true")).See(() => new Thing("thing").Flag));
        Assert.Equal("unassigned", await Mocks.Giving(("names", "a")).See(() => new Thing("thing").Names));
        Assert.Equal("['a', null]", await Mocks.Giving(("names", new object[] { "a", 1 })).See(() => new Thing("thing").Names));
        Assert.Equal("null", await Mocks.Giving(("labels", new object[] { "a" })).See(() => new Thing("thing").Labels));
        Assert.Equal("'good'", await Mocks.Giving(("text", "good"), ("count", "x")).See(() => new Thing("thing").Text));
    }

    [Fact]
    public async Task NumbersAreConvertedAndAFractionLosesItsDecimalsAsAnInt()
    {
        Assert.Equal("1", await Mocks.Giving(("count", 1.5)).See(() => new Thing("thing").Count));
        Assert.Equal("2.0", await Mocks.Giving(("ratio", 2)).See(() => new Thing("thing").Ratio));
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task SecretsAndUnknownsInTheStateAreSoInTheOutputsWhereverTheyStand(bool preview) =>
        await Mocks
            .Giving(
                ("text", Output.CreateSecret("s")),
                ("count", OutputUtilities.CreateUnknown(1)),
                ("names", new object[] { Output.CreateSecret("n"), "m" }),
                ("labels", Mocks.Map(("k", Output.CreateSecret("v")))),
                ("any", Mocks.Map(("deep", Output.CreateSecret("x")))),
                ("other", Output.Create("plain"))
            )
            .Run(
                async () =>
                {
                    var thing = new Thing("thing");
                    Assert.Equal("secret 's'", await Text.OfAsync(thing.Text));
                    Assert.Equal("unknown", await Text.OfAsync(thing.Count));
                    Assert.Equal("secret ['n', 'm']", await Text.OfAsync(thing.Names));
                    Assert.Equal("secret {k: 'v'}", await Text.OfAsync(thing.Labels));
                    Assert.Equal("secret {deep: 'x'}", await Text.OfAsync(thing.Any));
                    Assert.Equal("'plain'", await Text.OfAsync(thing.Other));
                },
                preview
            );

    [Fact]
    public async Task InputsThatComeBackAsTheStateHaveLostTheirSecrecy() =>
        await new Mocks().Run(async () =>
        {
            Assert.Equal("'s'", await Text.OfAsync(new Thing("secret", new ThingArgs { Text = Output.CreateSecret("s") }).Text));
            Assert.Equal(
                "'s'",
                await Text.OfAsync(new Thing("marked", new ThingArgs { Text = "s" }, new() { AdditionalSecretOutputs = { "text" } }).Text)
            );
        });

    [Theory]
    [InlineData(null, false, "unknown")]
    [InlineData(null, true, "unknown")]
    [InlineData("", false, "unknown")]
    [InlineData("", true, "unknown")]
    [InlineData("abc", false, "'abc'")]
    [InlineData("abc", true, "'abc'")]
    public async Task WithoutAnIdFromTheMocksTheIdIsUnknown(string? id, bool preview, string expected) =>
        Assert.Equal(expected, await Mocks.Giving(Mocks.Map(), id).See(() => new Thing("thing").Id, preview));

    private static Task<string> FailureWith(object state) =>
        RunFailure.UnhandledAsync(() => Mocks.Giving(state).Run(() => _ = new Thing("thing")));
}
