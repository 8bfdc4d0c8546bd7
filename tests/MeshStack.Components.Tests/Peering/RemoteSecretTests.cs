using System.Text;
using MeshStack.Components.Tests.Meshes;

namespace MeshStack.Components.Tests.Peering;

/// <summary>Who gets to read whose API server, by which token.</summary>
public sealed class RemoteSecretTests
{
    private const string Secret = "kubernetes:core/v1:Secret";

    [Fact]
    public async Task PrimariesReadEachOther()
    {
        var run = await MeshRun.OfAsync("multi-primary");

        Assert.Equal(["c1-in-c2", "c1-in-c3", "c2-in-c1", "c2-in-c3", "c3-in-c1", "c3-in-c2"], Handed(run));
        foreach (var name in Handed(run))
        {
            Assert.Equal(Remote(name[..2], "istio-system"), run.Json(Secret, name));
        }

        foreach (var cluster in new[] { "c1", "c2", "c3" })
        {
            Assert.Equal(TokenOf("istio-reader-service-account", "istio-system"), run.Json(Secret, cluster + "-reader-token"));
        }
    }

    [Fact]
    public async Task APrimaryReadsItsRemotes()
    {
        var run = await MeshRun.OfAsync("primary-remote");

        Assert.Equal(["c2-in-c1", "c3-in-c1"], Handed(run));
        Assert.All(Handed(run), name => Assert.Equal(Remote(name[..2], "istio-system"), run.Json(Secret, name)));
        Assert.DoesNotContain("c1-reader-token", run.Secrets.Keys);
    }

    [Fact]
    public async Task AnIstiodElsewhereTakesTheConfigClusterForItsOwnAndReadsTheOthers()
    {
        var run = await MeshRun.OfAsync("external-control-plane");

        Assert.Equal(["c2-config-in-c1", "c3-in-c1"], Handed(run));
        Assert.Equal(Remote("c3", "external-istiod"), run.Json(Secret, "c3-in-c1"));
        Assert.Equal(
            """
            {"apiVersion":"v1","kind":"Secret","metadata":{"annotations":{"networking.istio.io/cluster":"c2"},
            "name":"istio-kubeconfig","namespace":"external-istiod"},"stringData":{"config":<kubeconfig>}}
            """.ReplaceLineEndings("").Replace("<kubeconfig>", Text(Kubeconfig("c2")), StringComparison.Ordinal),
            run.Json(Secret, "c2-config-in-c1")
        );
        Assert.Equal(TokenOf("istiod", "external-istiod"), run.Json(Secret, "c2-reader-token"));
        Assert.Equal(TokenOf("istio-reader-service-account", "external-istiod"), run.Json(Secret, "c3-reader-token"));
    }

    [Fact]
    public async Task AnIstiodOfARevisionHasAnAccountOfItsName()
    {
        var run = await MeshRun.OfAsync("external-control-plane", a => a.Clusters["c2"].Install.Revision = "1-31-4");
        Assert.Equal(TokenOf("istiod-1-31-4", "external-istiod"), run.Json(Secret, "c2-reader-token"));
    }

    [Fact]
    public async Task FederatedClustersReadNobody()
    {
        var run = await MeshRun.OfAsync("federated");
        Assert.All(run.Secrets.Keys, name => Assert.EndsWith("-cacerts", name, StringComparison.Ordinal));
    }

    private static List<string> Handed(MeshRun run) =>
        [.. run.Secrets.Keys.Where(k => k.Contains("-in-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Remote(string cluster, string ns) =>
        (
            """{"apiVersion":"v1","kind":"Secret","metadata":{"annotations":{"networking.istio.io/cluster":"<cluster>"},"labels":"""
            + """{"istio/multiCluster":"true"},"name":"istio-remote-secret-<cluster>","namespace":"<space>"},"stringData":{"<cluster>":"""
            + """<kubeconfig>}}"""
        )
            .Replace("<cluster>", cluster, StringComparison.Ordinal)
            .Replace("<space>", ns, StringComparison.Ordinal)
            .Replace("<kubeconfig>", Text(Kubeconfig(cluster)), StringComparison.Ordinal);

    private static string TokenOf(string account, string ns) =>
        (
            """{"apiVersion":"v1","kind":"Secret","metadata":{"annotations":{"kubernetes.io/service-account.name":"<account>"}"""
            + ""","name":"<account>-istio-remote-secret-token","namespace":"<space>"},"type":"kubernetes.io/service-account-token"}"""
        )
            .Replace("<account>", account, StringComparison.Ordinal)
            .Replace("<space>", ns, StringComparison.Ordinal);

    private static string Kubeconfig(string cluster) =>
        (
            """{"apiVersion":"v1","clusters":[{"cluster":{"certificate-authority-data":"<ca>","server":"https://<cluster>.example.com:"""
            + """6443"},"name":"<cluster>"}],"contexts":[{"context":{"cluster":"<cluster>","user":"<cluster>"},"name":"<cluster>"}]"""
            + ""","current-context":"<cluster>","kind":"Config","users":[{"name":"<cluster>","user":{"token":"<token>"}}]}"""
        )
            .Replace("<ca>", Convert.ToBase64String(Encoding.UTF8.GetBytes("CA of " + cluster)), StringComparison.Ordinal)
            .Replace("<cluster>", cluster, StringComparison.Ordinal)
            .Replace("<token>", MeshRun.TokenOf(cluster), StringComparison.Ordinal);

    private static string Text(string text) => MeshRun.JsonOf(text);
}
