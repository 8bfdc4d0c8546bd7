using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Transformations;

/// <summary>What transformations change.</summary>
public sealed class ChangeTests
{
    [Fact]
    public async Task ATransformationGivesOtherArgsOrChangesTheGivenOnes()
    {
        Assert.Equal("{text: 'after'}", await Inputs(args => new(new ThingArgs { Text = "after" }, args.Options)));
        Assert.Equal("{port: 1.0}", await Inputs(args => new(new NestedArgs { Port = 1 }, args.Options)));
        Assert.Equal("{count: 1.0, text: 'in place'}", await Inputs(args => new(InPlace(args.Args), args.Options)));
        Assert.Equal(
            "{count: 1.0, text: 'in place'}",
            await Inputs(args =>
            {
                InPlace(args.Args);
                return null;
            })
        );

        static ResourceArgs InPlace(ResourceArgs args)
        {
            ((ThingArgs)args).Text = "in place";
            return args;
        }
    }

    [Fact]
    public async Task TheNextTransformationSeesTheChange()
    {
        var seen = new List<string>();
        await new Mocks().Run(() =>
            _ = new Thing(
                "thing",
                new ThingArgs { Text = "x" },
                new()
                {
                    ResourceTransformations =
                    {
                        args =>
                            new(
                                new ThingArgs { Count = 1 },
                                CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new() { Protect = true })
                            ),
                        args =>
                        {
                            var thing = (ThingArgs)args.Args;
                            seen.Add($"{thing.Text is not null} {thing.Count is not null} {args.Options.Protect}");
                            return null;
                        },
                    },
                }
            )
        );

        Assert.Equal(["False True True"], seen);
    }

    [Fact]
    public async Task ATransformationOfAComponentChangesWhatIsBelowIt()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
            _ = new Box(
                "box",
                new()
                {
                    ResourceTransformations =
                    {
                        args => args.Args is ThingArgs ? new(new ThingArgs { Text = "by the box" }, args.Options) : null,
                    },
                },
                box =>
                    _ = new Crate(
                        "crate",
                        null,
                        new() { Parent = box },
                        crate => _ = new Thing("thing", new ThingArgs { Text = "x" }, new() { Parent = crate })
                    )
            )
        );

        Assert.Equal("{text: 'by the box'}", mocks.Inputs("thing"));
    }

    [Fact]
    public async Task AProviderThatATransformationSetsIsUsed()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            var provider = new PackageProvider("test", "p");
            _ = new Thing(
                "thing",
                null,
                new()
                {
                    ResourceTransformations =
                    {
                        args =>
                            new(args.Args, CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new() { Provider = provider })),
                    },
                }
            );
        });

        Assert.EndsWith("::p::p-id", mocks["thing"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionsOfAComponentAreTakenForACustomResource() =>
        Assert.Equal(
            "{count: 1.0, text: 'before'}",
            await Inputs(args => new(args.Args, new ComponentResourceOptions { Parent = args.Options.Parent }))
        );

    [Fact]
    public async Task TheParentMayNotBeChanged() =>
        Assert.Equal(
            "System.ArgumentException: Transformations cannot currently be used to change the 'parent' of a resource.",
            await RunFailure.OfProgramAsync(() =>
            {
                var box = new Box("box");
                _ = new Thing(
                    "thing",
                    null,
                    new() { ResourceTransformations = { args => new(args.Args, new CustomResourceOptions { Parent = box }) } }
                );
            })
        );

    [Fact]
    public async Task ArgsAndOptionsMayNotBeTakenAway()
    {
        Assert.StartsWith(
            "System.NullReferenceException: ",
            await RunFailure.UnhandledAsync(() => Inputs(args => new(null!, args.Options))),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "System.NullReferenceException: ",
            await RunFailure.UnhandledAsync(() => Inputs(args => new(args.Args, null!))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhatATransformationThrowsEndsTheRun() =>
        Assert.Equal(
            "System.InvalidOperationException: no such luck",
            await RunFailure.UnhandledAsync(() => Inputs(args => throw new InvalidOperationException("no such luck")))
        );

    [Fact]
    public async Task AProgramThatCatchesItWaitsInVainForTheResourceThatNeverWas()
    {
        var caught = "";
        var run = new Mocks().Run(() =>
        {
            try
            {
                _ = new Thing("thing", null, new() { ResourceTransformations = { args => throw new InvalidOperationException("caught") } });
            }
            catch (InvalidOperationException e)
            {
                caught = e.Message;
            }
        });

        Assert.NotSame(run, await Task.WhenAny(run, Task.Delay(TimeSpan.FromMilliseconds(300))));
        Assert.Equal("caught", caught);
    }

    /// <summary>The inputs of a thing that a transformation was applied to.</summary>
    private static async Task<string> Inputs(ResourceTransformation transformation)
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
            _ = new Thing("thing", new ThingArgs { Text = "before", Count = 1 }, new() { ResourceTransformations = { transformation } })
        );
        return mocks.Inputs("thing");
    }
}
