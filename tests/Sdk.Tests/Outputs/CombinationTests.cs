using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Outputs;

/// <summary>Outputs that are made of several others.</summary>
public sealed class CombinationTests
{
    [Fact]
    public async Task AllTakesOutputsAndInputsOneByOneOrAsASequence()
    {
        Assert.Equal("[1, 2]", await Text.OfAsync(Output.All(Output.Create(1), Output.Create(2))));
        Assert.Equal("['a', 'b']", await Text.OfAsync(Output.All(new Input<string>[] { "a", Output.Create("b") })));
        Assert.Equal("['a']", await Text.OfAsync(Output.All(new List<Output<string>> { Output.Create("a") }.AsEnumerable())));
        Assert.Equal("[]", await Text.OfAsync(Output.All(Array.Empty<Output<string>>())));
    }

    [Fact]
    public async Task OneSecretOrUnknownMakesTheWholeSecretOrUnknown()
    {
        var secret = Output.CreateSecret(2);
        var unknown = OutputUtilities.CreateUnknown(2);

        Assert.Equal("secret [1, 2]", await Text.OfAsync(Output.All(Output.Create(1), secret)));
        Assert.Equal("unknown", await Text.OfAsync(Output.All(Output.Create(1), unknown)));
        Assert.Equal("unknown", await new Mocks().See(() => Output.All(Output.Create(1), unknown), preview: true));
        Assert.Equal("secret unknown", await Text.OfAsync(Output.Tuple(secret, unknown, Output.Create(true))));
    }

    [Fact]
    public async Task ATupleTakesOutputsAndInputs()
    {
        Assert.Equal("(1, x)", await Text.OfAsync(Output.Tuple(Output.Create(1), Output.Create("x"))));
        Assert.Equal("(1, x)", await Text.OfAsync(Output.Tuple((Input<int>)1, (Input<string>)"x")));
    }

    [Fact]
    public async Task FormatFillsItsHolesAsTheLanguageDoes()
    {
        Assert.Equal(
            "'a/b/1/True/1.5/'",
            await Text.OfAsync(Output.Format($"{Output.Create("a")}/{(Input<string>)"b"}/{1}/{true}/{1.5}/{null}"))
        );
        Assert.Equal("'{x} 005    r|'", await Text.OfAsync(Output.Format($"{{x}} {Output.Create(5):D3} {Output.Create("r"), 4}|")));
        Assert.Equal("'[]'", await Text.OfAsync(Output.Format($"[{Output.Create((string)null!)}]")));
        Assert.Equal("'text'", await Text.OfAsync(Output.Format($"text")));
        Assert.Equal("'True'", await Text.OfAsync(Output.Format($"{Output.Create(true)}")));
    }

    [Fact]
    public async Task AFormattedTextIsSecretOrUnknownAsSoonAsOneOfItsHolesIs()
    {
        Assert.Equal("secret 's!'", await Text.OfAsync(Output.Format($"{Output.CreateSecret("s")}!")));
        Assert.Equal("unknown", await Text.OfAsync(Output.Format($"{OutputUtilities.CreateUnknown("u")}!")));
        Assert.Equal("unknown", await new Mocks().See(() => Output.Format($"{OutputUtilities.CreateUnknown("u")}!"), preview: true));
    }

    [Fact]
    public async Task ItemsOfAListAreTakenByPosition()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal("'a'", await Text.OfAsync(list.First()));
        Assert.Equal("'b'", await Text.OfAsync(list.GetAt(1)));
        Assert.Equal("2", await Text.OfAsync(list.Length()));
        await Assert.ThrowsAsync<IndexOutOfRangeException>(() => OutputUtilities.GetValueAsync(list.GetAt(5)));
        await Assert.ThrowsAsync<IndexOutOfRangeException>(() =>
            OutputUtilities.GetValueAsync(Output.Create(ImmutableArray<string>.Empty).First())
        );
    }

    [Fact]
    public void AUnionTellsItsCase()
    {
        var union = Union<string, int>.FromT0("x");

        Assert.True(union.IsT0);
        Assert.Equal("x", union.Value);
        Assert.Equal("Cannot return as T1 as result is T0", Assert.Throws<InvalidOperationException>(() => union.AsT1).Message);
        Assert.Equal("System.String: x", union.ToString());
        Assert.True(union == (Union<string, int>)"x");
        Assert.Equal("x!", union.Match(text => text + "!", number => "a number"));
        Assert.Null(default(Union<string, int>).Value);
    }
}
