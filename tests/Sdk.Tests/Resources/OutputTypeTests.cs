using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Resources;

/// <summary>Outputs of the kinds that generated packages declare.</summary>
public sealed class OutputTypeTests
{
    [Fact]
    public async Task EveryKindOfOutputIsFilled()
    {
        var detail = Mocks.Map(("name", "n"), ("size", 2), ("tags", new[] { "a" }), ("inner", Mocks.Map(("name", "i"))), ("unheard-of", 1));
        await Mocks
            .Giving(
                ("detail", detail),
                ("details", new object[] { detail, Mocks.Map() }),
                ("level", "HIGH"),
                ("day", 1),
                ("either", "text"),
                ("json", Mocks.Map(("a", 1))),
                ("perhaps", 4),
                ("map", Mocks.Map(("i", 1), ("l", new object[] { true }))),
                ("objects", new object[] { 1, "a" }),
                ("ByName", "by name")
            )
            .Run(async () =>
            {
                var rich = new Rich("rich");
                const string Detail = "(Inner (Name 'i', Size 0, Tags unassigned), Name 'n', Size 2, Tags ['a'])";
                Assert.Equal(Detail, await Text.OfAsync(rich.Detail));
                Assert.Equal($"[{Detail}, (Size 0, Tags unassigned)]", await Text.OfAsync(rich.Details));
                Assert.Equal("HIGH", await Text.OfAsync(rich.Level));
                Assert.Equal("Monday", await Text.OfAsync(rich.Day));
                Assert.Equal("System.String: text", await Text.OfAsync(rich.Either));
                Assert.Equal("""{"a":1}""", await Text.OfAsync(rich.Json));
                Assert.Equal("4", await Text.OfAsync(rich.Perhaps));
                Assert.Equal("{i: 1.0, l: [true]}", await Text.OfAsync(rich.Map));
                Assert.Equal("[1.0, 'a']", await Text.OfAsync(rich.Objects));
                Assert.Equal("'by name'", await Text.OfAsync(rich.ByName));
                Assert.Null(rich.Unmarked);
            });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryKindOfOutputHasADefaultWhichIsUnknownInAPreview(bool preview) =>
        await Mocks
            .Giving()
            .Run(
                async () =>
                {
                    var rich = new Rich("rich");
                    Assert.Equal(Expected("null"), await Text.OfAsync(rich.Detail));
                    Assert.Equal(Expected("unassigned"), await Text.OfAsync(rich.Details));
                    Assert.Equal(Expected(""), await Text.OfAsync(rich.Level));
                    Assert.Equal(Expected("Sunday"), await Text.OfAsync(rich.Day));
                    Assert.Equal(Expected("System.Int32: 0"), await Text.OfAsync(rich.Either));
                    Assert.Equal(Expected("undefined"), await Text.OfAsync(rich.Json));
                    Assert.Equal(Expected("null"), await Text.OfAsync(rich.Perhaps));
                    Assert.Equal(Expected("null"), await Text.OfAsync(rich.Map));
                    Assert.Equal(Expected("unassigned"), await Text.OfAsync(rich.Objects));
                    Assert.Equal(Expected("null"), await Text.OfAsync(rich.ByName));
                    Assert.Null(rich.Unmarked);

                    string Expected(string known) => preview ? "unknown" : known;
                },
                preview
            );

    [Fact]
    public async Task WrongValuesReadAsDefaultsInsideAndOutside()
    {
        Assert.Equal("null", await Mocks.Giving(("detail", "text")).See(() => new Rich("rich").Detail));
        Assert.Equal(
            "(Size 0, Tags unassigned)",
            await Mocks.Giving(("detail", Mocks.Map(("name", 1)))).See(() => new Rich("rich").Detail)
        );
        Assert.Equal("System.Int32: 0", await Mocks.Giving(("either", true)).See(() => new Rich("rich").Either));
    }

    [OutputType]
    private sealed class DetailOutput
    {
        public readonly string Name;
        public readonly int Size;
        public readonly ImmutableArray<string> Tags;
        public readonly DetailOutput? Inner;

        [OutputConstructor]
        private DetailOutput(string name, int size, ImmutableArray<string> tags, DetailOutput? inner) =>
            (Name, Size, Tags, Inner) = (name, size, tags, inner);
    }

    private sealed class Rich(string name) : CustomResource("test:index:Rich", name, null, null)
    {
        [Output("detail")]
        public Output<DetailOutput> Detail { get; private set; } = null!;

        [Output("details")]
        public Output<ImmutableArray<DetailOutput>> Details { get; private set; } = null!;

        [Output("level")]
        public Output<Level> Level { get; private set; } = null!;

        [Output("day")]
        public Output<DayOfWeek> Day { get; private set; } = null!;

        [Output("either")]
        public Output<Union<int, string>> Either { get; private set; } = null!;

        [Output("json")]
        public Output<JsonElement> Json { get; private set; } = null!;

        [Output("perhaps")]
        public Output<int?> Perhaps { get; private set; } = null!;

        [Output("map")]
        public Output<ImmutableDictionary<string, object>> Map { get; private set; } = null!;

        [Output("objects")]
        public Output<ImmutableArray<object>> Objects { get; private set; } = null!;

        [Output]
        public Output<string> ByName { get; private set; } = null!;

        public Output<string>? Unmarked { get; private set; }
    }
}
