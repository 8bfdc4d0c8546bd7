using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Outputs;

/// <summary>What callbacks on outputs give.</summary>
public sealed class ApplyTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Fact]
    public async Task ACallbackMayGiveAValueATaskAnOutputOrAnInput() =>
        await new Mocks().Run(async () =>
        {
            var one = Output.Create(1);
            Assert.Equal("2", await Text.OfAsync(one.Apply(value => value + 1)));
            Assert.Equal(
                "2",
                await Text.OfAsync(
                    one.Apply(async value =>
                    {
                        await Task.Yield();
                        return value + 1;
                    })
                )
            );
            Assert.Equal("2", await Text.OfAsync(one.Apply(value => Output.Create(value + 1))));
            Assert.Equal("2", await Text.OfAsync(one.Apply(value => (Input<int>)(value + 1))));
            Assert.Equal("()", await Text.OfAsync(one.Apply(value => Task.CompletedTask)));
        });

    [Fact]
    public async Task ACallbackMayGiveNothing() =>
        await new Mocks().Run(async () =>
        {
            Assert.Equal("null", await Text.OfAsync(Output.Create(1).Apply(value => (string?)null)));
            Assert.Equal("null", await Text.OfAsync(Output.Create(1).Apply(value => (Output<string>?)null)));
        });

    [Fact]
    public async Task AnOutputAsTheValueOfAnOutputStaysOne()
    {
        var inner = Output.Create(1);

        Assert.Same(inner, await OutputUtilities.GetValueAsync(Output.Create(inner)));
    }

    [Fact]
    public async Task TheResultIsSecretIfEitherSideIs() =>
        await new Mocks().Run(async () =>
        {
            Assert.Equal("secret 2", await Text.OfAsync(Output.CreateSecret(1).Apply(value => value + 1)));
            Assert.Equal("secret 2", await Text.OfAsync(Output.Create(1).Apply(value => Output.CreateSecret(value + 1))));
            Assert.Equal(
                "secret 2",
                await Text.OfAsync(Output.CreateSecret(1).Apply(value => Output.Unsecret(Output.CreateSecret(value + 1))))
            );
            Assert.Equal("secret unknown", await Text.OfAsync(Output.CreateSecret(1).Apply(OutputUtilities.CreateUnknown)));
        });

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task NoCallbackRunsOnAnUnknown(bool preview)
    {
        var calls = 0;
        await new Mocks().Run(
            async () =>
            {
                Assert.Equal("unknown", await Text.OfAsync(OutputUtilities.CreateUnknown(1).Apply(value => ++calls)));
                Assert.Equal("unknown", await Text.OfAsync(OutputUtilities.CreateUnknown(1).Apply(value => Output.CreateSecret(++calls))));
                Assert.Equal("unknown", await Text.OfAsync(Output.Create(1).Apply(value => OutputUtilities.CreateUnknown("u"))));
                Assert.Equal(
                    "unknown",
                    await Text.OfAsync(Output.Create(1).Apply(value => OutputUtilities.CreateUnknown("u")).Apply(value => ++calls))
                );
            },
            preview
        );

        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task WhatACallbackThrowsEndsTheRunWhetherOrNotAnybodyLooks()
    {
        Assert.Equal(
            "System.InvalidOperationException: at once",
            await RunFailure.OfProgramAsync(() => _ = Output.Create(1).Apply(value => Fail("at once")))
        );
        Assert.Equal(
            "System.InvalidOperationException: looked at",
            await RunFailure.UnhandledAsync(() => new Mocks().See(() => Output.Create(1).Apply(value => Fail("looked at"))))
        );
        Assert.Equal(
            "System.InvalidOperationException: later",
            await RunFailure.OfProgramAsync(() => _ = Output.Create(1).Apply(FailLater))
        );
    }

    [Fact]
    public async Task AFailureInAChainIsThatOfItsFirstCallback() =>
        Assert.Equal(
            "System.InvalidOperationException: first",
            await RunFailure.OfProgramAsync(() =>
                _ = Output.Create(1).Apply(value => Fail("first")).Apply(value => Fail("second")).Apply(value => Fail("third"))
            )
        );

    [Fact]
    public async Task AFailureInAnInputOfAResourceEndsTheRunWithItsText() =>
        Assert.Contains(
            await RunFailure.AllOfAsync(() =>
                new Mocks().Run(() =>
                    _ = new Thing("thing", new ThingArgs { Count = Output.Create(1).Apply(value => Fail("as an input")) })
                )
            ),
            text => text.Contains("as an input", StringComparison.Ordinal)
        );

    [Fact]
    public async Task TheRunEndsAfterEveryCallbackThoseOfCallbacksIncluded()
    {
        var done = new List<string>();
        await new Mocks().Run(() =>
            _ = Output
                .Create(1)
                .Apply(async value =>
                {
                    await Task.Delay(20);
                    done.Add("late");
                    _ = new Thing("late").Id.Apply(async id =>
                    {
                        await Task.Delay(20);
                        done.Add("later");
                        return id;
                    });
                    return value;
                })
        );

        Assert.Equal(["late", "later"], done);
    }

    private static int Fail(string message) => throw new InvalidOperationException(message);

    private static async Task<int> FailLater(int value)
    {
        await Task.Delay(20);
        return Fail("later");
    }
}
