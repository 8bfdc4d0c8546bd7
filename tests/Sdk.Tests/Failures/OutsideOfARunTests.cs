using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Failures;

/// <summary>What needs a run, where there is none.</summary>
[Collection("environment")]
public sealed class OutsideOfARunTests
{
    public static TheoryData<Action> WithoutARun =>
        new(
            () => _ = new Thing("thing"),
            () => _ = new Box("box"),
            () => _ = new Empty(),
            () => _ = Deployment.Instance,
            () => _ = new Config(),
            () => _ = new Config("proj").Get("a"),
            () => Log.Info("message")
        );

    [Theory]
    [MemberData(nameof(WithoutARun))]
    public async Task ThereIsNoDeploymentBeforeAndAfterARun(Action use)
    {
        Assert.Equal(
            "Trying to acquire Deployment.Instance before 'Run' was called.",
            Assert.Throws<InvalidOperationException>(use).Message
        );
        await new Mocks().Run(() => { });
        Assert.Equal(
            "Trying to acquire Deployment.Instance before 'Run' was called.",
            Assert.Throws<InvalidOperationException>(use).Message
        );
    }

    [Fact]
    public async Task WithoutAnEngineNoProgramRuns()
    {
        using var none = new EnvironmentVariables(("PULUMI_MONITOR", null));

        Assert.Equal(
            "Program run without the Pulumi engine available; re-run using the `pulumi` CLI",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }))).Message
        );
        Assert.Equal(
            "Program run without the Pulumi engine available; re-run using the `pulumi` CLI",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync<Empty>())).Message
        );
    }

    [Fact]
    public async Task WithAnEngineTheUserIsToldHowToBuildOnTheRealPackages()
    {
        using var engine = new EnvironmentVariables(("PULUMI_MONITOR", "127.0.0.1:1"));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

        Assert.Contains("dotnet build -p:PulumiSdk=nuget", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class Empty : Stack { }
}
