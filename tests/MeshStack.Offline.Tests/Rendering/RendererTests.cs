using MeshStack.Offline.Rendering;
using MeshStack.Offline.Tests.Programs;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using static MeshStack.Offline.Tests.Programs.Offline;

namespace MeshStack.Offline.Tests.Rendering;

public sealed class RendererTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private static Task<Recording> Shop() => Run(() =>
    {
        var east = new Site("east", context: "kind-east");
        _ = new Namespace("shop", new() { Metadata = new ObjectMetaArgs { Name = "shop" } }, east.Use);
        var web = Route("web", east.Use, new RouteSpecArgs { Port = 80, Host = "8080" });
        Route("bank", east.Use, space: "bank", objectName: "Web:1");
        Route("lower", east.Use, space: "bank", objectName: "web-1");
        const string Repository = "https://istio-release.storage.googleapis.com/charts";
        var istioBase = new Release("base", new() { Chart = "base", Name = "istio-base", Namespace = "istio-system", Version = "1.30.3", CreateNamespace = true, RepositoryOpts = new() { Repo = Repository } }, east.Use);
        var control = new Box("control", box => _ = new Release(
            "istiod",
            new() { Chart = "istiod", Name = "istiod", Namespace = "istio-system", Timeout = 600, Atomic = true, RepositoryOpts = new() { Repo = Repository }, Values = new Dictionary<string, object> { ["revision"] = "1.30", ["replicas"] = 2, ["on"] = "yes" } },
            new CustomResourceOptions { Provider = east.Provider, Parent = box, DependsOn = { istioBase } }));
        _ = new Release("gateway", new() { Chart = "oci://registry.istio.io/release/charts/gateway", Name = "ingress", Namespace = "istio-ingress", SkipAwait = true }, new CustomResourceOptions { Provider = east.Provider, DependsOn = { control, web } });
        Route("web", new Site("west").Use);
    });

    [Fact]
    public async Task A_folder_per_cluster_is_written()
    {
        var recording = await Run(() =>
        {
            var east = new Site("east");
            _ = new Namespace("shop", new() { Metadata = new ObjectMetaArgs { Name = "shop" } }, east.Use);
            Route("web", east.Use, new RouteSpecArgs { Port = 80, Host = "8080" });
        });

        var written = Renderer.Write(recording, _directory["out"]);

        var files = TemporaryDirectory.Files(_directory["out"]);
        Assert.Equal(files.Keys.Where(file => !file.StartsWith('.')), written);
        Assert.Equal(
            ["east/_cluster/kustomization.yaml", "east/_cluster/namespace-shop.yaml", "east/kustomization.yaml", "east/shop/kustomization.yaml", "east/shop/route-web.yaml"],
            written);
        Assert.Equal("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - _cluster\n  - shop\n", files["east/kustomization.yaml"]);
        Assert.Equal("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - route-web.yaml\n", files["east/shop/kustomization.yaml"]);
        Assert.Contains("host: \"8080\"", files["east/shop/route-web.yaml"], StringComparison.Ordinal);
        Assert.Contains("port: 80\n", files["east/shop/route-web.yaml"], StringComparison.Ordinal);
    }
}
