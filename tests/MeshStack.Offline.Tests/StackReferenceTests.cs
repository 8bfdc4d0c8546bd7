using MeshStack.Offline.Tests.Programs;
using Pulumi;
using Pulumi.Utilities;
using static MeshStack.Offline.Tests.Programs.Offline;

namespace MeshStack.Offline.Tests;

public sealed class StackReferenceTests
{
    private const string Other = "org/project/stack";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnotherStackIsKnownToHaveNoOutputs(bool isPreview)
    {
        var seen = new List<object?>();
        await OfflineStack.RunAsync(
            new OfflineOptions { IsPreview = isPreview },
            async () =>
            {
                var stack = new StackReference(Other);
                var details = await stack.GetOutputDetailsAsync("mesh");
                seen.AddRange([
                    details.Value,
                    details.SecretValue,
                    await stack.GetValueAsync("mesh"),
                    await OutputUtilities.GetIsKnownAsync(stack.GetOutput("mesh")),
                    (await OutputUtilities.GetValueAsync(stack.Outputs)).Count,
                    (await OutputUtilities.GetValueAsync(stack.SecretOutputNames)).Length,
                    await OutputUtilities.GetValueAsync(stack.Name),
                    await OutputUtilities.GetValueAsync(stack.Id),
                ]);
            }
        );

        Assert.Equal([null, null, null, true, 0, 0, Other, Other], seen);
    }

    [Fact]
    public async Task AReferenceIsAReadAndNoObjectOfAnyCluster()
    {
        var recording = await Run(() =>
            _ = new Box(
                "box",
                box =>
                {
                    _ = new StackReference("other", new StackReferenceArgs { Name = Other }, new CustomResourceOptions { Parent = box });
                    Route("a", new CustomResourceOptions { Parent = box });
                },
                new ComponentResourceOptions { Provider = new Site("east").Provider }
            )
        );

        var reference = recording.Resources.Single(resource => resource.Id.Type == "pulumi:pulumi:StackReference");
        Assert.Equal("other", reference.Id.Name);
        Assert.True(reference.IsRead);
        Assert.Null(reference.Cluster);
        Assert.Null(reference.Manifest);
        Assert.Equal($"{{'name':'{Other}'}}", Text(reference.Inputs));
        Assert.Equal(["Route shop/a"], recording.Manifests.Select(manifest => manifest.Reference));
    }

    [Fact]
    public async Task WhatWaitsForAnOutputThatIsNotThereGetsTheDefaultAtOnce()
    {
        var recording = await Run(() =>
            Route(
                "a",
                new Site("east").Use,
                new RouteSpecArgs { Host = new StackReference(Other).GetOutput("host").Apply(host => host as string ?? "default.example") }
            )
        );

        Assert.Equal("default.example", recording.Manifests.Single().Spec["host"].Value);
    }

    [Fact]
    public async Task ARequiredOutputIsRefusedByName()
    {
        var problems = await Problems(() => _ = new StackReference(Other).RequireOutput("mesh"));

        Assert.Equal([$"Required output 'mesh' does not exist on stack '{Other}'."], problems);
    }
}
