using MeshStack.Offline;

namespace MeshStack.Components.Tests.Meshes;

/// <summary>What a definition in files refuses or warns of, a program hears of its args too.</summary>
public sealed class GivenInputTests
{
    private const string Unprotected =
        "without a sidecar no policy holds, and every pod that reaches the workload may call it; have it injected, or say sidecar: false";

    [Fact]
    public Task AServiceWhereNothingIsInjectedIsRefused() =>
        IsRefusedAsync(
            args => args.Clusters["c1"].Namespaces["shop"] = new() { Injection = "disabled" },
            $"web: namespace: 'shop' has injection: disabled, and no pod can opt in there: {Unprotected}"
        );

    [Fact]
    public Task SoIsOneThatTheNodeAgentPassesBy() =>
        IsRefusedAsync(
            args =>
                (args.Clusters["c1"].Install.Cni, args.Clusters["c1"].Install.Values) = (
                    true,
                    new() { Cni = new() { ["excludeNamespaces"] = new[] { "shop" } } }
                ),
            $"web: namespace: the node agent passes 'shop' by, so that its traffic goes around the sidecars: {Unprotected}"
        );

    [Fact]
    public Task ACallerWhereNothingIsInjectedIsRefused() =>
        IsRefusedAsync(
            args => args.Clusters["c2"].Namespaces["cart"] = new() { Injection = "disabled" },
            "cart-to-web: namespace: 'cart' has injection: disabled, and no pod can opt in there: without a sidecar a caller shows no "
                + "identity, and web refuses it; have it injected, or see type: k8s"
        );

    [Fact]
    public void AddressesThatNobodyReachesAreErrors() =>
        Assert.Equal(
            [
                "clusters.c1.eastWest.address: '127.0.0.1' means whoever asks for it: give the address at which others reach the gateway",
                "clusters.c2.eastWest.address: '127.0.0.1' means whoever asks for it: give the address at which others reach the gateway",
                "clusters.c2.eastWest.address: '127.0.0.1' is the address of the east-west gateway of c1 too: calls for one cluster would "
                    + "end in the other; give each its own, at the cluster",
            ],
            Problems(args =>
            {
                args.Clusters["c1"].Install.EastWest!.Address = "127.0.0.1";
                args.Clusters["c2"].Install.EastWest!.Address = "127.0.0.1";
            })
        );

    [Fact]
    public void ACertificateThatIsNoneIsAnError() =>
        Assert.Equal(
            ["trust.provided.rootCertificate: holds no PEM block; required: one CERTIFICATE block"],
            Problems(args => args.Trust = new() { Provided = new() { RootCertificate = "notapem" } })
        );

    [Fact]
    public void RequestsAboveLimitsAreErrors() =>
        Assert.Equal(
            ["clusters.c1.eastWest.resources.requests.cpu: 4 is more than the limit of 2000m, which is the default: API servers refuse it"],
            Problems(args => args.Clusters["c1"].Install.EastWest!.Resources = new() { Requests = new() { Cpu = "4" } })
        );

    [Fact]
    public void AKeyOfAnotherTopologyIsWarnedOf() =>
        Assert.Equal(
            [
                "clusters.c2.primary: has no effect: it is for a remote in a primary-remote mesh, and c2 is primary in a federated one; "
                    + "remove it",
            ],
            Problems(args => args.Clusters["c2"].Primary = "c1")
        );

    [Fact]
    public void WaysToAControlPlaneThatNobodyTakesAreWarnedOf() =>
        Assert.Equal(
            [
                "clusters.c1.apiServer: has no effect: it is for the istiods of other clusters, and here each reads its own API server "
                    + "alone; remove it",
                "clusters.c2.externalIstiod: has no effect: it is for the cluster that hosts an external control plane, and c2 is primary "
                    + "in the topology federated; remove it",
                "clusters.c2.values.ztunnel: has no effect: the chart ztunnel is installed with dataPlane: ambient only; remove it",
            ],
            Problems(args =>
            {
                args.Clusters["c2"].Cluster.ApiServer = null;
                args.Clusters["c3"].Cluster.ApiServer = null;
                args.Clusters["c1"].ExternalIstiod = null;
                args.Clusters["c2"].ExternalIstiod = new() { Host = "istiod.example.com", CredentialName = "istiod-certificate" };
                args.Clusters["c2"].Install.Values = new() { Ztunnel = new() { ["logLevel"] = "debug" } };
            })
        );

    [Fact]
    public void NamespacesThatDiscoveryLeavesOutAreErrors() =>
        Assert.Equal(
            [
                "clusters.c1.meshConfig.discoverySelectors: none of them selects istio-system and shop of c1: istiod would see neither "
                    + "services nor policies there, so that what they close is open; select them too, by a label that each has, such as "
                    + "kubernetes.io/metadata.name",
            ],
            Problems(args =>
            {
                args.Clusters["c1"].Namespaces["shop"] = new();
                args.Clusters["c1"].Install.MeshConfig = new()
                {
                    ["discoverySelectors"] = new List<object>
                    {
                        new Dictionary<string, object> { ["matchLabels"] = new Dictionary<string, object> { ["a"] = "b" } },
                    },
                };
            })
        );

    private static IEnumerable<string> Problems(Action<MeshArgs> change)
    {
        var args = MeshRun.Args("federated");
        change(args);
        return args.Problems().OrderBy(p => p.Path, StringComparer.Ordinal).Select(p => $"{p.Path}: {p.Message}");
    }

    private static async Task IsRefusedAsync(Action<MeshArgs> change, string says)
    {
        var args = MeshRun.Args("federated");
        change(args);
        var exception = await Assert.ThrowsAsync<OfflineException>(() => OfflineStack.RunAsync(new OfflineOptions(), () => Run(args)));
        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
    }

    private static void Run(MeshArgs args)
    {
        var mesh = new Mesh("m", args);
        var web = new InboundService(
            "web",
            new()
            {
                ControlPlane = mesh.ControlPlanes["c1"],
                Namespace = "shop",
                Service = "web",
                Port = 80,
                TargetPort = 8080,
            }
        );
        _ = new ClientAccess(
            "cart-to-web",
            new()
            {
                Service = web,
                ControlPlane = mesh.ControlPlanes["c2"],
                Namespace = "cart",
                ServiceAccount = "cart",
                Access = [new() { Methods = ["GET"], Paths = ["/items*"] }],
            }
        );
    }
}
