using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Options;

/// <summary>What the mocks see of options, and what options do to each other.</summary>
public sealed class OptionTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Fact]
    public async Task OfAllOptionsTheMocksSeeOnlyTheIdOfAnImport()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            var parent = new Box("parent");
            var dependency = new Thing("dependency");
            _ = new Thing("thing", new ThingArgs { Text = "x" }, Every(parent, dependency));
            var imported = Every(parent, dependency);
            imported.ImportId = "import-me";
            _ = new Thing("imported", new ThingArgs { Text = "x" }, imported);
        });

        Assert.Equal("", mocks["thing"].Id);
        Assert.Equal("import-me", mocks["imported"].Id);
        Assert.All(
            new[] { "thing", "imported" },
            name => Assert.Equal(("test:index:Thing", "", "{text: 'x'}"), (mocks[name].Type, mocks[name].Provider, mocks.Inputs(name)))
        );

        static CustomResourceOptions Every(Resource parent, Resource dependency) =>
            new()
            {
                Parent = parent,
                DependsOn = { dependency },
                Protect = true,
                RetainOnDelete = true,
                DeleteBeforeReplace = true,
                DeletedWith = parent,
                IgnoreChanges = { "text" },
                ReplaceOnChanges = { "count" },
                HideDiffs = { "text" },
                AdditionalSecretOutputs = { "text" },
                Aliases =
                {
                    new Alias { Name = "old", Parent = parent },
                    new Alias { Urn = "urn:pulumi:dev::proj::test:index:Thing::older" },
                    new Alias { NoParent = true },
                },
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5), Delete = TimeSpan.FromSeconds(90) },
                Version = "1.2.3",
                PluginDownloadURL = "https://example.com",
            };
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task AnIdReadsAnExistingResourceAndStaysItsIdWhateverTheMocksSay(bool preview)
    {
        var mocks = new Mocks();
        await mocks.Run(
            async () =>
            {
                var thing = new Thing("read", new ThingArgs { Text = "state" }, new() { Id = "given" });
                Assert.Equal("'given'", await Text.OfAsync(thing.Id));
                Assert.Equal("'state'", await Text.OfAsync(thing.Text));
                Assert.Equal("'urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Thing::read'", await Text.OfAsync(thing.Urn));
            },
            preview
        );

        Assert.Equal("given", mocks["read"].Id);
        Assert.Equal("{text: 'state'}", mocks.Inputs("read"));
        Assert.Equal(
            "'given'",
            await Mocks.Giving(Mocks.Map(), id: null).See(() => new Thing("read", null, new() { Id = "given" }).Id, preview)
        );
    }

    [Fact]
    public async Task TheIdOfAReadMayBeThatOfAnotherResource()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new Thing("second", null, new() { Id = new Thing("first").Id }));

        Assert.Equal("first-id", mocks["second"].Id);
    }

    [Fact]
    public async Task AnEmptyOrUnknownIdReadsNothing()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Thing("empty", null, new() { Id = "" });
            _ = new Thing("unknown", null, new() { Id = Pulumi.Utilities.OutputUtilities.CreateUnknown("u") });
        });

        Assert.Equal(["", ""], mocks.Asked.Select(asked => asked.Id));
    }

    [Fact]
    public async Task AComponentCannotBeReadByAnId() =>
        Assert.Equal(
            "System.ArgumentException: ResourceOptions.Id is only valid for a CustomResource",
            await RunFailure.OfProgramAsync(() => _ = new Box("box", new() { Id = "given" }))
        );

    [Fact]
    public async Task ANullAmongTheDependenciesIsIgnored()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Thing("item", null, new() { DependsOn = { (Resource)null! } });
            _ = new Thing("output", null, new() { DependsOn = { Output.Create((Resource)null!) } });
            _ = new Thing("parent", null, new() { Parent = null });
        });

        Assert.Equal(3, mocks.Asked.Count);
    }

    [Fact]
    public async Task OptionsAreNotChangedByTheResourcesThatShareThem()
    {
        var options = new CustomResourceOptions { Protect = true };
        await new Mocks().Run(() =>
        {
            _ = new Thing("a", null, options);
            _ = new Thing("b", null, options);
        });

        Assert.Null(options.Parent);
        Assert.Null(options.Version);
        Assert.Null(options.Id);
    }

    [Fact]
    public async Task OptionsAreEmptyByDefault()
    {
        var custom = new CustomResourceOptions();
        foreach (var options in new ResourceOptions[] { custom, new ComponentResourceOptions() })
        {
            Assert.Null(options.Id);
            Assert.Null(options.Urn);
            Assert.Null(options.Parent);
            Assert.Null(options.Protect);
            Assert.Null(options.RetainOnDelete);
            Assert.Null(options.Version);
            Assert.Null(options.Provider);
            Assert.Null(options.PluginDownloadURL);
            Assert.Null(options.CustomTimeouts);
            Assert.Empty(options.IgnoreChanges);
            Assert.Empty(options.ReplaceOnChanges);
            Assert.Empty(options.Aliases);
            Assert.Empty(options.ResourceTransformations);
            Assert.True(options.Hooks.IsEmpty);
            Assert.Equal("[]", await Text.OfAsync(options.DependsOn.ToOutput()));
        }

        Assert.Empty(custom.AdditionalSecretOutputs);
        Assert.Null(custom.ImportId);
        Assert.Null(custom.DeleteBeforeReplace);
        Assert.Empty(new ComponentResourceOptions().Providers);
    }
}
