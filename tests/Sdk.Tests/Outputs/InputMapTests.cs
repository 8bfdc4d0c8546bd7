using System.Collections;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Outputs;

/// <summary>Maps of inputs.</summary>
public sealed class InputMapTests
{
    public static TheoryData<InputMap<string>> Converted =>
        new(
            new Dictionary<string, string> { ["k"] = "v" },
            ImmutableDictionary<string, string>.Empty.Add("k", "v"),
            Output.Create(new Dictionary<string, string> { ["k"] = "v" })
        );

    [Fact]
    public async Task AMapHoldsValuesAndOutputs()
    {
        Assert.Equal("{a: '1', b: '2'}", await Text.OfAsync(new InputMap<string> { ["a"] = "1", ["b"] = Output.Create("2") }.ToOutput()));
        Assert.Equal("{a: '1', b: '2'}", await Text.OfAsync(new InputMap<string> { { "a", "1" }, { "b", "2" } }.ToOutput()));
        Assert.Equal("{}", await Text.OfAsync(new InputMap<string>().ToOutput()));
        Assert.Equal("{a: null}", await Text.OfAsync(new InputMap<string> { ["a"] = Output.Create((string)null!) }.ToOutput()));
        Assert.Equal(
            "{i: 1, o: true, s: 'x'}",
            await Text.OfAsync(
                new InputMap<object>
                {
                    ["i"] = 1,
                    ["s"] = "x",
                    ["o"] = Output.Create<object>(true),
                }.ToOutput()
            )
        );
    }

    [Fact]
    public async Task OneSecretOrUnknownMakesTheWholeMapSo()
    {
        Assert.Equal(
            "secret {a: '1', b: 's'}",
            await Text.OfAsync(new InputMap<string> { ["a"] = "1", ["b"] = Output.CreateSecret("s") }.ToOutput())
        );
        Assert.Equal(
            "unknown",
            await Text.OfAsync(new InputMap<string> { ["a"] = "1", ["b"] = OutputUtilities.CreateUnknown("u") }.ToOutput())
        );
    }

    [Theory]
    [MemberData(nameof(Converted))]
    public async Task AMapIsConvertedFromDictionariesAndOutputsAndTakesFurtherEntries(InputMap<string> map)
    {
        Assert.Equal("{k: 'v'}", await Text.OfAsync(map.ToOutput()));

        map["late"] = "x";

        Assert.Equal("{k: 'v', late: 'x'}", await Text.OfAsync(map.ToOutput()));
    }

    [Fact]
    public async Task AMapTakesTheEntriesOfAnother()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map.Add(new InputMap<string> { ["c"] = "3" });

        Assert.Equal("{a: '1', c: '3'}", await Text.OfAsync(map.ToOutput()));
    }

    [Fact]
    public async Task AKeyGivenTwiceFailsWhenTheMapIsRead()
    {
        var byIndexer = new InputMap<string> { ["a"] = "1" };
        byIndexer["a"] = "2";
        var byAdd = new InputMap<string> { { "a", "1" }, { "a", "2" } };
        var byRange = new InputMap<string> { ["a"] = "1" };
        byRange.AddRange(new InputMap<string> { ["a"] = "2", ["c"] = "3" });

        Assert.Equal("Key 'a' already exists in the map with a different value.", await FailureOf(byIndexer));
        Assert.Equal("Key 'a' already exists in the map with a different value.", await FailureOf(byAdd));
        Assert.Equal("An element with the same key but a different value already exists. Key: 'a'", await FailureOf(byRange));
    }

    [Fact]
    public async Task MergingLetsTheSecondMapWin()
    {
        var merged = InputMap<string>.Merge(new() { ["a"] = "1", ["b"] = "1" }, new() { ["a"] = "2" });

        Assert.Equal("{a: '2', b: '1'}", await Text.OfAsync(merged.ToOutput()));
    }

    [Fact]
    public void AMapIsEnumeratedAsynchronouslyOnly()
    {
        var refusal = Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputMap<string> { ["a"] = "1" }).GetEnumerator());

        Assert.StartsWith("A Pulumi.InputMap`1[[System.String", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("cannot be synchronously enumerated. Use GetAsyncEnumerator instead.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoDictionaryAtAllFailsWhenTheMapIsRead()
    {
        InputMap<string> map = (Dictionary<string, string>)null!;

        Assert.Equal(
            "pairs",
            (await Assert.ThrowsAsync<ArgumentNullException>(() => OutputUtilities.GetValueAsync(map.ToOutput()))).ParamName
        );
    }

    private static async Task<string> FailureOf(InputMap<string> map) =>
        (await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync(map.ToOutput()))).Message;
}
