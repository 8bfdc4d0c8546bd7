using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Failures;

/// <summary>Required inputs that were never given.</summary>
public sealed class RequiredInputTests
{
    private const string Required =
        "System.ArgumentNullException: [Input] Sdk.Tests.Failures.RequiredInputTests+RequiringArgs.Text is required but was not "
        + "given a value (Parameter 'Text')";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AMissingOneEndsTheRunAndIsNamed(bool preview)
    {
        Assert.Equal(
            Required,
            await RunFailure.UnhandledAsync(() => new Mocks().Run(() => _ = new Thing("thing", new RequiringArgs()), preview))
        );
        Assert.Equal(
            Required,
            await RunFailure.UnhandledAsync(() => new Mocks().Run(() => _ = new Crate("crate", new RequiringArgs()), preview))
        );
    }

    [Fact]
    public async Task AMissingOneInsideIsNamedAfterTheInputThatItIsIn()
    {
        const string Inner = "[Input] Sdk.Tests.Programs.NestedArgs.Port is required but was not given a value (Parameter 'Port')";
        Assert.Equal(
            $"System.InvalidOperationException: error serializing property \"inner\": {Inner}\n ---> System.ArgumentNullException: {Inner}",
            await RunFailure.UnhandledAsync(() =>
                Mocks.InputsOf(
                    new RequiringArgs
                    {
                        Text = "x",
                        Names = { "a" },
                        Inner = new NestedArgs(),
                    }
                )
            )
        );
        Assert.Equal(
            $"System.InvalidOperationException: error serializing property \"list\": {Inner}\n ---> System.ArgumentNullException: {Inner}",
            await RunFailure.UnhandledAsync(() =>
                Mocks.InputsOf(
                    new RequiringArgs
                    {
                        Text = "x",
                        Names = { "a" },
                        List = new[]
                        {
                            new NestedArgs { Port = 1 },
                            new NestedArgs(),
                        },
                    }
                )
            )
        );
    }

    [Fact]
    public async Task AMissingListIsNamedByTheFieldBehindIt() =>
        Assert.Equal(
            "System.ArgumentNullException: [Input] Sdk.Tests.Failures.RequiredInputTests+ListArgs._names is required but was not "
                + "given a value (Parameter '_names')",
            await RunFailure.UnhandledAsync(() => Mocks.InputsOf(new ListArgs()))
        );

    [Fact]
    public async Task AnEmptyListAndAnOutputOfNullCountAsGiven()
    {
        Assert.Equal("{names: []}", await Mocks.InputsOf(new ListArgs { Names = [] }));
        Assert.Equal("{names: []}", await Mocks.InputsOf(new RequiringArgs { Text = Output.Create((string)null!), Names = [] }));
    }

    [Fact]
    public async Task TheConstructorDoesNotThrowSoThatTheProgramCannotCatchIt()
    {
        var caught = false;
        var failure = await RunFailure.OfProgramAsync(() =>
        {
            try
            {
                _ = new Thing("thing", new RequiringArgs());
            }
            catch (ArgumentNullException)
            {
                caught = true;
            }
        });

        Assert.Equal(Required, failure);
        Assert.False(caught);
    }

    [Fact]
    public async Task WhoeverWaitsForAnOutputOfTheResourceFailsWithTheSameText() =>
        Assert.Equal(Required, await RunFailure.UnhandledAsync(() => new Mocks().See(() => new Thing("thing", new RequiringArgs()).Text)));

    private sealed class RequiringArgs : ResourceArgs
    {
        [Input("text", required: true)]
        public Input<string> Text { get; set; } = null!;

        [Input("inner")]
        public Input<NestedArgs>? Inner { get; set; }

        [Input("list")]
        public InputList<NestedArgs>? List { get; set; }

        [Input("names")]
        private InputList<string>? _names;

        public InputList<string> Names
        {
            get => _names ??= [];
            set => _names = value;
        }
    }

    private sealed class ListArgs : ResourceArgs
    {
        [Input("names", required: true)]
        private InputList<string>? _names;

        public InputList<string> Names
        {
            get => _names ??= [];
            set => _names = value;
        }
    }
}
