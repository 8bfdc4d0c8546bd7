using Pulumi;

namespace MeshStack.Components.Tests.Meshes;

/// <summary>Two clusters of a mesh that are one cluster.</summary>
public sealed class OneClusterTwiceTests
{
    private const string Ends = "too: both would be installed into one cluster; give each its own";

    [Fact]
    public void AContextThatWasCopiedIsAnError() =>
        Assert.Equal([$"clusters.c2.context: 'kind-c1' is the context of c1 {Ends}"], Problems("kind-c1", null, null));

    [Fact]
    public void SoIsAKubeconfigThatWasCopied() =>
        Assert.Equal([$"clusters.c2.kubeConfig: this is the kubeconfig of c1 {Ends}"], Problems(null, "a", "a"));

    [Theory]
    [InlineData("kind-c1", "a", "b")]
    [InlineData("kind-c1", "a", null)]
    [InlineData(null, "a", "b")]
    [InlineData("kind-c2", "a", "a")]
    public void TheSameNameElsewhereIsNone(string? context, string? first, string? second) =>
        Assert.Empty(Problems(context, first, second));

    // What c2 has beside the kubeconfig of each; c1 has the context kind-c1 where c2 has one.
    private static IEnumerable<string> Problems(string? context, string? first, string? second)
    {
        var args = MeshRun.Args("federated");
        args.Clusters.Remove("c3");
        args.Clusters["c1"].Cluster.Context = context is null ? null : "kind-c1";
        args.Clusters["c1"].Cluster.KubeConfig = first is null ? null : (Input<string>)first;
        args.Clusters["c2"].Cluster.Context = context;
        args.Clusters["c2"].Cluster.KubeConfig = second is null ? null : (Input<string>)second;
        return args.Problems().Select(p => $"{p.Path}: {p.Message}");
    }
}
