using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Options;

/// <summary>Options that are made of two.</summary>
public sealed class MergeTests
{
    [Fact]
    public async Task TheSecondOptionsWinForSingleValues() =>
        await new Mocks().Run(() =>
        {
            var (a, b) = (new Thing("a"), new Thing("b"));
            var first = new CustomResourceOptions
            {
                Parent = a,
                Protect = true,
                Version = "1",
                RetainOnDelete = true,
                ImportId = "i",
                DeleteBeforeReplace = true,
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1), Delete = TimeSpan.FromMinutes(1) },
            };
            var merged = CustomResourceOptions.Merge(
                first,
                new()
                {
                    Parent = b,
                    Protect = false,
                    CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(2) },
                }
            );

            Assert.Same(b, merged.Parent);
            Assert.False(merged.Protect);
            Assert.Equal("1", merged.Version);
            Assert.True(merged.RetainOnDelete);
            Assert.Equal("i", merged.ImportId);
            Assert.True(merged.DeleteBeforeReplace);
            Assert.Equal(
                (TimeSpan.FromMinutes(2), null, null),
                (merged.CustomTimeouts!.Create, merged.CustomTimeouts.Update, merged.CustomTimeouts.Delete)
            );
        });

    [Fact]
    public async Task TheSecondIdWins()
    {
        Assert.Equal("'one'", await Text.OfAsync(CustomResourceOptions.Merge(new() { Id = "one" }, new()).Id.ToOutput()));
        Assert.Equal("'two'", await Text.OfAsync(CustomResourceOptions.Merge(new() { Id = "one" }, new() { Id = "two" }).Id.ToOutput()));
    }

    [Fact]
    public async Task ListsAreJoinedThoseOfTheFirstBeforeThoseOfTheSecond() =>
        await new Mocks().Run(async () =>
        {
            var merged = CustomResourceOptions.Merge(
                new()
                {
                    DependsOn = { new Thing("a") },
                    IgnoreChanges = { "one" },
                    AdditionalSecretOutputs = { "s1" },
                    Aliases = { new Alias { Name = "n1" } },
                    Hooks = { BeforeCreate = { null! } },
                },
                new()
                {
                    DependsOn = { new Thing("b") },
                    IgnoreChanges = { "two" },
                    AdditionalSecretOutputs = { "s2" },
                    Aliases = { new Alias { Name = "n2" } },
                    Hooks = { BeforeCreate = { null! } },
                }
            );

            Assert.Equal("[<Thing>, <Thing>]", await Text.OfAsync(merged.DependsOn.ToOutput()));
            Assert.Equal(["one", "two"], merged.IgnoreChanges);
            Assert.Equal(["s1", "s2"], merged.AdditionalSecretOutputs);
            Assert.Equal(
                ["'n1'", "'n2'"],
                await Task.WhenAll(merged.Aliases.Select(alias => Text.OfAsync(alias.ToOutput().Apply(one => one.Name.ToOutput()))))
            );
            Assert.Equal(2, merged.Hooks.BeforeCreate.Count);
        });

    [Fact]
    public void MergingMakesNewOptionsAndChangesNone()
    {
        var first = new CustomResourceOptions { Protect = true, IgnoreChanges = { "one" } };
        var second = new CustomResourceOptions { Protect = false, IgnoreChanges = { "two" } };
        var merged = CustomResourceOptions.Merge(first, second);

        Assert.NotSame(first, merged);
        Assert.NotSame(second, merged);
        Assert.True(first.Protect);
        Assert.Equal(["one"], first.IgnoreChanges);
        Assert.Equal(["two"], second.IgnoreChanges);
    }

    [Fact]
    public void NothingIsMergedLikeEmptyOptions()
    {
        var first = CustomResourceOptions.Merge(new() { Protect = true, IgnoreChanges = { "one" } }, null);

        Assert.True(first.Protect);
        Assert.Equal(["one"], first.IgnoreChanges);
        Assert.Null(CustomResourceOptions.Merge(null, null).Protect);
        Assert.Empty(CustomResourceOptions.Merge(null, null).IgnoreChanges);
    }

    [Fact]
    public async Task OptionsOfComponentsAreMergedAlike() =>
        await new Mocks().Run(() =>
        {
            var parent = new Thing("parent");
            var merged = ComponentResourceOptions.Merge(
                new()
                {
                    Parent = parent,
                    Protect = true,
                    Aliases = { new Alias { Name = "n" } },
                },
                new() { IgnoreChanges = { "x" } }
            );

            Assert.Same(parent, merged.Parent);
            Assert.True(merged.Protect);
            Assert.Single(merged.Aliases);
            Assert.Equal(["x"], merged.IgnoreChanges);
        });

    [Fact]
    public void HooksAreJoinedByWhatTheyAreCalledForAndCopied()
    {
        var binding = new ResourceHookBinding { AfterCreate = { null! }, OnError = { null! } };
        var both = binding.Concat(new() { AfterCreate = { null! }, BeforeDelete = { null! } });
        var copy = binding.Clone();
        copy.AfterCreate.Clear();

        Assert.Equal((0, 2, 0), (both.BeforeCreate.Count, both.AfterCreate.Count, both.BeforeUpdate.Count));
        Assert.Equal((0, 1, 0, 1), (both.AfterUpdate.Count, both.BeforeDelete.Count, both.AfterDelete.Count, both.OnError.Count));
        Assert.Single(binding.AfterCreate);
        Assert.False(binding.IsEmpty);
        Assert.True(new ResourceHookBinding().IsEmpty);
    }
}
