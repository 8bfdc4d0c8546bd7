using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Sdk.Tests.Runs;

/// <summary>Known, unknown and secret outputs, as the recordings of topics "outputs" and "resources" have them.</summary>
public sealed class OutputTests
{
    [Fact]
    public async Task Apply_on_an_unknown_never_runs_and_stays_unknown()
    {
        var runs = 0;
        var output = OutputUtilities.CreateUnknown(1).Apply(value => runs++);

        Assert.False(await OutputUtilities.GetIsKnownAsync(output));
        Assert.Equal(0, runs);
    }

    [Fact]
    public async Task Whatever_is_made_of_a_secret_is_secret()
    {
        var secret = Output.CreateSecret("s");

        Assert.True(await Output.IsSecretAsync(secret.Apply(text => text + "!")));
        Assert.True(await Output.IsSecretAsync(Output.Format($"{secret}!")));
        Assert.True(await Output.IsSecretAsync(Output.All(Output.Create("a"), secret)));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(Output.Create(1), secret)));
        Assert.True(await Output.IsSecretAsync(new InputList<string> { "a", secret }.ToOutput()));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task What_the_state_lacks_is_unknown_in_a_preview_and_the_default_otherwise(bool preview, bool known)
    {
        await new Mocks().Run(
            async () =>
            {
                var thing = new Thing("thing", new ThingArgs { Text = "x" });
                Assert.Equal("x", await OutputUtilities.GetValueAsync(thing.Text));
                Assert.Equal(known, await OutputUtilities.GetIsKnownAsync(thing.Count));
                Assert.Equal(0, await OutputUtilities.GetValueAsync(thing.Count));
            },
            preview);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_reads_as_the_default()
    {
        var state = ImmutableDictionary<string, object>.Empty.Add("text", 1).Add("count", 1.5).Add("names", new object[] { "a", 1 });
        await new Mocks { Answer = args => Task.FromResult<(string?, object)>(("id", state)) }.Run(async () =>
        {
            var thing = new Thing("thing");
            Assert.Null(await OutputUtilities.GetValueAsync(thing.Text));
            Assert.Equal(1, await OutputUtilities.GetValueAsync(thing.Count));
            Assert.True(await OutputUtilities.GetValueAsync(thing.Names) is ["a", null]);
        });
    }

    [Fact]
    public async Task A_secret_in_the_state_makes_the_output_secret_and_echoed_inputs_do_not()
    {
        var state = ImmutableDictionary<string, object>.Empty.Add("text", Output.CreateSecret("s"));
        await new Mocks { Answer = args => Task.FromResult<(string?, object)>(("id", args.Name == "state" ? state : args.Inputs)) }.Run(async () =>
        {
            Assert.True(await Output.IsSecretAsync(new Thing("state").Text));
            Assert.False(await Output.IsSecretAsync(new Thing("echo", new ThingArgs { Text = Output.CreateSecret("s") }).Text));
        });
    }

    [Fact]
    public async Task Outputs_remember_the_resources_they_come_from()
        => await new Mocks().Run(async () =>
        {
            var first = new Thing("first", new ThingArgs { Text = "x" });
            var second = new Thing("second", new ThingArgs { Text = first.Text });

            var both = await OutputUtilities.GetDependenciesAsync(Output.Format($"{first.Text}{second.Id}"));
            Assert.Equal(new Resource[] { first, second }.ToHashSet(), both.ToHashSet());
            Assert.Equal([second], await OutputUtilities.GetDependenciesAsync(second.Text));
        });

    [Fact]
    public async Task The_run_waits_for_every_callback_and_ends_with_its_failure()
    {
        var e = await Assert.ThrowsAsync<RunException>(() => new Mocks().Run(() => Output.Create(1).Apply(async value =>
        {
            await Task.Delay(20);
            throw new InvalidOperationException("too late?");
        })));

        Assert.Contains("System.InvalidOperationException: too late?", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_an_output_is_advice_and_never_its_value()
    {
        var text = "";
        await new Mocks().Run(() => text = $"{Output.CreateSecret("hush")}");

        Assert.DoesNotContain("hush", text, StringComparison.Ordinal);
        Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", text, StringComparison.Ordinal);
    }
}
