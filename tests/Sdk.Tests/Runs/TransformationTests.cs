using Pulumi;
using Pulumi.Testing;

namespace Sdk.Tests.Runs;

/// <summary>Transformations, as the recordings of topic "transformations" have them.</summary>
public sealed class TransformationTests
{
    [Fact]
    public async Task Own_transformations_run_first_then_the_parents_from_the_inside_out_the_stack_last()
    {
        TransformedStack.Calls.Clear();
        await Deployment.TestAsync<TransformedStack>(new Mocks(), new TestOptions { ProjectName = "proj", StackName = "dev" });

        Assert.Equal(["stack for proj-dev", "box for box", "stack for box", "own for thing", "box for thing", "stack for thing"], TransformedStack.Calls);
    }

    [Fact]
    public async Task A_transformation_sees_the_options_as_given_and_replaces_the_args()
    {
        var mocks = new Mocks();
        var seen = new List<(Resource? Parent, ProviderResource? Provider)>();
        await mocks.Run(() => _ = new Box("box", new()
        {
            Provider = new PackageProvider("test", "p"),
            ResourceTransformations =
            {
                transformed =>
                {
                    seen.Add((transformed.Options.Parent, transformed.Options.Provider));
                    return transformed.Args is ThingArgs ? new ResourceTransformationResult(new ThingArgs { Text = "replaced" }, transformed.Options) : null;
                },
            },
        }, box => _ = new Thing("thing", new ThingArgs { Text = "given" }, new() { Parent = box })));

        Assert.Equal("replaced", mocks["thing"].Inputs["text"]);
        Assert.Null(seen[0].Parent);
        Assert.IsType<Box>(seen[1].Parent);
        Assert.Null(seen[1].Provider);
    }

    [Fact]
    public async Task A_transformation_may_not_change_the_parent()
    {
        var e = await Assert.ThrowsAsync<RunException>(() => new Mocks().Run(() =>
        {
            var box = new Box("box");
            _ = new Thing("thing", null, new()
            {
                ResourceTransformations = { transformed => new ResourceTransformationResult(transformed.Args, new CustomResourceOptions { Parent = box }) },
            });
        }));

        Assert.Contains("Transformations cannot currently be used to change the 'parent' of a resource.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_options_join_lists_and_let_the_second_win()
    {
        var merged = CustomResourceOptions.Merge(new() { Protect = true, Version = "1", IgnoreChanges = { "a" } }, new() { Protect = false, IgnoreChanges = { "b" } });

        Assert.False(merged.Protect);
        Assert.Equal("1", merged.Version);
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
    }
}
