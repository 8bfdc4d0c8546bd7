using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Resources;

/// <summary>Outputs of components.</summary>
public sealed class ComponentTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task RegisterOutputsRegistersTheMarkedPropertiesThatAreAssigned(bool preview) =>
        Assert.Equal("{first: '1', second: secret '2'}", await Registered(component => component.Register(), preview));

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task RegisterOutputsRegistersWhatItIsGivenWithoutNulls(bool preview)
    {
        Assert.Equal(
            "{list: ['a'], plain: 3.0, second: secret '2', unknown: unknown}",
            await Registered(
                component =>
                    component.Register(
                        new Dictionary<string, object?>
                        {
                            ["second"] = component.Second,
                            ["plain"] = 3,
                            ["none"] = null,
                            ["list"] = new[] { "a" },
                            ["unknown"] = OutputUtilities.CreateUnknown("u"),
                        }
                    ),
                preview
            )
        );
        Assert.Equal("{o: 1.0}", await Registered(component => component.Register(Output.Create(One("o"))), preview));
        Assert.Equal("{t: 1.0}", await Registered(component => component.Register(Task.FromResult(One("t"))), preview));

        static IDictionary<string, object?> One(string name) => new Dictionary<string, object?> { [name] = 1 };
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task AComponentThatRegistersNoneRegistersNone(bool preview) =>
        Assert.Equal("none", await Registered(component => { }, preview));

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task TheStackRegistersItsOutputsEvenIfItHasNone(bool preview)
    {
        var mocks = new Mocks();
        await mocks.Run(() => { }, preview);

        var registered = Assert.Single(mocks.Outputs);
        Assert.Equal("urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev", registered.Urn);
        Assert.Empty(registered.Outputs);
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task AnOutputOfAComponentIsWhatIsAssignedAndNullBefore(bool preview) =>
        await new Mocks().Run(
            async () =>
            {
                var component = new Reporting("component");
                Assert.Null(component.FirstBeforeItIsAssigned);
                Assert.Null(component.Never);
                Assert.Equal("'1'", await Text.OfAsync(component.First));
                Assert.Equal("secret '2'", await Text.OfAsync(component.Second));
                Assert.Equal(
                    "'urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Reporting::component'",
                    await Text.OfAsync(component.Urn)
                );
                Assert.Equal(["component"], await Text.OriginsAsync(component.Urn));
            },
            preview
        );

    [Fact]
    public async Task TheStateThatMocksGiveToAComponentIsIgnored() =>
        await Mocks.Giving(("never", "from the mocks")).Run(() => Assert.Null(new Reporting("component").Never));

    [Fact]
    public async Task ARemoteComponentTakesItsOutputsFromTheMocks()
    {
        var mocks = Mocks.Giving(("address", "10.0.0.1"));

        Assert.Equal("'10.0.0.1'", await mocks.See(() => new Remote("remote", new ThingArgs { Text = "t" }).Address));
        Assert.Equal("{text: 't'}", mocks.Inputs("remote"));
        Assert.Equal("", mocks["remote"].Id);
    }

    /// <summary>The outputs that a component registers.</summary>
    private static async Task<string> Registered(Action<Reporting> register, bool preview)
    {
        var mocks = new Mocks();
        await mocks.Run(() => register(new Reporting("component")), preview);
        const string Urn = "urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Reporting::component";
        if (mocks.Outputs.SingleOrDefault(outputs => outputs.Urn == Urn) is not { } registered)
        {
            return "none";
        }

        var texts = registered
            .Outputs.OrderBy(output => output.Key, StringComparer.Ordinal)
            .Select(async output => $"{output.Key}: {await Text.OfAsync(output.Value)}");
        return "{" + string.Join(", ", await Task.WhenAll(texts)) + "}";
    }

    private sealed class Reporting : ComponentResource
    {
        public Reporting(string name)
            : base("test:index:Reporting", name)
        {
            FirstBeforeItIsAssigned = First;
            First = Output.Create("1");
            Second = Output.CreateSecret("2");
        }

        [Output("first")]
        public Output<string> First { get; private set; } = null!;

        [Output("second")]
        public Output<string> Second { get; private set; }

        [Output("never")]
        public Output<string> Never { get; private set; } = null!;

        public Output<string>? FirstBeforeItIsAssigned { get; }

        public void Register() => RegisterOutputs();

        public void Register(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

        public void Register(Output<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);

        public void Register(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);
    }

    private sealed class Remote(string name, ResourceArgs args) : ComponentResource("test:index:Remote", name, args, null, remote: true)
    {
        [Output("address")]
        public Output<string> Address { get; private set; } = null!;
    }
}
