using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Functions;

/// <summary>Calls of provider functions.</summary>
public sealed class CallTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Fact]
    public async Task ACallGivesItsArgumentsToTheMocksAndReadsTheirAnswer()
    {
        var mocks = Answering(("address", "10.0.0.1"), ("port", 80));
        var result = await mocks.Get(() =>
            Deployment.Instance.InvokeAsync<Place>(
                "test:index:find",
                new FindArgs
                {
                    Name = "n",
                    Count = 2,
                    Tags = { "a" },
                }
            )
        );

        Assert.Equal("(Address '10.0.0.1', Port 80)", Text.Of(result));
        var call = Assert.Single(mocks.Calls);
        Assert.Equal(("test:index:find", "", "{count: 2.0, name: 'n', tags: ['a']}"), (call.Token, call.Provider, Text.OfWire(call.Args)));
    }

    [Fact]
    public async Task AnAnswerIsReadAsAClassWithDefaultsOrAsADictionary()
    {
        Assert.Equal(
            "(Port 0)",
            Text.Of(await Answering().Get(() => Deployment.Instance.InvokeAsync<Place>("test:index:find", new FindArgs { Name = "n" })))
        );
        Assert.Equal(
            "{address: '10.0.0.1', port: 80.0}",
            Text.Of(
                await Answering(("address", "10.0.0.1"), ("port", 80))
                    .Get(() => Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>("test:index:find", InvokeArgs.Empty))
            )
        );
    }

    [Fact]
    public async Task ARequiredArgumentThatIsMissingEndsTheRun() =>
        Assert.Equal(
            "System.ArgumentNullException: [Input] Sdk.Tests.Functions.CallTests+FindArgs.Name is required but was not given a "
                + "value (Parameter 'Name')",
            await RunFailure.UnhandledAsync(() =>
                Answering().Run(() => Deployment.Instance.InvokeAsync<Place>("test:index:find", new FindArgs()))
            )
        );

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task ASecretInTheAnswerMakesTheResultSecretAndOneInTheArgumentsDoesNot(bool preview)
    {
        Assert.Equal(
            "(Address 'a', Port 80)",
            await Answering(("address", "a"), ("port", 80)).See(() => Find(Output.Create("n")), preview)
        );
        Assert.Equal(
            "(Address 'a', Port 80)",
            await Answering(("address", "a"), ("port", 80)).See(() => Find(Output.CreateSecret("n")), preview)
        );
        Assert.Equal(
            "secret (Address 'a', Port 80)",
            await Answering(("address", Output.CreateSecret("a")), ("port", 80)).See(() => Find(Output.Create("n")), preview)
        );
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task WithAnUnknownArgumentTheCallIsNotMadeAndAnUnknownAnswerIsUnknown(bool preview)
    {
        var unasked = Answering(("address", "a"));
        var asked = Answering(("address", OutputUtilities.CreateUnknown("a")));

        Assert.Equal("unknown", await unasked.See(() => Find(OutputUtilities.CreateUnknown("n")), preview));
        Assert.Equal("unknown", await asked.See(() => Find(Output.Create("n")), preview));
        Assert.Empty(unasked.Calls);
        Assert.Equal("{name: 'n'}", Text.OfWire(Assert.Single(asked.Calls).Args));
    }

    [Fact]
    public async Task TheResultComesFromTheResourcesOfItsArgumentsAndOfItsDependencies() =>
        await Answering(("port", 80))
            .Run(async () =>
            {
                var thing = new Thing("thing", new ThingArgs { Text = "x" });

                Assert.Equal(["thing"], await Text.OriginsAsync(Find(thing.Text).Apply(place => place.Port)));
                var waiting = Deployment.Instance.Invoke<Place>(
                    "test:index:find",
                    new FindOutputArgs { Name = "n" },
                    new InvokeOutputOptions { DependsOn = { thing } }
                );
                Assert.Equal(["thing"], await Text.OriginsAsync(waiting.Apply(place => place.Port)));
            });

    private static Output<Place> Find(Output<string> name) =>
        Deployment.Instance.Invoke<Place>("test:index:find", new FindOutputArgs { Name = name });

    private static Mocks Answering(params (string Key, object? Value)[] answer) => new() { AnswerCall = args => Mocks.Map(answer) };

    private sealed class FindArgs : InvokeArgs
    {
        [Input("tags")]
        private List<string>? _tags;

        [Input("name", required: true)]
        public string Name { get; set; } = null!;

        [Input("count")]
        public int? Count { get; set; }

        public List<string> Tags
        {
            get => _tags ??= [];
            set => _tags = value;
        }
    }

    private sealed class FindOutputArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;
    }

    [OutputType]
    private sealed class Place
    {
        public readonly string Address;
        public readonly int Port;

        [OutputConstructor]
        private Place(string address, int port) => (Address, Port) = (address, port);
    }
}
