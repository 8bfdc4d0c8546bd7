using static MeshStack.Offline.Tests.Rendering.Recordings;

namespace MeshStack.Offline.Tests.Rendering;

public sealed class HelmfileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void ReleasesAreWrittenWithRepositoriesNeedsAndValues()
    {
        const string Repository = "https://charts.example/istio";
        var cluster = Cluster("east") with
        {
            Context = "kind-east",
            HelmReleases =
            [
                Release("istio-ingress", "ingress", "gateway") with
                {
                    Repository = "oci://registry.example/charts",
                    SkipAwait = true,
                    Needs = ["istio-system/istiod"],
                },
                Release("istio-system", "istio-base", "base") with
                {
                    Repository = Repository,
                    Version = "1.31.4",
                    CreateNamespace = true,
                },
                Release("istio-system", "istiod", "istiod") with
                {
                    Repository = Repository,
                    Version = "1.31.4",
                    Atomic = true,
                    Timeout = 600,
                    Needs = ["istio-system/istio-base"],
                    Values = new Dictionary<string, object?>
                    {
                        ["global"] = new Dictionary<string, object?> { ["network"] = "n1" },
                        ["replicas"] = 2L,
                        ["revision"] = "1.31",
                        ["text"] = "yes",
                    },
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
              - name: charts-example
                url: https://charts.example/istio
            releases:
              - name: ingress
                namespace: istio-ingress
                createNamespace: false
                chart: oci://registry.example/charts/gateway
                needs:
                  - istio-system/istiod
                wait: false
              - name: istio-base
                namespace: istio-system
                createNamespace: true
                chart: charts-example/base
                version: 1.31.4
                wait: true
              - name: istiod
                namespace: istio-system
                createNamespace: false
                chart: charts-example/istiod
                version: 1.31.4
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
            files["east/01-releases/helmfile.yaml"]
        );
        Assert.Equal(
            "global:\n  network: n1\nreplicas: 2\nrevision: \"1.31\"\ntext: \"yes\"\n",
            files["east/01-releases/_helm/istio-system-istiod.yaml"]
        );
    }

    [Fact]
    public void RepositoriesOfOneHostAreToldApart()
    {
        var cluster = Cluster("east") with
        {
            HelmReleases =
            [
                Release("a", "one", "c") with
                {
                    Repository = "https://host/one",
                },
                Release("a", "two", "c") with
                {
                    Repository = "https://host/two",
                },
            ],
        };

        Renderer.Write(Of(cluster), _directory["out"]);

        var helmfile = File.ReadAllText(_directory["out/east/01-releases/helmfile.yaml"]);
        Assert.Contains(
            "  - name: host\n    url: https://host/one\n  - name: host-2\n    url: https://host/two\n",
            helmfile,
            StringComparison.Ordinal
        );
        Assert.Contains("chart: host-2/c\n", helmfile, StringComparison.Ordinal);
    }
}
