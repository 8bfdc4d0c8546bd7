using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Inputs;

/// <summary>How unions and enumerations arrive at the mocks.</summary>
public sealed class UnionInputTests
{
    [Fact]
    public async Task AUnionArrivesAsTheValueInItWhicheverCaseThatIs()
    {
        Assert.Equal(
            "{intOrText: 1.0, list: ['a', 1.0], textOrInt: 's', textOrLevel: 'plain', textOrNested: 'text'}",
            await Mocks.InputsOf(
                new Unions
                {
                    TextOrInt = "s",
                    IntOrText = 1,
                    TextOrLevel = "plain",
                    TextOrNested = Union<string, NestedArgs>.FromT0("text"),
                    List = { "a", 1 },
                }
            )
        );
        Assert.Equal(
            "{intOrText: 'http', textOrInt: 2.0, textOrLevel: 'HIGH', textOrNested: {port: 1.0}}",
            await Mocks.InputsOf(
                new Unions
                {
                    TextOrInt = 2,
                    IntOrText = "http",
                    TextOrLevel = Level.High,
                    TextOrNested = Union<string, NestedArgs>.FromT1(new NestedArgs { Port = 1 }),
                }
            )
        );
    }

    [Fact]
    public async Task AUnionTakesOutputsOfItsCases() =>
        Assert.Equal(
            "{intOrText: 'http', textOrInt: 's', textOrLevel: 'HIGH'}",
            await Mocks.InputsOf(
                new Unions
                {
                    TextOrInt = Output.Create("s"),
                    IntOrText = Output.Create("http"),
                    TextOrLevel = Output.Create(Level.High),
                }
            )
        );

    [Fact]
    public async Task EnumerationsArriveAsTheTextInThemAndThoseOfTheLanguageAsNumbers()
    {
        Assert.Equal("{level: 'HIGH', order: 1.0}", await Mocks.InputsOf(new Unions { Level = Level.High, Order = Order.Second }));
        Assert.Equal("{order: 0.0}", await Mocks.InputsOf(new Unions { Order = Order.First }));
    }

    private enum Order
    {
        First,
        Second,
    }

    private sealed class Unions : ResourceArgs
    {
        [Input("list")]
        private InputList<Union<string, int>>? _list;

        [Input("textOrInt")]
        public InputUnion<string, int>? TextOrInt { get; set; }

        [Input("intOrText")]
        public InputUnion<int, string>? IntOrText { get; set; }

        [Input("textOrLevel")]
        public InputUnion<string, Level>? TextOrLevel { get; set; }

        [Input("textOrNested")]
        public Input<Union<string, NestedArgs>>? TextOrNested { get; set; }

        [Input("level")]
        public Input<Level>? Level { get; set; }

        [Input("order")]
        public Input<Order>? Order { get; set; }

        public InputList<Union<string, int>> List
        {
            get => _list ??= [];
            set => _list = value;
        }
    }
}
