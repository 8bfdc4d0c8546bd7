using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Functions;

/// <summary>References to other stacks.</summary>
public sealed class StackReferenceTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task AStackIsReadByItsNameWhichIsTheId(bool preview)
    {
        var mocks = new Mocks();
        await mocks.Run(
            () =>
            {
                _ = new StackReference("org/other/dev");
                _ = new StackReference("ref", new() { Name = "org/p/s" }, new() { Id = "ignored" });
            },
            preview
        );

        Assert.All(mocks.Asked, asked => Assert.Equal(("pulumi:pulumi:StackReference", ""), (asked.Type, asked.Provider)));
        Assert.Equal(("org/other/dev", "{name: 'org/other/dev'}"), (mocks["org/other/dev"].Id, mocks.Inputs("org/other/dev")));
        Assert.Equal(("org/p/s", "{name: 'org/p/s'}"), (mocks["ref"].Id, mocks.Inputs("ref")));
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task OutputsAreGivenByNameAndAMissingOneIsNull(bool preview) =>
        await Other()
            .Run(
                async () =>
                {
                    var stack = new StackReference("org/other/dev");
                    Assert.Equal("'x'", await Text.OfAsync(stack.GetOutput("text")));
                    Assert.Equal("3.0", await Text.OfAsync(stack.GetOutput("number")));
                    Assert.Equal("['a']", await Text.OfAsync(stack.GetOutput("list")));
                    Assert.Equal("null", await Text.OfAsync(stack.GetOutput("nope")));
                    Assert.Equal("'x'", await Text.OfAsync(stack.RequireOutput("text")));
                    Assert.Equal("'org/other/dev'", await Text.OfAsync(stack.Name));
                    Assert.Equal("['token']", await Text.OfAsync(stack.SecretOutputNames));
                    Assert.Equal(["org/other/dev"], await Text.OriginsAsync(stack.GetOutput("text")));
                },
                preview
            );

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task OnlyTheListedOutputsAreSecretWhateverTheOutputsAreAsAWhole(bool preview) =>
        await Other(Output.CreateSecret("s"))
            .Run(
                async () =>
                {
                    var stack = new StackReference("org/other/dev");
                    Assert.True(await Output.IsSecretAsync(stack.Outputs));
                    Assert.Equal("secret 's'", await Text.OfAsync(stack.GetOutput("token")));
                    Assert.Equal("secret 's'", await Text.OfAsync(stack.RequireOutput("token")));
                    Assert.Equal("'x'", await Text.OfAsync(stack.GetOutput("text")));
                },
                preview
            );

    [Theory]
    [InlineData("text", "'x'", "null", 0)]
    [InlineData("token", "null", "'s'", 0)]
    [InlineData("nope", "null", "null", 0)]
    [InlineData("text", "'x'", "null", 20)]
    [InlineData("token", "null", "'s'", 20)]
    [InlineData("nope", "null", "null", 20)]
    public async Task DetailsTellPlainFromSecretAndLeaveOutWhatIsMissing(string name, string plain, string secret, int delay)
    {
        var details = await Other(delay: delay).Get(() => new StackReference("org/other/dev").GetOutputDetailsAsync(name));

        Assert.Equal((plain, secret), (Text.Of(details.Value), Text.Of(details.SecretValue)));
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task PlainValuesAreGivenAndSecretOnesRefused(bool preview) =>
        await Other()
            .Run(
                async () =>
                {
                    var stack = new StackReference("org/other/dev");
                    Assert.Equal("x", await stack.GetValueAsync("text"));
                    Assert.Equal("x", await stack.RequireValueAsync("text"));
                    Assert.Null(await stack.GetValueAsync("nope"));
                    Assert.Equal(
                        "Cannot call 'GetOutputValueAsync' if the referenced stack has secret outputs. Use 'GetOutput' instead.",
                        (await Assert.ThrowsAsync<InvalidOperationException>(() => stack.GetValueAsync("token"))).Message
                    );
                    Assert.Equal(
                        "Cannot call 'RequireOutputValueAsync' if the referenced stack has secret outputs. Use 'RequireOutput' instead.",
                        (await Assert.ThrowsAsync<InvalidOperationException>(() => stack.RequireValueAsync("token"))).Message
                    );
                },
                preview
            );

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 20)]
    public async Task AnOutputThatIsRequiredAndMissingEndsTheRunAndNamesTheStack(bool preview, int delay)
    {
        var failures = await RunFailure.AllOfAsync(() =>
            Other(delay: delay).Run(() => _ = new StackReference("ref", new() { Name = "org/other/dev" }).RequireOutput("nope"), preview)
        );

        Assert.Contains(
            "System.Collections.Generic.KeyNotFoundException: Required output 'nope' does not exist on stack 'org/other/dev'.",
            failures[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task NothingIsKnownOfAStackWhoseOutputsAreNot() =>
        await Mocks
            .Giving()
            .Run(
                async () =>
                {
                    var stack = new StackReference("org/other/dev");
                    Assert.Equal("unknown", await Text.OfAsync(stack.RequireOutput("text")));
                    Assert.Null(await stack.GetValueAsync("text"));
                },
                preview: true
            );

    /// <summary>Mocks that know another stack.</summary>
    private static Mocks Other(object? token = null, int delay = 0) =>
        new()
        {
            Answer = async args =>
            {
                await (delay == 0 ? Task.CompletedTask : Task.Delay(delay));
                return (
                    args.Name + "-id",
                    Mocks.Map(
                        ("name", "org/other/dev"),
                        ("outputs", Mocks.Map(("text", "x"), ("number", 3), ("token", token ?? "s"), ("list", new object[] { "a" }))),
                        ("secretOutputNames", new object[] { "token" })
                    )
                );
            },
        };
}
