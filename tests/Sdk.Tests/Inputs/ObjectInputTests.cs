using System.Collections.Immutable;
using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Inputs;

/// <summary>How trees of objects, such as the values of a chart, arrive at the mocks.</summary>
public sealed class ObjectInputTests
{
    public static TheoryData<string, object> UnsupportedValues =>
        new()
        {
            { "System.Int64", 5L },
            { "System.Single", 1.25f },
            { "System.Decimal", 1.25m },
            { "System.Byte", (byte)1 },
            { "System.UInt32", 3u },
            { "System.Char", 'c' },
            { "System.DateTime", DateTime.UnixEpoch },
            { "System.Guid", Guid.Empty },
            { "System.TimeSpan", TimeSpan.Zero },
            { "System.Uri", new Uri("https://example.com") },
            {
                "System.Collections.Generic.HashSet`1",
                new HashSet<string> { "a" }
            },
            { "System.Collections.Generic.Queue`1", new Queue<object>(["a"]) },
            { "System.ValueTuple`2", ("a", 1) },
            { "<>f__AnonymousType", new { A = 1 } },
        };

    [Fact]
    public async Task DictionariesAndListsOfAllKindsArriveAsOneKind() =>
        Assert.Equal(
            "{any: {array: [1.0, 'b'], double: 1.5, flag: true, immutable: {k: [1.0, 'z']}, int: 1.0, ints: [1.0, 2.0], "
                + "map: {empty: {}, k: 1.0}, sorted: {a: 2.0, b: 1.0}, "
                + "strings: ['a', 'b'], text: 'x', textMap: {k: 'v'}, untypedKeys: {k: 1.0}}}",
            await Mocks.InputsOf(
                new ThingArgs
                {
                    Any = new Dictionary<string, object>
                    {
                        ["text"] = "x",
                        ["int"] = 1,
                        ["double"] = 1.5,
                        ["flag"] = true,
                        ["map"] = new Dictionary<string, object> { ["k"] = 1, ["empty"] = new Dictionary<string, object>() },
                        ["sorted"] = new SortedDictionary<string, object> { ["b"] = 1, ["a"] = 2 },
                        ["untypedKeys"] = new Dictionary<object, object> { ["k"] = 1 },
                        ["textMap"] = new Dictionary<string, string> { ["k"] = "v" },
                        ["array"] = new object[] { 1, "b" },
                        ["strings"] = new[] { "a", "b" },
                        ["ints"] = new List<int> { 1, 2 },
                        ["immutable"] = ImmutableDictionary<string, object>.Empty.Add("k", ImmutableArray.Create<object>(1, "z")),
                    },
                }
            )
        );

    [Fact]
    public async Task ANullInADictionaryDropsItsKeyAndOneInAListStays() =>
        Assert.Equal(
            "{any: {list: [1.0, false, null, {}, []]}}",
            await Mocks.InputsOf(
                new ThingArgs
                {
                    Any = new Dictionary<string, object>
                    {
                        ["none"] = null!,
                        ["list"] = new List<object>
                        {
                            1,
                            false,
                            null!,
                            new Dictionary<string, object> { ["none"] = null! },
                            new List<object>(),
                        },
                    },
                }
            )
        );

    [Fact]
    public async Task InputsOutputsArgsAndEnumerationsInsideArriveAsWhatTheyHold() =>
        Assert.Equal(
            "{values: {args: {port: 1.0}, day: 1.0, level: 'HIGH', list: ['c'], map: {a: 'b'}, output: 'o'}}",
            await Mocks.InputsOf(
                new ValuesArgs
                {
                    Values =
                    {
                        ["args"] = new NestedArgs { Port = 1 },
                        ["level"] = Level.High,
                        ["day"] = DayOfWeek.Monday,
                        ["list"] = new InputList<string> { "c" },
                        ["map"] = new InputMap<string> { ["a"] = "b" },
                        ["output"] = Output.Create<object>("o"),
                    },
                }
            )
        );

    [Theory]
    [MemberData(nameof(UnsupportedValues))]
    public async Task AValueOfAnotherTypeEndsTheRunAndIsNamedWithItsPlace(string type, object value)
    {
        var failure = await RunFailure.UnhandledAsync(() => Mocks.InputsOf(new ThingArgs { Any = Output.Create(value) }));

        Assert.StartsWith(
            $"System.InvalidOperationException: error serializing property \"any\": {type}",
            failure,
            StringComparison.Ordinal
        );
        Assert.Contains(
            " is not a supported argument type.\n\tresource:thing[test:index:Thing].any.id\n ---> System.InvalidOperationException: ",
            failure,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ThePlaceOfAValueGoesThroughKeysAndPositions()
    {
        Assert.Contains(
            "System.Int64 is not a supported argument type.\n\tresource:thing[test:index:Thing].any.id.k[0]",
            await RunFailure.UnhandledAsync(() =>
                Mocks.InputsOf(new ThingArgs { Any = new Dictionary<string, object> { ["k"] = new object[] { 1L } } })
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "System.Byte is not a supported argument type.\n\tresource:thing[test:index:Thing].any.id[0]",
            await RunFailure.UnhandledAsync(() => Mocks.InputsOf(new ThingArgs { Any = new byte[] { 1, 2 } })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task KeysHaveToBeTexts() =>
        Assert.Contains(
            "error serializing property \"any\": Dictionaries are only supported with string keys:\n"
                + "\tresource:thing[test:index:Thing].any.id",
            await RunFailure.UnhandledAsync(() => Mocks.InputsOf(new ThingArgs { Any = new Dictionary<int, string> { [1] = "x" } })),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task AnInputThatIsDeclaredOfAnotherTypeIsRefusedAsWell() =>
        Assert.StartsWith(
            "System.InvalidOperationException: error serializing property \"date\": System.DateTime is not a supported argument type.\n"
                + "\tresource:thing[test:index:Thing].date.id",
            await RunFailure.UnhandledAsync(() => Mocks.InputsOf(new DatedArgs { Date = DateTime.UnixEpoch })),
            StringComparison.Ordinal
        );

    private sealed class ValuesArgs : ResourceArgs
    {
        [Input("values")]
        private InputMap<object>? _values;

        public InputMap<object> Values
        {
            get => _values ??= [];
            set => _values = value;
        }
    }

    private sealed class DatedArgs : ResourceArgs
    {
        [Input("date")]
        public Input<DateTime>? Date { get; set; }
    }
}
