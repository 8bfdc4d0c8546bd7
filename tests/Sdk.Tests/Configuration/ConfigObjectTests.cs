using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Configuration;

/// <summary>Structured settings.</summary>
[Collection("environment")]
public sealed class ConfigObjectTests : IDisposable
{
    private readonly EnvironmentVariables _variables = new(
        (
            "PULUMI_CONFIG",
            """
            {
              "proj:lower": "{\"name\":\"n\",\"size\":2,\"tags\":[\"a\",\"b\"],\"inner\":{\"name\":\"i\"},\"map\":{\"k\":1},\"more\":1}",
              "proj:upper": "{\"Name\":\"N\",\"Size\":3}",
              "proj:list": "[\"a\",\"b\"]", "proj:numbers": "[1,2]", "proj:mixed": "{\"a\":1,\"b\":[true,null,\"s\"]}",
              "proj:quoted": "\"in quotes\"", "proj:int": "42", "proj:true": "true",
              "proj:null": "null", "proj:text": "x", "proj:bad": "{bad", "proj:empty": "", "proj:secret": "{\"name\":\"s\"}"
            }
            """
        )
    );

    public void Dispose() => _variables.Dispose();

    [Fact]
    public async Task NamesAreMatchedExactlyUnlessOptionsOrAttributesSayOtherwise() =>
        await new Mocks().Run(() =>
        {
            var config = new Config();
            Assert.Equal(new Named { Name = "N", Size = 3 }, config.GetObject<Named>("upper"));
            Assert.Equal(new Named(), config.GetObject<Named>("lower"));
            Assert.Equal(
                new Named { Name = "n", Size = 2 },
                config.GetObject<Named>("lower", new JsonSerializerOptions { PropertyNameCaseInsensitive = true })
            );
            Assert.Equal(new Constructed("N", 3), config.GetObject<Constructed>("upper"));
            Assert.Equal(new Constructed(null!, 0), config.GetObject<Constructed>("lower"));
            var marked = config.RequireObject<Marked>("lower")!;
            Assert.Equal(
                ("n", 2, "[a, b]", "i", 1),
                (marked.Name, marked.Size, $"[{string.Join(", ", marked.Tags!)}]", marked.Inner!.Name, marked.Map!["k"])
            );
            Assert.Equal("n", config.GetObject<Marked>("lower")!.Name);
        });

    [Fact]
    public async Task CollectionsElementsAndPlainValuesAreRead() =>
        await new Mocks().Run(() =>
        {
            var config = new Config();
            Assert.Equal(["a", "b"], config.GetObject<List<string>>("list"));
            Assert.Equal([1, 2], config.GetObject<int[]>("numbers")!);
            Assert.Equal("['a', 'b']", Text.Of(config.GetObject<ImmutableArray<string>>("list")));
            Assert.Equal("""{a: 1, b: [true,null,"s"]}""", Text.Of(config.GetObject<Dictionary<string, JsonElement>>("mixed")));
            Assert.Equal("""{a: 1, b: [true,null,"s"]}""", Text.Of(config.GetObject<Dictionary<string, object>>("mixed")));
            Assert.Equal("n", config.GetObject<JsonElement>("lower").GetProperty("name").GetString());
            Assert.Equal("in quotes", config.GetObject<string>("quoted"));
            Assert.Equal(42, config.GetObject<int>("int"));
            Assert.True(config.GetObject<bool>("true"));
        });

    [Fact]
    public async Task WhatIsNullOrMissingReadsAsTheDefault() =>
        await new Mocks().Run(() =>
        {
            var config = new Config();
            Assert.Null(config.GetObject<Named>("null"));
            Assert.Null(config.GetObject<Named>("nope"));
            Assert.Equal(0, config.GetObject<int>("nope"));
            Assert.Equal(JsonValueKind.Undefined, config.GetObject<JsonElement>("nope").ValueKind);
        });

    [Theory]
    [InlineData("text", "x")]
    [InlineData("bad", "{bad")]
    [InlineData("list", "[\"a\",\"b\"]")]
    [InlineData("empty", "")]
    public async Task WhatCannotBeReadIsNamedWithTheReasonInside(string key, string value) =>
        await new Mocks().Run(() =>
        {
            var refusal = Assert.Throws<RunException>(() => new Config().GetObject<Named>(key));
            Assert.Equal($"Configuration 'proj:{key}' value '{value}' is not a valid {typeof(Named).FullName}", refusal.Message);
            Assert.IsType<JsonException>(refusal.InnerException);
        });

    [Fact]
    public async Task ASecretGetterGivesASecretObject() =>
        await new Mocks().Run(async () =>
        {
            var config = new Config();
            Assert.Equal("secret {name: 's'}", await Text.OfAsync(config.GetSecretObject<Dictionary<string, string>>("secret")));
            Assert.Equal("secret {name: 's'}", await Text.OfAsync(config.RequireSecretObject<Dictionary<string, string>>("secret")));
            Assert.Null(config.GetSecretObject<Named>("nope"));
        });

    private sealed record Named
    {
        public string? Name { get; init; }

        public int Size { get; init; }
    }

    private sealed record Constructed(string Name, int Size);

    private sealed record Marked(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("size")] int Size,
        [property: JsonPropertyName("tags")] List<string>? Tags,
        [property: JsonPropertyName("inner")] Marked? Inner,
        [property: JsonPropertyName("map")] Dictionary<string, int>? Map
    );
}
