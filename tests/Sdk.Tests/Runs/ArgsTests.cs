using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Sdk.Tests.Runs;

/// <summary>How args arrive at the mocks, as the recordings of topic "args" have it.</summary>
public sealed class ArgsTests
{
    [Fact]
    public async Task Numbers_arrive_as_double_and_nested_args_by_their_wire_names()
    {
        var inputs = await Mocks.InputsOf(new ThingArgs { Text = "x", Count = 7, Nested = new NestedArgs { Port = 80, Name = "http" } });

        Assert.Equal("x", inputs["text"]);
        Assert.Equal(7.0, inputs["count"]);
        var nested = Assert.IsType<ImmutableDictionary<string, object>>(inputs["nested"]);
        Assert.Equal(80.0, nested["port"]);
        Assert.Equal("http", nested["name"]);
        Assert.Equal(3, inputs.Count);
    }

    [Fact]
    public async Task Secrets_arrive_plain()
        => Assert.Equal("hush", (await Mocks.InputsOf(new ThingArgs { Text = Output.CreateSecret("hush") }))["text"]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unknown_value_takes_its_whole_top_level_input_with_it(bool preview)
    {
        var inputs = await Mocks.InputsOf(
            new ThingArgs
            {
                Text = "known",
                Nested = new NestedArgs { Port = 1, Name = OutputUtilities.CreateUnknown("u") },
                Names = { "a", OutputUtilities.CreateUnknown("u") },
                Any = new Dictionary<string, object> { ["k"] = 1, ["u"] = OutputUtilities.CreateUnknown("u") },
            },
            preview);

        Assert.Equal(["text"], inputs.Keys);
    }

    [Fact]
    public async Task Nulls_are_dropped_from_maps_and_kept_in_lists()
    {
        var inputs = await Mocks.InputsOf(new ThingArgs
        {
            Text = Output.Create((string)null!),
            Any = new Dictionary<string, object> { ["none"] = null!, ["list"] = new object[] { 1, null! } },
            Names = { "a", Output.Create((string)null!) },
        });

        Assert.DoesNotContain("text", inputs.Keys);
        var any = Assert.IsType<ImmutableDictionary<string, object>>(inputs["any"]);
        Assert.Equal(["list"], any.Keys);
        Assert.True(Assert.IsType<ImmutableArray<object>>(any["list"]) is [1.0, null]);
        Assert.True(Assert.IsType<ImmutableArray<object>>(inputs["names"]) is ["a", null]);
    }

    [Fact]
    public async Task A_collection_that_was_merely_touched_arrives_empty()
    {
        var args = new ThingArgs();
        _ = args.Names;

        var inputs = await Mocks.InputsOf(args);

        Assert.Equal(["names"], inputs.Keys);
        Assert.Empty(Assert.IsType<ImmutableArray<object>>(inputs["names"]));
    }

    [Fact]
    public async Task A_json_input_arrives_as_text_with_sorted_keys()
        => Assert.Equal("""{ "name": "n", "port": 1 }""", (await Mocks.InputsOf(new ThingArgs { Settings = new NestedArgs { Port = 1, Name = "n" } }))["settings"]);

    [Fact]
    public async Task A_missing_required_input_ends_the_run_and_is_named()
    {
        var e = await Assert.ThrowsAsync<RunException>(() => Mocks.InputsOf(new ThingArgs { Nested = new NestedArgs() }));

        Assert.Contains("error serializing property \"nested\": [Input] Sdk.Tests.Runs.NestedArgs.Port is required but was not given a value", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_an_unsupported_type_ends_the_run_and_its_place_is_named()
    {
        var e = await Assert.ThrowsAsync<RunException>(() => Mocks.InputsOf(new ThingArgs { Any = new Dictionary<string, object> { ["k"] = new object[] { 1L } } }));

        Assert.Contains("System.Int64 is not a supported argument type.\n\tresource:thing[test:index:Thing].any.id.k[0]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_given_twice_fails_when_the_map_is_read()
    {
        var labels = new InputMap<string> { { "a", "1" }, { "a", "2" } };

        var e = await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync(labels.ToOutput()));

        Assert.Equal("Key 'a' already exists in the map with a different value.", e.Message);
    }

    [Fact]
    public async Task An_output_that_comes_late_is_waited_for()
        => Assert.Equal("late", (await Mocks.InputsOf(new ThingArgs { Text = Output.Create(Later()) }))["text"]);

    private static async Task<string> Later()
    {
        await Task.Delay(20);
        return "late";
    }
}
