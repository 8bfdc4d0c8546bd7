using System.Collections.Immutable;
using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Inputs;

/// <summary>How lists, maps and args inside args arrive at the mocks.</summary>
public sealed class CollectionInputTests
{
    [Fact]
    public async Task EveryKindOfListAndMapArrivesAsOneKind() =>
        Assert.Equal(
            "{array: [1.0, 2.0], list: ['a', 'b'], listOfLists: [['x'], []], map: {A: 'w', k: 'v'}, nestedList: [{port: 1.0}, "
                + "{port: 2.0}], nestedMap: {one: {port: 3.0}}, "
                + "plainList: ['p'], plainMap: {k: 'v'}, typedMap: {k: 1.0}}",
            await Mocks.InputsOf(
                new Collections
                {
                    List = { "a", "b" },
                    Map = { ["k"] = "v", ["A"] = "w" },
                    NestedList = new[]
                    {
                        new NestedArgs { Port = 1 },
                        new NestedArgs { Port = 2 },
                    },
                    NestedMap = new InputMap<NestedArgs> { ["one"] = new NestedArgs { Port = 3 } },
                    ListOfLists = new[] { ImmutableArray.Create("x"), [] },
                    Array = ImmutableArray.Create(1, 2),
                    TypedMap = ImmutableDictionary<string, int>.Empty.Add("k", 1),
                    PlainList = ["p"],
                    PlainMap = new() { ["k"] = "v" },
                }
            )
        );

    [Fact]
    public async Task ANullInAListStaysAndOneInAMapIsDropped() =>
        Assert.Equal(
            "{list: ['a', null], map: {kept: 'v'}}",
            await Mocks.InputsOf(
                new Collections
                {
                    List = { "a", Output.Create((string)null!) },
                    Map = { ["null"] = Output.Create((string)null!), ["kept"] = "v" },
                }
            )
        );

    [Fact]
    public async Task AnEmptyCollectionArrivesAndAnUntouchedOneDoesNot()
    {
        Assert.Equal("{}", await Mocks.InputsOf(new Collections()));
        Assert.Equal(
            "{array: [], list: [], map: {}, nestedList: [], plainList: [], plainMap: {}, typedMap: {}}",
            await Mocks.InputsOf(
                new Collections
                {
                    List = [],
                    Map = [],
                    NestedList = [],
                    Array = ImmutableArray<int>.Empty,
                    TypedMap = ImmutableDictionary<string, int>.Empty,
                    PlainList = [],
                    PlainMap = [],
                }
            )
        );
        Assert.Equal("{array: []}", await Mocks.InputsOf(new Collections { Array = default(ImmutableArray<int>) }));
    }

    [Fact]
    public async Task ACollectionThatWasMerelyLookedAtArrivesEmpty()
    {
        var args = new Collections();
        Assert.NotNull(args.List);
        Assert.NotNull(args.Map);

        Assert.Equal("{list: [], map: {}}", await Mocks.InputsOf(args));
    }

    [Fact]
    public async Task ArgsInsideArgsArriveByTheirWireNamesOnEveryLevel()
    {
        Assert.Equal(
            "{inner: {inner: {port: 3.0, tags: ['x']}, port: 2.0}, port: 1.0, the-name/on.the_wire: 'top'}",
            await Mocks.InputsOf(
                new NestedArgs
                {
                    Name = "top",
                    Port = 1,
                    Inner = new NestedArgs
                    {
                        Port = 2,
                        Inner = new NestedArgs { Port = 3, Tags = { "x" } },
                    },
                }
            )
        );
        Assert.Equal(
            "{own: 'derived', port: 1.0, the-name/on.the_wire: 'base'}",
            await Mocks.InputsOf(
                new DerivedArgs
                {
                    Port = 1,
                    Name = "base",
                    Own = "derived",
                }
            )
        );
    }

    [Fact]
    public async Task ArgsInsideArgsArriveEmptyWhenNothingInThemIsSet()
    {
        Assert.Equal("{nested: {}}", await Mocks.InputsOf(new OptionalArgs { Nested = new OptionalArgs() }));
        Assert.Equal(
            "{nested: {}}",
            await Mocks.InputsOf(new OptionalArgs { Nested = new OptionalArgs { Text = Output.Create((string)null!) } })
        );
    }

    [Fact]
    public async Task ArgsThatAreChangedBetweenTwoResourcesArriveChangedAtTheSecond()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            var args = new NestedArgs { Port = 1, Tags = { "a" } };
            _ = new Thing("one", args);
            args.Port = 2;
            args.Tags.Add("b");
            _ = new Thing("two", args);
        });

        Assert.Equal("{port: 2.0, tags: ['a', 'b']}", mocks.Inputs("two"));
    }

    private sealed class Collections : ResourceArgs
    {
        [Input("list")]
        private InputList<string>? _list;

        [Input("map")]
        private InputMap<string>? _map;

        public InputList<string> List
        {
            get => _list ??= [];
            set => _list = value;
        }

        public InputMap<string> Map
        {
            get => _map ??= [];
            set => _map = value;
        }

        [Input("nestedList")]
        public InputList<NestedArgs>? NestedList { get; set; }

        [Input("nestedMap")]
        public InputMap<NestedArgs>? NestedMap { get; set; }

        [Input("listOfLists")]
        public InputList<ImmutableArray<string>>? ListOfLists { get; set; }

        [Input("array")]
        public Input<ImmutableArray<int>>? Array { get; set; }

        [Input("typedMap")]
        public Input<ImmutableDictionary<string, int>>? TypedMap { get; set; }

        [Input("plainList")]
        public List<string>? PlainList { get; set; }

        [Input("plainMap")]
        public Dictionary<string, string>? PlainMap { get; set; }
    }

    private sealed class DerivedArgs : NestedArgs
    {
        [Input("own")]
        public Input<string>? Own { get; set; }
    }

    private sealed class OptionalArgs : ResourceArgs
    {
        [Input("text")]
        public Input<string>? Text { get; set; }

        [Input("nested")]
        public Input<OptionalArgs>? Nested { get; set; }
    }
}
