using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Failures;

/// <summary>Messages to the user.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task ALoggedErrorDoesNotStopTheProgramAndFailsTheRunAtItsEnd()
    {
        var after = false;
        var failure = await RunFailure.OfAsync(() =>
            new Mocks().Run(() =>
            {
                Log.Error("an error");
                after = true;
            })
        );

        Assert.True(after);
        Assert.Equal("an error", failure);
    }

    [Fact]
    public async Task EveryLoggedErrorIsTold() =>
        Assert.Equal(
            ["first", "second"],
            await RunFailure.AllOfAsync(() =>
                new Mocks().Run(() =>
                {
                    Log.Error("first");
                    Log.Error("second");
                })
            )
        );

    [Fact]
    public async Task AnErrorMayBeAboutAResourceOrAnException()
    {
        Assert.Equal("about it", await RunFailure.OfAsync(() => new Mocks().Run(() => Log.Error("about it", new Thing("thing")))));
        Assert.Equal(
            "System.InvalidOperationException: logged",
            await RunFailure.OfAsync(() => new Mocks().Run(() => Log.Exception(new InvalidOperationException("logged"))))
        );
    }

    [Fact]
    public async Task OtherMessagesFailNothing() =>
        Assert.Empty(
            await new Mocks().Run(() =>
            {
                Log.Warn("w");
                Log.Info("i");
                Log.Debug("d");
            })
        );
}
