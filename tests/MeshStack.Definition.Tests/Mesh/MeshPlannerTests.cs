using MeshStack.Definition.Planning;
using MeshStack.Manifests;

namespace MeshStack.Definition.Tests.Mesh;

public sealed class MeshPlannerTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    private static readonly Plan Plan = TwoPrimaries.Plan(TwoPrimaries.Settings(TwoPrimaries.Generated));

    [Fact]
    public void ResourcesComeInTheOrderOfTrustClustersInstallationsPeeringAndNamespaces()
    {
        string[] expected =
        [
            "meshstack:index:Mesh 'shop'",
            "meshstack:index:MeshTrust 'shop-trust'",
            "tls:index/privateKey:PrivateKey 'shop-trust-root-1-key'",
            "tls:index/selfSignedCert:SelfSignedCert 'shop-trust-root-1'",
            "tls:index/locallySignedCert:LocallySignedCert 'shop-trust-ca-1-west'",
            "meshstack:index:MeshCluster 'east'",
            "pulumi:providers:kubernetes 'east-provider'",
            "pulumi:providers:kubernetes 'west-provider'",
            "meshstack:index:IstioInstall 'east-istio'",
            "kubernetes:core/v1:Secret 'east-istio-cacerts'",
            "kubernetes:helm.sh/v3:Release 'east-istio-istiod'",
            "kubernetes:core/v1:Service 'east-istio-eastwestgateway-service'",
            "meshstack:index:IstioInstall 'west-istio'",
            "kubernetes:networking.istio.io/v1:Gateway 'east-cross-network-gateway'",
            "kubernetes:core/v1:Secret 'west-reader-token'",
            "kubernetes:core/v1:Secret 'west-in-east'",
            "kubernetes:core/v1:Secret 'east-in-west'",
            "meshstack:index:MeshNamespace 'east-cart'",
            "kubernetes:core/v1:Namespace 'west-cart'",
        ];

        Assert.Equal(expected, Plan.Resources.Select(resource => resource.Key.ToString()).Where(expected.Contains));
    }

    [Theory]
    [InlineData("tls:index/privateKey:PrivateKey", "shop-trust-root-1-key", "meshstack:index:MeshTrust 'shop-trust'", null)]
    [InlineData("meshstack:index:MeshCluster", "west", "meshstack:index:Mesh 'shop'", null)]
    [InlineData("pulumi:providers:kubernetes", "west-provider", "meshstack:index:MeshCluster 'west'", "west")]
    [InlineData(Release, "east-istio-istiod", "meshstack:index:IstioInstall 'east-istio'", "east")]
    [InlineData("kubernetes:core/v1:Secret", "east-reader-token", "meshstack:index:Mesh 'shop'", "east")]
    [InlineData("kubernetes:core/v1:Secret", "east-in-west", "meshstack:index:Mesh 'shop'", "west")]
    [InlineData("kubernetes:networking.istio.io/v1:Gateway", "west-cross-network-gateway", "meshstack:index:Mesh 'shop'", "west")]
    [InlineData("kubernetes:core/v1:Namespace", "east-cart", "meshstack:index:MeshNamespace 'east-cart'", "east")]
    public void EachHasItsComponentAndItsCluster(string type, string name, string parent, string? cluster)
    {
        var resource = Find(type, name);

        Assert.Equal((parent, cluster), (resource.Parent.ToString(), resource.Cluster));
    }

    [Fact]
    public void WhoeverIsToldOfAClusterHasItsControlPlaneAndTheTokenBefore()
    {
        var secret = Find("kubernetes:core/v1:Secret", "west-in-east");

        Assert.Equal(
            [$"{Release} 'east-istio-istiod'", "kubernetes:core/v1:Secret 'west-reader-token'"],
            secret.After.Select(key => key.ToString())
        );
    }

    [Fact]
    public void WhatAResourceRefersToComesBeforeIt()
    {
        var (made, known) = (new HashSet<ResourceId>(), new HashSet<LateValue>());
        foreach (var resource in Plan.Resources)
        {
            Assert.All([.. resource.After, .. Given(resource.Parent), .. Given(resource.ReadAfter)], key => Assert.Contains(key, made));
            Assert.All(PlannedTexts.In(resource.Inputs).SelectMany(text => text.Needs), value => Assert.Contains(value, known));
            made.Add(resource.Key);
            known.UnionWith(resource.Provides.Values);
        }
    }

    [Fact]
    public void NobodySeesATextOfASecret()
    {
        var secrets = Plan.Resources.Where(resource => resource.Key.Type == "kubernetes:core/v1:Secret").ToList();

        Assert.Equal(6, secrets.Count);
        Assert.All(secrets, secret => Assert.Equal("data, stringData", string.Join(", ", secret.SecretOutputs)));
        Assert.All(secrets.SelectMany(secret => PlannedTexts.In(secret.Inputs)), text => Assert.True(text.IsSecret));
    }

    [Fact]
    public void ControlPlanesKnowTheirGatewaysAndNamespaces()
    {
        TwoPrimaries.Plan(TwoPrimaries.Settings(TwoPrimaries.Generated), out var mesh);

        Assert.Equal(["east", "west"], mesh.ControlPlanes.Keys);
        Assert.Equal("${west.eastWestGateway.address}", mesh.ControlPlanes["west"].EastWest?.Address?.ToString());
        Assert.Equal(new("kubernetes:core/v1:Namespace", "west-cart"), mesh.ControlPlanes["west"].Namespaces["cart"]);
        Assert.True(mesh.ControlPlanes["east"].Discovers(mesh.ControlPlanes["west"]));
    }

    private static PlannedResource Find(string type, string name)
    {
        var resource = Plan.Find(new(type, name));
        Assert.NotNull(resource);
        return resource;
    }

    private static IEnumerable<ResourceId> Given(ResourceId? key) => key is { } given ? [given] : [];
}
