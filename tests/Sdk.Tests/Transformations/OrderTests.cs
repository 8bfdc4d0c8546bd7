using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Transformations;

/// <summary>When transformations are called.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task OwnTransformationsRunFirstThenTheParentsFromTheInsideOutTheStackLast()
    {
        var resources = await Deployment.TestAsync<Nest>(new Mocks(), Mocks.Named());

        Assert.Equal(
            [
                "stack 1 for proj-dev",
                "stack 2 for proj-dev",
                "outer for outer",
                "stack 1 for outer",
                "stack 2 for outer",
                "inner for inner",
                "outer for inner",
                "stack 1 for inner",
                "stack 2 for inner",
                "own 1 for thing",
                "own 2 for thing",
                "inner for thing",
                "outer for thing",
                "stack 1 for thing",
                "stack 2 for thing",
            ],
            resources.OfType<Nest>().Single().Calls
        );
    }

    [Fact]
    public async Task TheyRunBeforeTheConstructorReturns()
    {
        var events = new List<string>();
        await new Mocks().Run(() =>
        {
            _ = new Thing("thing", null, new() { ResourceTransformations = { Noting(events, "transformation") } });
            events.Add("after the constructor");
        });

        Assert.Equal(["transformation for thing", "after the constructor"], events);
    }

    [Fact]
    public async Task TransformsOfTheEngineAreAcceptedAndNeverCalled()
    {
        var called = false;
        var mocks = new Mocks();
        await mocks.Run(() => _ = new Thing("thing", new ThingArgs { Text = "before" }, new() { ResourceTransforms = { Transform } }));
        await Deployment.TestAsync<WithTransforms>(new Mocks(), Mocks.Named());

        Assert.False(called);
        Assert.Equal("{text: 'before'}", mocks.Inputs("thing"));

        Task<ResourceTransformResult?> Transform(ResourceTransformArgs args, CancellationToken cancellationToken)
        {
            called = true;
            return Task.FromResult<ResourceTransformResult?>(new ResourceTransformResult(args.Args.SetItem("text", "after"), args.Options));
        }
    }

    private static ResourceTransformation Noting(List<string> calls, string name) =>
        args =>
        {
            calls.Add($"{name} for {args.Resource.GetResourceName()}");
            return null;
        };

    private sealed class Nest : Stack
    {
        public Nest()
            : this([]) { }

        private Nest(List<string> calls)
            : base(new StackOptions { ResourceTransformations = { Noting(calls, "stack 1"), Noting(calls, "stack 2") } })
        {
            Calls = calls;
            _ = new Box(
                "outer",
                new() { ResourceTransformations = { Noting(calls, "outer") } },
                outer =>
                    _ = new Box(
                        "inner",
                        new() { Parent = outer, ResourceTransformations = { Noting(calls, "inner") } },
                        inner =>
                            _ = new Thing(
                                "thing",
                                null,
                                new() { Parent = inner, ResourceTransformations = { Noting(calls, "own 1"), Noting(calls, "own 2") } }
                            )
                    )
            );
        }

        public List<string> Calls { get; }
    }

    private sealed class WithTransforms()
        : Stack(new StackOptions { ResourceTransforms = { (args, cancellationToken) => throw new InvalidOperationException("called") } });
}
