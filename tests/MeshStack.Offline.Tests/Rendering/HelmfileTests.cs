using MeshStack.Offline.Rendering;
using static MeshStack.Offline.Tests.Rendering.Recordings;

namespace MeshStack.Offline.Tests.Rendering;

public sealed class HelmfileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Releases_are_written_with_repositories_needs_and_values()
    {
        const string Repository = "https://istio-release.storage.googleapis.com/charts";
        var cluster = Cluster("east") with
        {
            Context = "kind-east",
            HelmReleases =
            [
                Release("istio-ingress", "ingress", "gateway") with { Repository = "oci://registry.istio.io/release/charts", SkipAwait = true, Needs = ["istio-system/istiod"] },
                Release("istio-system", "istio-base", "base") with { Repository = Repository, Version = "1.30.3", CreateNamespace = true },
                Release("istio-system", "istiod", "istiod") with
                {
                    Repository = Repository,
                    Version = "1.30.3",
                    Atomic = true,
                    Timeout = 600,
                    Needs = ["istio-system/istio-base"],
                    Values = new Dictionary<string, object?> { ["global"] = new Dictionary<string, object?> { ["network"] = "n1" }, ["replicas"] = 2L, ["revision"] = "1.30", ["text"] = "yes" },
                },
                Release("shop", "local", "./charts/local"),
            ],
        };

        Renderer.Write(Of(cluster), _directory["out"]);

        var files = TemporaryDirectory.Files(_directory["out"]);
        Assert.Equal(
            """
            helmDefaults:
              kubeContext: kind-east
            repositories:
              - name: istio-release-storage-googleapis-com
                url: https://istio-release.storage.googleapis.com/charts
            releases:
              - name: ingress
                namespace: istio-ingress
                createNamespace: false
                chart: oci://registry.istio.io/release/charts/gateway
                needs:
                  - istio-system/istiod
                wait: false
              - name: istio-base
                namespace: istio-system
                createNamespace: true
                chart: istio-release-storage-googleapis-com/base
                version: 1.30.3
                wait: true
              - name: istiod
                namespace: istio-system
                createNamespace: false
                chart: istio-release-storage-googleapis-com/istiod
                version: 1.30.3
                needs:
                  - istio-system/istio-base
                atomic: true
                wait: true
                timeout: 600
                values:
                  - _helm/istio-system-istiod.yaml
              - name: local
                namespace: shop
                createNamespace: false
                chart: ./charts/local
                wait: true

            """.ReplaceLineEndings("\n"),
            files["east/helmfile.yaml"]);
        Assert.Equal("global:\n  network: n1\nreplicas: 2\nrevision: \"1.30\"\ntext: \"yes\"\n", files["east/_helm/istio-system-istiod.yaml"]);
    }

    [Fact]
    public void Repositories_of_one_host_are_told_apart()
    {
        var cluster = Cluster("east") with
        {
            HelmReleases = [Release("a", "one", "c") with { Repository = "https://host/one" }, Release("a", "two", "c") with { Repository = "https://host/two" }],
        };

        Renderer.Write(Of(cluster), _directory["out"]);

        var helmfile = File.ReadAllText(_directory["out/east/helmfile.yaml"]);
        Assert.Contains("  - name: host\n    url: https://host/one\n  - name: host-2\n    url: https://host/two\n", helmfile, StringComparison.Ordinal);
        Assert.Contains("chart: host-2/c\n", helmfile, StringComparison.Ordinal);
    }
}
