using MeshStack.Offline;
using Pulumi;

namespace MeshStack.Components.Tests.Install;

public sealed class IstioInstallTests
{
    [Fact]
    public async Task ReleasesFollowEachOther()
    {
        var releases = await ReleasesAsync(a => (a.EastWest, a.Ingress) = (new() { Address = "192.0.2.1" }, new()));
        Assert.Equal(["base", "gateway", "gateway", "istiod"], releases.Select(r => r.Chart).Order(StringComparer.Ordinal));
        Assert.Contains("istio-system/istio-base", releases.Single(r => r.Name == "istiod").Needs);
        Assert.All(releases.Where(r => r.Chart == "gateway"), r => Assert.Contains("istio-system/istiod", r.Needs));
        Assert.All(releases, r => Assert.Equal("1.31.4", r.Version));
    }

    [Fact]
    public async Task TheIdentityOfTheClusterIsInTheValues()
    {
        var istiod = (await ReleasesAsync()).Single(r => r.Chart == "istiod").Values;
        var global = Map(istiod["global"]);
        Assert.Equal("mesh1", global["meshID"]);
        Assert.Equal("net1", global["network"]);
        Assert.Equal("east", Map(global["multiCluster"])["clusterName"]);
        var mesh = Map(istiod["meshConfig"]);
        Assert.Equal("east.example.com", mesh["trustDomain"]);
        Assert.Equal("ALLOW_ANY", Map(mesh["outboundTrafficPolicy"])["mode"]);
        Assert.Equal("true", Map(Map(mesh["defaultConfig"])["proxyMetadata"])["ISTIO_META_DNS_CAPTURE"]);
    }

    [Fact]
    public async Task ForeignTrustDomainsAreValidatedAndNotMerged()
    {
        var istiod = (await ReleasesAsync(a => (a.RootCertificate, a.PeerTrustDomains) = ("PEM", ["b", "a"])))
            .Single(r => r.Chart == "istiod")
            .Values;
        var mesh = Map(istiod["meshConfig"]);
        var ca = Map(Assert.Single((IReadOnlyList<object?>)mesh["caCertificates"]!));
        Assert.Equal("PEM", ca["pem"]);
        Assert.Equal(["a", "b"], (IReadOnlyList<object?>)ca["trustDomains"]!);
        Assert.False(mesh.ContainsKey("trustDomainAliases"));
    }

    [Fact]
    public void WhileARootIsReplacedEachOfThemIsAnEntry()
    {
        var asked = new IstioInstallSettings
        {
            MeshId = "mesh",
            RootCertificate = Root("one") + Root("two"),
            PeerTrustDomains = ["b"],
        };
        var istiod = IstiodValues.Of(
            new Installation(asked, new ClusterIdentity("east"))
            {
                TrustedRoots = [Root("one"), ((Definition.Planning.TextValue)Root("two")).AsSecret()],
                TrustsSeveralRoots = true,
            },
            "default"
        );
        var entries = ((IEnumerable<object>)((Dictionary<string, object>)istiod["meshConfig"])["caCertificates"])
            .Cast<Dictionary<string, object>>()
            .ToList();

        // A root that is kept secret hides itself, and nothing beside it.
        Assert.Equal([false, true], entries.Select(e => ((Definition.Planning.TextValue)e["pem"]).IsSecret));
        Assert.All(entries, e => Assert.Equal(["b"], ((IEnumerable<object>)e["trustDomains"]).Cast<string>()));
        Assert.Equal("true", ((Dictionary<string, object>)istiod["env"])["ISTIO_MULTIROOT_MESH"]);

        static string Root(string name) => $"-----BEGIN CERTIFICATE-----\n{name}\n-----END CERTIFICATE-----\n";
    }

    [Fact]
    public async Task ARevisionIsInEveryRelease()
    {
        var releases = await ReleasesAsync(a => (a.Revision, a.Ingress) = ("1-31-4", new()));
        Assert.Equal("1-31-4", releases.Single(r => r.Chart == "base").Values["defaultRevision"]);
        Assert.Equal("istiod-1-31-4", releases.Single(r => r.Chart == "istiod").Name);
        Assert.All(releases.Where(r => r.Chart != "base"), r => Assert.Equal("1-31-4", r.Values["revision"]));
    }

    [Fact]
    public async Task HighAvailabilityComesWithABudgetThatLeavesRoom()
    {
        var releases = await ReleasesAsync(a =>
            (a.Istiod, a.Ingress) = (new() { MinReplicas = 6 }, new() { MinReplicas = 2, MaxReplicas = 4 })
        );
        var istiod = releases.Single(r => r.Chart == "istiod").Values;
        Assert.Equal(6L, istiod["autoscaleMin"]);
        Assert.Equal(6L, istiod["autoscaleMax"]);
        Assert.Equal(1L, Map(istiod["pdb"])["minAvailable"]);
        var gateway = releases.Single(r => r.Chart == "gateway").Values;
        Assert.Equal(2L, Map(gateway["autoscaling"])["minReplicas"]);
        Assert.Equal(1L, Map(gateway["podDisruptionBudget"])["minAvailable"]);
        Assert.False(istiod.ContainsKey("replicaCount"), "is ignored while the autoscaler is on");
    }

    [Fact]
    public async Task AnEastWestGatewayServesItsNetwork()
    {
        var gateway = (await ReleasesAsync(a => a.EastWest = new() { Address = "192.0.2.1" })).Single(r => r.Chart == "gateway");
        Assert.Equal("istio-system/istio-eastwestgateway", gateway.Reference);
        Assert.Equal("net1", gateway.Values["networkGateway"]);
    }

    [Fact]
    public async Task CacertsAreThereBeforeIstiod()
    {
        var recording = await RunAsync(a =>
            a.CaCertificates = new()
            {
                Certificate = "cert",
                PrivateKey = Output.CreateSecret("key"),
                RootCertificate = "root",
                CertificateChain = "chain",
            }
        );
        var secret = recording.Resources.Single(r => r.Manifest is { Kind: "Secret" });
        Assert.Equal("istio-system", secret.Manifest!.Namespace);
        Assert.Equal("cacerts", secret.Manifest.Name);
        Assert.Equal(
            ["ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem"],
            Map(secret.Manifest.Body["stringData"]).Keys.Order(StringComparer.Ordinal)
        );
        Assert.Contains(secret.Id, recording.Resources.Single(r => r.HelmRelease is { Chart: "istiod" }).DependsOn);
    }

    [Fact]
    public async Task AnAddressThatOnlyTheLoadBalancerKnowsIsReadFromIt()
    {
        var recording = await RunAsync(a => a.EastWest = new());
        var read = Assert.Single(recording.Resources, r => r.IsRead);
        Assert.Equal("east-istio-eastwestgateway-service", read.Id.Name);
        Assert.Equal("${east.eastWestGateway.address}", recording.Outputs["address"]);
    }

    private static async Task<IReadOnlyList<HelmRelease>> ReleasesAsync(Action<IstioInstallArgs>? change = null) =>
        [.. (await RunAsync(change)).HelmReleases];

    private static Task<Recording> RunAsync(Action<IstioInstallArgs>? change) =>
        OneCluster.RunAsync(
            change,
            controlPlane => new Dictionary<string, object?> { ["address"] = controlPlane.EastWest?.Address?.ToOutput() }
        );

    private static IReadOnlyDictionary<string, object?> Map(object? value) => (IReadOnlyDictionary<string, object?>)value!;
}
