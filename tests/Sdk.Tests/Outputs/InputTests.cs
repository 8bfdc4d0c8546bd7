using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Outputs;

/// <summary>Conversions between values, inputs and outputs.</summary>
public sealed class InputTests
{
    [Fact]
    public async Task AnInputIsAValueOrAnOutput()
    {
        Input<string> value = "v";
        Input<string> secret = Output.CreateSecret("s");
        Output<string> back = secret;

        Assert.Equal("'v'", await Text.OfAsync(value.ToOutput()));
        Assert.Equal("secret 's'", await Text.OfAsync(back));
        Assert.Equal("'v!'", await Text.OfAsync(value.Apply(text => text + "!")));
    }

    [Fact]
    public async Task AnInputOfAUnionHoldsItsCase()
    {
        InputUnion<string, int> union = 5;

        Assert.Equal("System.Int32: 5", await Text.OfAsync(union.ToOutput()));
        Assert.Equal("5", await Text.OfAsync(union.ToOutput().Apply(either => either.Value)));
    }

    [Fact]
    public async Task NoInputAtAllCountsAsTheDefaultWhereItIsAskedByAMethod()
    {
        Input<string> ofNull = (string)null!;
        Input<string>? none = null;

        Assert.Equal("null", await Text.OfAsync(ofNull.ToOutput()));
        Assert.Equal("null", await Text.OfAsync(none.ToOutput()));
        Assert.Equal("'none'", await Text.OfAsync(none.Apply(text => text ?? "none")));
    }

    [Fact]
    public void NoInputAtAllCannotBeConverted()
    {
        Assert.Throws<NullReferenceException>(() => (Output<string>)((Input<string>?)null)!);
        Assert.Equal("outputValue", Assert.Throws<ArgumentNullException>(() => (Input<string>)((Output<string>?)null)!).ParamName);
    }
}
