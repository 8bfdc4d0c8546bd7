using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Stacks;

/// <summary>Stack classes, their outputs, and stacks inside other programs.</summary>
public sealed class StackTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task AStackIsReturnedWithItsResourcesAndIsNotAskedFor(bool preview)
    {
        var mocks = new Mocks();
        var resources = await Deployment.TestAsync<Reporting>(mocks, Mocks.Named(preview));

        var stack = Assert.Single(resources.OfType<Reporting>());
        Assert.Equal(2, resources.Length);
        Assert.Equal(["thing"], mocks.Asked.Select(asked => asked.Name));
        Assert.Equal(("pulumi:pulumi:Stack", "proj-dev"), (stack.GetResourceType(), stack.GetResourceName()));
        Assert.Equal("'urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev'", await Text.OfAsync(stack.Urn));
        Assert.Equal(["proj-dev"], await Text.OriginsAsync(stack.Urn));
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task AStackRegistersItsPublicMarkedOutputs(bool preview)
    {
        var mocks = new Mocks();
        var stack = (await Deployment.TestAsync<Reporting>(mocks, Mocks.Named(preview))).OfType<Reporting>().Single();

        var registered = Assert.Single(mocks.Outputs).Outputs;
        Assert.Equal(["Secret", "Text", "Unknown", "renamed"], registered.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("'x'", await Text.OfAsync(registered["Text"]));
        Assert.Equal("secret 1.0", await Text.OfAsync(registered["Secret"]));
        Assert.Equal("unknown", await Text.OfAsync(registered["Unknown"]));
        Assert.Equal("'r'", await Text.OfAsync(registered["renamed"]));
        Assert.Equal("'x'", await Text.OfAsync(stack.Text));
        Assert.Equal("secret 1", await Text.OfAsync(stack.Secret));
        Assert.Equal("unknown", await Text.OfAsync(stack.Unknown));
    }

    [Fact]
    public async Task OutputsHaveToBeOutputsAndAssigned()
    {
        Assert.Equal(
            "Output(s) 'Text' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.",
            await RunFailure.OfAsync(() => Deployment.TestAsync<Unassigned>(new Mocks(), Mocks.Named()))
        );
        Assert.Equal(
            "Output(s) 'Text' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            await RunFailure.OfAsync(() => Deployment.TestAsync<WrongType>(new Mocks(), Mocks.Named()))
        );
        Assert.Single(await Deployment.TestAsync<OfNull>(new Mocks(), Mocks.Named()));
    }

    [Fact]
    public async Task AResourceWithoutAParentIsOneOfTheStack()
    {
        var resources = await Deployment.TestAsync<Parent>(new Mocks(), Mocks.Named());

        Assert.Equal(
            [
                "urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Thing::top",
                "urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Thing::under",
            ],
            await Task.WhenAll(resources.OfType<Thing>().Select(thing => OutputUtilities.GetValueAsync(thing.Urn)))
        );
    }

    [Fact]
    public async Task AStackThatAProgramMakesIsTheParentOfWhatFollows()
    {
        var seen = new List<string>();
        var mocks = new Mocks();
        var resources = await mocks.Run(() =>
        {
            _ = new Thing("before");
            _ = new Seeing(seen);
            _ = new Thing("after");
        });

        Assert.Equal(["proj-dev", "after"], seen);
        Assert.Equal(["before", "after"], mocks.Asked.Select(asked => asked.Name));
        Assert.Single(resources.OfType<Seeing>());
        Assert.Equal(3, resources.Length);
    }

    [Fact]
    public async Task AStackMayComeFromAServiceProvider()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<Parent>(new Mocks(), new Services(), Mocks.Named());

        Assert.Single(resources.OfType<Parent>());
    }

    private sealed class Reporting : Stack
    {
        public Reporting() => Text = new Thing("thing", new ThingArgs { Text = "x" }).Text;

        [Output]
        public Output<string> Text { get; private set; }

        [Output]
        public Output<int> Secret { get; private set; } = Output.CreateSecret(1);

        [Output]
        public Output<string> Unknown { get; private set; } = OutputUtilities.CreateUnknown("u");

        [Output("renamed")]
        public Output<string> Renamed { get; private set; } = Output.Create("r");

        public Output<string> Unmarked { get; } = Output.Create("u");

        [Output]
        private Output<string> Private { get; set; } = Output.Create("p");
    }

    private sealed class Unassigned : Stack
    {
        [Output]
        public Output<string> Text { get; private set; } = null!;
    }

    private sealed class WrongType : Stack
    {
        [Output]
        public string Text { get; private set; } = "plain";
    }

    private sealed class OfNull : Stack
    {
        [Output]
        public Output<string?> Text { get; private set; } = Output.Create((string?)null);
    }

    private sealed class Parent : Stack
    {
        public Parent()
        {
            _ = new Thing("top");
            _ = new Thing("under", null, new() { Parent = this });
        }
    }

    private sealed class Seeing(List<string> seen)
        : Stack(
            new StackOptions
            {
                ResourceTransformations =
                {
                    args =>
                    {
                        seen.Add(args.Resource.GetResourceName());
                        return null;
                    },
                },
            }
        );

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Parent) ? new Parent() : null;
    }
}
