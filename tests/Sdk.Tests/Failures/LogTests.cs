using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Failures;

/// <summary>Messages to the user.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task A_logged_error_does_not_stop_the_program_and_fails_the_run_at_its_end()
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
    public async Task Every_logged_error_is_told() =>
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
    public async Task An_error_may_be_about_a_resource_or_an_exception()
    {
        Assert.Equal("about it", await RunFailure.OfAsync(() => new Mocks().Run(() => Log.Error("about it", new Thing("thing")))));
        Assert.Equal(
            "System.InvalidOperationException: logged",
            await RunFailure.OfAsync(() => new Mocks().Run(() => Log.Exception(new InvalidOperationException("logged"))))
        );
    }

    [Fact]
    public async Task Other_messages_fail_nothing() =>
        Assert.Empty(
            await new Mocks().Run(() =>
            {
                Log.Warn("w");
                Log.Info("i");
                Log.Debug("d");
            })
        );
}
