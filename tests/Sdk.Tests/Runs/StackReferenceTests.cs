using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Sdk.Tests.Runs;

/// <summary>References to other stacks, as the recordings of topic "invokes" have them.</summary>
public sealed class StackReferenceTests
{
    private static readonly ImmutableDictionary<string, object> State = ImmutableDictionary<string, object>.Empty
        .Add("name", "org/other/dev")
        .Add("outputs", Output.CreateSecret(ImmutableDictionary<string, object>.Empty.Add("text", "x").Add("token", "s")))
        .Add("secretOutputNames", ImmutableArray.Create("token"));

    /// <summary>What a program reads from the stack above, answered at once or later.</summary>
    private static async Task<T> Read<T>(Func<StackReference, Task<T>> read, int delay = 0, ImmutableDictionary<string, object>? state = null)
    {
        T result = default!;
        var mocks = new Mocks
        {
            Answer = async args =>
            {
                await (delay == 0 ? Task.CompletedTask : Task.Delay(delay));
                return (args.Id, state ?? State);
            },
        };
        await mocks.Run(async () => result = await read(new StackReference("org/other/dev")), preview: true);
        return result;
    }

    [Fact]
    public async Task A_stack_is_read_by_its_name_which_is_the_id()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new StackReference("org/other/dev");
            _ = new StackReference("ref", new() { Name = "org/p/s" }, new() { Id = "ignored" });
        });

        Assert.Equal("pulumi:pulumi:StackReference", mocks["ref"].Type);
        Assert.Equal(("org/p/s", "org/p/s"), (mocks["ref"].Id, mocks["ref"].Inputs["name"]));
        Assert.Equal(("org/other/dev", "org/other/dev"), (mocks["org/other/dev"].Id, mocks["org/other/dev"].Inputs["name"]));
    }

    [Theory]
    [InlineData("text", "x", null, 0)]
    [InlineData("token", null, "s", 0)]
    [InlineData("nope", null, null, 0)]
    [InlineData("text", "x", null, 20)]
    [InlineData("token", null, "s", 20)]
    [InlineData("nope", null, null, 20)]
    public async Task Details_tell_plain_from_secret_and_leave_out_what_is_missing(string name, string? plain, string? secret, int delay)
    {
        var details = await Read(stack => stack.GetOutputDetailsAsync(name), delay);

        Assert.Equal((plain, secret), (details.Value, details.SecretValue));
    }

    [Fact]
    public async Task Only_the_listed_outputs_are_secret()
    {
        Assert.True(await Read(stack => Output.IsSecretAsync(stack.Outputs)));
        Assert.False(await Read(stack => Output.IsSecretAsync(stack.GetOutput("text"))));
        Assert.True(await Read(stack => Output.IsSecretAsync(stack.RequireOutput("token"))));
    }

    [Fact]
    public async Task Nothing_is_known_of_a_stack_whose_outputs_are_not()
    {
        var nothing = ImmutableDictionary<string, object>.Empty;

        Assert.False(await Read(stack => OutputUtilities.GetIsKnownAsync(stack.RequireOutput("text")), state: nothing));
        Assert.Null(await Read(stack => stack.GetValueAsync("text"), state: nothing));
    }

    [Fact]
    public async Task Plain_values_are_given_and_secret_ones_refused()
    {
        Assert.Equal("x", await Read(stack => stack.GetValueAsync("text")));
        Assert.Equal("x", await Read(stack => stack.RequireValueAsync("text")));
        var get = await Read(stack => Assert.ThrowsAsync<InvalidOperationException>(() => stack.GetValueAsync("token")));
        var require = await Read(stack => Assert.ThrowsAsync<InvalidOperationException>(() => stack.RequireValueAsync("token")));

        Assert.Equal("Cannot call 'GetOutputValueAsync' if the referenced stack has secret outputs. Use 'GetOutput' instead.", get.Message);
        Assert.Equal("Cannot call 'RequireOutputValueAsync' if the referenced stack has secret outputs. Use 'RequireOutput' instead.", require.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task An_output_that_is_required_and_missing_ends_the_run(int delay)
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Read(stack => Task.FromResult(stack.RequireOutput("nope")), delay));

        Assert.Contains("Required output 'nope' does not exist on stack 'org/other/dev'.", failure.Message, StringComparison.Ordinal);
    }
}
