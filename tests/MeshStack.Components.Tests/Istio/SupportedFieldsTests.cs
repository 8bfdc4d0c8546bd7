using MeshStack.Components.Tests.Services;
using MeshStack.Istio;
using MeshStack.Offline;

namespace MeshStack.Components.Tests.Istio;

/// <summary>Typed fields that the Istio of a cluster does not have are refused, as its API server would drop them.</summary>
public sealed class SupportedFieldsTests
{
    [Theory]
    [InlineData(
        "1.30.8",
        "connectionPool.http.http2KeepAlive: is a field of Istio 1.31 and newer, and east runs 1.30.8, which would drop it"
    )]
    [InlineData("1.31.4", null)]
    [InlineData("1.32.0", null)]
    [InlineData(null, null)]
    public Task AConnectionPool(string? version, string? message) =>
        Check(
            version,
            message,
            a =>
                a.ConnectionPool = new()
                {
                    Http = new HttpConnectionPoolArgs
                    {
                        Http2KeepAlive = new Http2KeepAliveArgs { Interval = "30s", Timeout = "5s" },
                    },
                }
        );

    [Theory]
    [InlineData(
        "1.31.4",
        "outlierDetection.failurePercentageThreshold: is a field of Istio 1.32 and newer, and east runs 1.31.4, which would drop it"
    )]
    [InlineData("1.32.0", null)]
    public Task OutlierDetection(string version, string? message) =>
        Check(version, message, a => a.OutlierDetection = new() { FailurePercentageThreshold = 20 });

    [Theory]
    [InlineData(
        "1.30.8",
        "outlierDetection.outlierDetectionHttpErrorCodes: is a field of Istio 1.31 and newer, and east runs 1.30.8, which would drop it"
    )]
    [InlineData("1.31.4", null)]
    public Task Lists(string version, string? message) =>
        Check(version, message, a => a.OutlierDetection = new() { OutlierDetectionHttpErrorCodes = { 503 } });

    [Theory]
    [InlineData(
        "1.31.4",
        "loadBalancing.backendUtilization: is a field of Istio 1.32 and newer, and east runs 1.31.4, which would drop it"
    )]
    [InlineData("1.32.0", null)]
    public Task LoadBalancing(string version, string? message) =>
        Check(
            version,
            message,
            a =>
                a.LoadBalancing = LoadBalancerSettingsArgs.BackendUtilization(
                    new BackendUtilizationArgs { ErrorUtilizationPenaltyPercent = 10 }
                )
        );

    private static async Task Check(string? version, string? message, Action<InboundServiceArgs> change)
    {
        var run = () =>
            TwoClusters.RunAsync(t =>
                t.Web(a =>
                {
                    a.ControlPlane = t.East with
                    {
                        Revisions = version is null
                            ? null
                            : new RevisionSet { Versions = new Dictionary<string, string> { [RevisionSet.Default] = version } },
                    };
                    change(a);
                })
            );
        if (message is null)
        {
            Assert.Contains((await run()).Manifests, m => m.Kind == "DestinationRule");
            return;
        }

        var refused = await Assert.ThrowsAsync<OfflineException>(run);
        Assert.EndsWith(message, Assert.Single(refused.Problems), StringComparison.Ordinal);
    }
}
