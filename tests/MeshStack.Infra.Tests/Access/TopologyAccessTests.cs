using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Infra.Tests.Access;

/// <summary>The intents of dev let the same callers in, however the clusters find each other.</summary>
public sealed class TopologyAccessTests : IDisposable
{
    private readonly SampleProject _project = new();

    [Theory]
    [InlineData("federated", "httpbin.namespace02.logicalcloud02", 80)]
    [InlineData("multi-primary", "httpbin.namespace02", 8000)]
    [InlineData("primary-remote", "httpbin.namespace02", 8000)]
    [InlineData("external-control-plane", "httpbin.namespace02.logicalcloud02", 80)]
    public async Task SleepGetsTheStatusAndNothingElse(string topology, string host, int port)
    {
        var snapshot = await SnapshotOf(topology);
        Assert.Equal("allowed", Ask(snapshot, "sleep", "GET", "/status/200"));
        Assert.Equal("denied", Ask(snapshot, "sleep", "POST", "/status/200"));
        Assert.Equal("denied", Ask(snapshot, "sleep", "GET", "/anything"));
        Assert.NotEqual("allowed", Ask(snapshot, "other", "GET", "/status/200"));

        string Ask(Snapshot of, string account, string method, string path) =>
            AccessEvaluator
                .Evaluate(
                    of,
                    new Caller.InMesh("cluster01", "default", account),
                    new Request
                    {
                        Host = host,
                        Port = port,
                        Method = method,
                        Path = path,
                    }
                )
                .Decision;
    }

    [Theory]
    [InlineData("federated", "productpage.namespace01.logicalcloud01", 80)]
    [InlineData("multi-primary", "productpage.namespace01", 9080)]
    [InlineData("primary-remote", "productpage.namespace01", 9080)]
    [InlineData("external-control-plane", "productpage.namespace01.logicalcloud01", 80)]
    public async Task TheOtherClustersCallersAreKnownByTheirNames(string topology, string host, int port)
    {
        var snapshot = await SnapshotOf(topology);
        Assert.Equal(
            ["allowed", "allowed", "denied"],
            new[] { "sleep", "bookinfo-user", "other" }.Select(account =>
                AccessEvaluator
                    .Evaluate(
                        snapshot,
                        new Caller.InMesh("cluster02", "default", account),
                        new Request
                        {
                            Host = host,
                            Port = port,
                            Path = "/static/a",
                        }
                    )
                    .Decision
            )
        );
    }

    [Theory]
    [InlineData("primary-remote", "istio-system")]
    [InlineData("external-control-plane", "external-istiod")]
    public async Task AServedClusterHasTheConfigurationOfTheIstiodThatServesIt(string topology, string root)
    {
        var snapshot = await SnapshotOf(topology);
        Assert.Equal(root, snapshot.MeshOf("cluster02").RootNamespace);
        Assert.Equal("istio-system", snapshot.MeshOf("cluster01").RootNamespace);
        Assert.True(snapshot.MeshOf("cluster02").DnsCapture);
        Assert.Equal("cluster02", snapshot.MeshOf("cluster02").Network);
    }

    public void Dispose() => _project.Dispose();

    private async Task<Snapshot> SnapshotOf(string topology)
    {
        var configuration = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Pulumi.dev.yaml"));
        _project.Write(
            "Pulumi.dev.yaml",
            configuration.Replace("meshstack:topology: federated", $"meshstack:topology: {topology}", StringComparison.Ordinal)
        );
        foreach (var file in new[] { "httpbin.yaml", "productpage.yaml" })
        {
            _project.Write($"infra/mesh/dev/{file}", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "infra/mesh/dev", file)));
        }

        return MeshSnapshot.Of(StackPreview.Run(_project.Root, "dev"));
    }
}
