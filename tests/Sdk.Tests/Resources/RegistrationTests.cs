using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Resources;

/// <summary>What the mocks are asked for, and by which URNs.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task ComponentsAreAskedForLikeCustomResourcesAndTheStackIsNot()
    {
        var mocks = new Mocks();
        var resources = await mocks.Run(() =>
            _ = new Box("box", null, box => _ = new Thing("thing", new ThingArgs { Text = "x" }, new() { Parent = box }))
        );

        Assert.Equal(
            ["test:index:Box box '' {}", "test:index:Thing thing '' {text: 'x'}"],
            mocks.Asked.Select(asked => $"{asked.Type} {asked.Name} '{asked.Id}' {Text.OfWire(asked.Inputs)}")
        );
        Assert.Equal(["box", "thing"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task TheMocksAreAskedInTheOrderOfTheProgram()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
            _ = new Box(
                "box",
                null,
                box =>
                {
                    _ = new Thing("b", null, new() { Parent = box });
                    _ = new Thing("a", null, new() { Parent = box });
                }
            )
        );

        Assert.Equal(["box", "b", "a"], mocks.Asked.Select(resource => resource.Name));
    }

    [Fact]
    public async Task AUrnLeavesOutTheTypesOfTheParentsBetweenTheStackAndTheResource()
    {
        var resources = await new Mocks().Run(() =>
        {
            _ = new Thing("alone");
            _ = new PackageProvider("test", "provider");
            _ = new Box(
                "box",
                null,
                box =>
                    _ = new Crate(
                        "crate",
                        null,
                        new() { Parent = box },
                        crate =>
                        {
                            var deep = new Thing("deep", null, new() { Parent = crate });
                            _ = new Thing("under-custom", null, new() { Parent = deep });
                        }
                    )
            );
        });

        const string Stack = "urn:pulumi:dev::proj::pulumi:pulumi:Stack$";
        Assert.Equal(
            [
                $"{Stack}test:index:Thing::alone",
                $"{Stack}pulumi:providers:test::provider",
                $"{Stack}test:index:Box::box",
                $"{Stack}test:pack:Crate::crate",
                $"{Stack}test:index:Thing::deep",
                $"{Stack}test:index:Thing::under-custom",
            ],
            await Task.WhenAll(resources.Select(resource => OutputUtilities.GetValueAsync(resource.Urn)))
        );
    }

    [Fact]
    public async Task AResourceTellsItsTypeAndName() =>
        await new Mocks().Run(() =>
        {
            var thing = new Thing("thing");
            var box = new Box("box");
            var provider = new PackageProvider("test", "p");

            Assert.Equal(("test:index:Thing", "thing"), (thing.GetResourceType(), thing.GetResourceName()));
            Assert.Equal(("test:index:Box", "box"), (box.GetResourceType(), box.GetResourceName()));
            Assert.Equal(("pulumi:providers:test", "p"), (provider.GetResourceType(), provider.GetResourceName()));
            Assert.Equal("Sdk.Tests.Programs.Thing", thing.ToString());
        });

    [Fact]
    public async Task TwoResourcesOfOneTypeAndNameAreNoError()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Thing("same", new ThingArgs { Count = 1 });
            _ = new Thing("same", new ThingArgs { Count = 2 });
        });

        Assert.Equal(["{count: 1.0}", "{count: 2.0}"], mocks.Asked.Select(asked => Text.OfWire(asked.Inputs)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task AnEmptyNameIsRefused(string? name)
    {
        Assert.Equal(
            "System.ArgumentException: 'name' cannot be null or empty. (Parameter 'name')",
            await RunFailure.OfProgramAsync(() => _ = new Thing(name!))
        );
        Assert.Equal(
            "System.ArgumentException: 'name' cannot be null or empty. (Parameter 'name')",
            await RunFailure.OfProgramAsync(() => _ = new Box(name!))
        );
    }

    [Fact]
    public async Task AnEmptyTypeIsRefusedAndOddTypesAndNamesAreNot()
    {
        Assert.Equal(
            "System.ArgumentException: 'type' cannot be null or empty. (Parameter 'type')",
            await RunFailure.OfProgramAsync(() => _ = new Thing("thing", type: ""))
        );
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Thing("a b/c::d$e");
            _ = new Thing("thing", type: "of-one-part");
        });

        Assert.Equal(["a b/c::d$e", "thing"], mocks.Asked.Select(asked => asked.Name));
    }

    [Fact]
    public async Task AComponentGivesItsArgsToTheMocksLikeACustomResource()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new Crate("crate", new ThingArgs { Text = "t" }));

        Assert.Equal("{text: 't'}", mocks.Inputs("crate"));
    }
}
