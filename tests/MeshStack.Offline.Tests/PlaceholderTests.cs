using System.Text;
using MeshStack.Offline.Tests.Programs;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using static MeshStack.Offline.Tests.Programs.Offline;
using Kubernetes = Pulumi.Kubernetes;

namespace MeshStack.Offline.Tests;

public sealed class PlaceholderTests
{
    private static async Task<string> HostOf(Func<Site, Input<string>> host, bool isPreview = true)
    {
        var recording = await Run(
            () =>
            {
                var site = new Site("cluster02");
                Route("user", site.Use, new RouteSpecArgs { Host = host(site) });
            },
            new OfflineOptions { IsPreview = isPreview }
        );
        return (string)recording.Manifests.Single(manifest => manifest.Name == "user").Spec["host"].Value!;
    }

    private static Output<string> Address(Service service) => service.Status.Apply(status => status.LoadBalancer.Ingress[0].Ip);

    [Theory]
    [InlineData("istio-system/istio-eastwestgateway", "${cluster02.eastWestGateway.address}")]
    [InlineData("istio-ingress/istio-ingressgateway", "${cluster02.ingressGateway.address}")]
    [InlineData("istio-egress/istio-egressgateway", "${cluster02.egressGateway.address}")]
    [InlineData("shop/web", "${cluster02.web.address}")]
    [InlineData("web", "${cluster02.web.address}")]
    public async Task TheAddressOfAServiceThatIsReadIsKnownByName(string id, string expected)
    {
        Assert.Equal(expected, await HostOf(site => Address(Service.Get("read", id, site.Use))));
        Assert.Equal(expected, await HostOf(site => Address(Service.Get("read", id, site.Use)), isPreview: false));
    }

    [Fact]
    public async Task TheAddressOfANewLoadBalancerIsKnownByName() =>
        Assert.Equal(
            "${cluster02.web.address}",
            await HostOf(site =>
                Address(
                    new Service(
                        "service",
                        new ServiceArgs
                        {
                            Metadata = new ObjectMetaArgs { Name = "web" },
                            Spec = new ServiceSpecArgs { Type = "LoadBalancer" },
                        },
                        site.Use
                    )
                )
            )
        );

    [Fact]
    public async Task AServiceInsideTheClusterHasNoAddressOfALoadBalancer() =>
        Assert.Equal(
            "0",
            await HostOf(site =>
                new Service("web", new ServiceArgs { Metadata = new ObjectMetaArgs { Name = "web" } }, site.Use).Status.Apply(status =>
                    status.LoadBalancer.Ingress.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)
                )
            )
        );

    [Fact]
    public async Task AServiceMayBeReadByWhatItsReleaseSays() =>
        Assert.Equal(
            "${cluster02.eastWestGateway.address}",
            await HostOf(site =>
            {
                var release = new Release(
                    "gateway",
                    new()
                    {
                        Chart = "gateway",
                        Name = "istio-eastwestgateway",
                        Namespace = "istio-system",
                    },
                    site.Use
                );
                return Address(Service.Get("read", release.Status.Apply(status => $"{status.Namespace}/{status.Name}"), site.Use));
            })
        );

    [Fact]
    public async Task AReleaseIsDeployed() =>
        Assert.Equal(
            "deployed ${cluster02.gateway.name} default 1",
            await HostOf(site =>
                new Release("gateway", new() { Chart = "gateway" }, site.Use).Status.Apply(status =>
                    $"{status.Status} {status.Name} {status.Namespace} {status.Revision}"
                )
            )
        );

    [Fact]
    public async Task AReadObjectKnowsWhatItsIdSays() =>
        Assert.Equal(
            "v1 Service istio-system/web",
            await HostOf(site =>
            {
                var service = Service.Get("read", "istio-system/web", site.Use);
                return Output
                    .Tuple(service.ApiVersion, service.Kind, service.Metadata)
                    .Apply(all => $"{all.Item1} {all.Item2} {all.Item3.Namespace}/{all.Item3.Name}");
            })
        );

    [Fact]
    public async Task AGeneratedNameIsKnownToTheProgramAndInTheObject()
    {
        var recording = await Run(() =>
        {
            var site = new Site("cluster02");
            var ns = new Namespace("team", new() { Metadata = new ObjectMetaArgs { Labels = { ["a"] = "b" } } }, site.Use);
            Route("user", site.Use, new RouteSpecArgs { Host = ns.Metadata.Apply(metadata => metadata.Name) });
        });

        Assert.Equal(["Namespace ${cluster02.team.name}", "Route shop/user"], recording.Manifests.Select(manifest => manifest.Reference));
        Assert.Equal("{'host':'${cluster02.team.name}'}", Text(recording.Manifests.Last().Body["spec"]));
    }

    [Fact]
    public async Task TheTokenOfAServiceAccountCanBeDecoded() =>
        Assert.Equal(
            "${cluster02.reader.token}",
            await HostOf(site =>
                Output.Unsecret(
                    new Secret(
                        "token",
                        new SecretArgs
                        {
                            Type = "kubernetes.io/service-account-token",
                            Metadata = new ObjectMetaArgs { Name = "reader" },
                        },
                        site.Use
                    ).Data.Apply(data => Encoding.UTF8.GetString(Convert.FromBase64String(data["token"])))
                )
            )
        );

    [Fact]
    public async Task IdsAreKnown()
    {
        Assert.Equal("shop/a", await HostOf(site => Route("a", site.Use).Id));
        Assert.Equal("cluster02-provider", await HostOf(site => site.Provider.Id));
        Assert.Equal("${thing.id}", await HostOf(_ => new Thing("thing").Id));
    }

    [Fact]
    public async Task WhatAnotherProviderGeneratesIsKnownByName()
    {
        Assert.Equal("${key.address}", await HostOf(_ => new Thing("key", null, null, "tls:index/privateKey:PrivateKey").Address));
        Assert.Equal("given", await HostOf(_ => new Thing("thing", new ThingArgs { Text = "given" }).Text));
    }

    [Fact]
    public async Task AnOddProviderNameStillLeadsToItsCluster()
    {
        var recording = await Run(() => Route("a", new CustomResourceOptions { Provider = new Kubernetes.Provider("odd::name/1") }));

        Assert.Equal("odd::name/1", recording.Manifests.Single().Cluster);
    }
}
