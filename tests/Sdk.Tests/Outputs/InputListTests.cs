using System.Collections;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Outputs;

/// <summary>Lists of inputs.</summary>
public sealed class InputListTests
{
    public static TheoryData<InputList<string>> Converted =>
        new(
            new[] { "a" },
            new List<string> { "a" },
            ImmutableArray.Create("a"),
            "a",
            Output.Create(ImmutableArray.Create("a")),
            Output.Create(new List<string> { "a" }),
            new Input<string>[] { "a" },
            new List<Output<string>> { Output.Create("a") }
        );

    [Fact]
    public async Task AListHoldsValuesAndOutputsInOrder()
    {
        Assert.Equal("['a', 'b']", await Text.OfAsync(new InputList<string> { "a", Output.Create("b") }.ToOutput()));
        Assert.Equal("[]", await Text.OfAsync(new InputList<string>().ToOutput()));
        Assert.Equal("['a', null]", await Text.OfAsync(new InputList<string> { "a", Output.Create((string)null!) }.ToOutput()));
        Assert.Equal("[null]", await Text.OfAsync(new InputList<string> { (string)null! }.ToOutput()));
    }

    [Fact]
    public async Task OneSecretOrUnknownMakesTheWholeListSo()
    {
        Assert.Equal("secret ['a', 's']", await Text.OfAsync(new InputList<string> { "a", Output.CreateSecret("s") }.ToOutput()));
        Assert.Equal("unknown", await Text.OfAsync(new InputList<string> { "a", OutputUtilities.CreateUnknown("u") }.ToOutput()));
        Assert.Equal(
            "secret ['h', 's']",
            await Text.OfAsync(((InputList<string>)new Input<string>[] { "h", Output.CreateSecret("s") }).ToOutput())
        );
    }

    [Theory]
    [MemberData(nameof(Converted))]
    public async Task AListIsConvertedFromArraysListsOutputsAndSingleValues(InputList<string> list) =>
        Assert.Equal("['a']", await Text.OfAsync(list.ToOutput()));

    [Fact]
    public async Task AListGrowsByItemsAndByLists()
    {
        var list = new InputList<string> { "a" };
        list.Add("b", "c");
        list.Add(new InputList<string> { "d" });
        list.AddRange(new InputList<string> { "e" });

        Assert.Equal("['a', 'b', 'c', 'd', 'e']", await Text.OfAsync(list.ToOutput()));
    }

    [Fact]
    public async Task AListThatWasConvertedOrReadStillGrowsAndWhatWasReadStays()
    {
        InputList<string> converted = Output.Create(ImmutableArray.Create("a"));
        converted.Add("after");
        var read = new InputList<string> { "a" };
        var before = read.ToOutput();
        read.Add("b");

        Assert.Equal("['a', 'after']", await Text.OfAsync(converted.ToOutput()));
        Assert.Equal("['a']", await Text.OfAsync(before));
        Assert.Equal("['a', 'b']", await Text.OfAsync(read.ToOutput()));
    }

    [Fact]
    public async Task ConcatMakesANewListAndLaterItemsOfTheFirstAreNotInIt()
    {
        var first = new InputList<string> { "a" };
        var both = first.Concat(new InputList<string> { "b", Output.CreateSecret("s") });
        first.Add("late");

        Assert.Equal("secret ['a', 'b', 's']", await Text.OfAsync(both.ToOutput()));
        Assert.Equal("['a', 'late']", await Text.OfAsync(first.ToOutput()));
    }

    [Fact]
    public async Task AListIsEnumeratedAsynchronouslyOnly()
    {
        var items = new List<string>();
        await foreach (var item in new InputList<string> { "a", Output.CreateSecret("s") })
        {
            items.Add(await Text.OfAsync(item.ToOutput()));
        }

        var refusal = Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputList<string> { "a" }).GetEnumerator());

        // One secret makes the list a secret, not its items.
        Assert.Equal(["'a'", "'s'"], items);
        Assert.StartsWith("A Pulumi.InputList`1[[System.String", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("cannot be synchronously enumerated. Use GetAsyncEnumerator instead.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoListAtAllCannotBeAddedOrConverted()
    {
        Assert.Throws<NullReferenceException>(() => new InputList<string>().AddRange(null!));
        Assert.Equal("source", Assert.Throws<ArgumentNullException>(() => (InputList<string>)(string[])null!).ParamName);
    }
}
