using MeshStack.Istio;

namespace MeshStack.Components.Tests.Services;

public sealed class ClientAccessTests
{
    [Fact]
    public async Task ACallerOfTheSameClusterGetsItsPolicyAndNothingElse()
    {
        var recording = await TwoClusters.RunAsync(t => TwoClusters.Access("cart-to-web", t.Web(), t.East));
        Assert.DoesNotContain(recording.Manifests, m => m.Kind == "ServiceEntry");
        Assert.Single(recording.Resources, r => r.Parent?.Name == "cart-to-web");
    }

    [Fact]
    public async Task ThePolicyNamesTheCallerItsMethodsAndItsPaths()
    {
        var policies = await TwoClusters.SpecsAsync(
            "AuthorizationPolicy",
            t => TwoClusters.Access("cart-to-web", t.Web(a => a.TargetPort = 8080), t.West)
        );
        Assert.Equal(
            """
            spec:
              action: ALLOW
              rules:
              - from:
                - source:
                    principals:
                    - west/ns/cart/sa/checkout
                to:
                - operation:
                    methods:
                    - GET
                    paths:
                    - /items*
                    ports:
                    - "8080"
              selector:
                matchLabels:
                  app: web
            """,
            policies["east shop/cart-to-web"]
        );
    }

    [Fact]
    public async Task WithoutAServiceAccountTheWholeNamespaceOfThatClusterIsLetIn()
    {
        var policies = await TwoClusters.SpecsAsync(
            "AuthorizationPolicy",
            t => TwoClusters.Access("cart-to-web", t.Web(), t.West, a => a.ServiceAccount = null)
        );
        Assert.Contains("- west/ns/cart/*", policies["east shop/cart-to-web"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneRuleForEverythingLeavesNoConditionButTheCaller()
    {
        var policies = await TwoClusters.SpecsAsync(
            "AuthorizationPolicy",
            t => TwoClusters.Access("cart-to-web", t.Web(), t.West, a => a.Access = [new() { Methods = ["*"] }, new() { Paths = ["/x"] }])
        );
        Assert.DoesNotContain("to:", policies["east shop/cart-to-web"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImportLeadsThroughTheServersGatewayWithTheServersSni()
    {
        var entries = await TwoClusters.SpecsAsync(
            "ServiceEntry",
            t => TwoClusters.Access("cart-to-web", t.Web(a => a.ExposedPort = 8000), t.West)
        );
        Assert.Equal(
            """
            spec:
              endpoints:
              - address: 192.0.2.1
                ports:
                  http: 15443
              exportTo:
              - "."
              hosts:
              - web.shop.east
              location: MESH_INTERNAL
              ports:
              - name: http
                number: 8000
                protocol: HTTP
              resolution: DNS
            """,
            entries["west cart/web.shop.east"]
        );
        var rules = await TwoClusters.SpecsAsync(
            "DestinationRule",
            t => TwoClusters.Access("cart-to-web", t.Web(a => (a.ExposedPort, a.ServiceAccount) = (8000, "web")), t.West)
        );
        Assert.Equal(
            """
            spec:
              exportTo:
              - "."
              host: web.shop.east
              trafficPolicy:
                tls:
                  mode: ISTIO_MUTUAL
                  sni: outbound_.80_._.web.shop.svc.cluster.local
                  subjectAltNames:
                  - spiffe://east/ns/shop/sa/web
            """,
            rules["west cart/web.shop.east"]
        );
    }

    [Fact]
    public async Task TwoCallersOfOneNamespaceShareOneImportThatBelongsToNeither()
    {
        var recording = await TwoClusters.RunAsync(t =>
        {
            var web = t.Web();
            TwoClusters.Access("checkout-to-web", web, t.West);
            TwoClusters.Access("basket-to-web", web, t.West, a => a.ServiceAccount = "basket");
        });
        var import = Assert.Single(recording.Resources, r => r.Id.Type == "meshstack:index:ServiceImport");
        Assert.Equal("web", import.Parent!.Value.Name);
        Assert.Single(recording.Manifests, m => m.Kind == "ServiceEntry");
    }

    [Fact]
    public async Task TwoNamespacesGetAnImportEach()
    {
        var entries = await TwoClusters.SpecsAsync(
            "ServiceEntry",
            t =>
            {
                var web = t.Web();
                TwoClusters.Access("cart-to-web", web, t.West);
                TwoClusters.Access("stock-to-web", web, t.West, a => a.Namespace = "stock");
            }
        );
        Assert.Equal(["west cart/web.shop.east", "west stock/web.shop.east"], entries.Keys.Order(StringComparer.Ordinal));
        Assert.All(entries.Values, e => Assert.Contains("exportTo:\n  - \".\"", e, StringComparison.Ordinal));
    }

    [Fact]
    public async Task InstancesOfAHeadlessServiceAreImportedOneByOne()
    {
        var entries = await TwoClusters.SpecsAsync(
            "ServiceEntry",
            t => TwoClusters.Access("cart-to-web", t.Web(a => (a.Headless, a.Instances) = (true, 2)), t.West)
        );
        Assert.Equal(
            ["west cart/web-0.shop.east", "west cart/web-1.shop.east", "west cart/web.shop.east"],
            entries.Keys.Order(StringComparer.Ordinal)
        );
        var rules = await TwoClusters.SpecsAsync(
            "DestinationRule",
            t => TwoClusters.Access("cart-to-web", t.Web(a => (a.Headless, a.Instances) = (true, 2)), t.West)
        );
        Assert.Contains("sni: outbound_.80_._.web-1.shop.svc.cluster.local", rules["west cart/web-1.shop.east"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutlierDetectionNeverEjectsTheGateway()
    {
        var rules = await TwoClusters.SpecsAsync(
            "DestinationRule",
            t => TwoClusters.Access("cart-to-web", t.Web(a => a.OutlierDetection = new() { Interval = "5m" }), t.West)
        );
        Assert.Contains("outlierDetection", rules["east shop/web"], StringComparison.Ordinal);
        Assert.DoesNotContain("outlierDetection", rules["west cart/web.shop.east"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExternalClientIsTheIngressGatewayToTheWorkload()
    {
        var policies = await TwoClusters.SpecsAsync(
            "AuthorizationPolicy",
            t =>
                TwoClusters.Access(
                    "shoppers",
                    t.Web(a => (a.ExternalName, a.CredentialName) = ("shop.example.com", "shop-tls")),
                    null,
                    a => (a.Type, a.Namespace, a.ServiceAccount, a.Cidrs) = (ClientType.External, null, null, ["198.51.100.0/24"])
                )
        );
        Assert.Contains("- east/ns/istio-ingress/sa/istio-ingressgateway", policies["east shop/shoppers"], StringComparison.Ordinal);
        Assert.Contains("remoteIpBlocks:\n        - 198.51.100.0/24", policies["east shop/shoppers"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClientWithoutASidecarIsKnownByItsAddress()
    {
        var policies = await TwoClusters.SpecsAsync(
            "AuthorizationPolicy",
            t =>
                TwoClusters.Access(
                    "batch",
                    t.Web(a => a.MutualTls = MutualTlsMode.Permissive),
                    t.East,
                    a => (a.Type, a.ServiceAccount, a.Cidrs) = (ClientType.Kubernetes, null, ["10.4.0.0/16"])
                )
        );
        Assert.Contains("ipBlocks:\n        - 10.4.0.0/16", policies["east shop/batch"], StringComparison.Ordinal);
        Assert.Contains("notPrincipals:\n        - \"*\"", policies["east shop/batch"], StringComparison.Ordinal);
        Assert.DoesNotContain(" principals", policies["east shop/batch"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task InFrontOfAWorkloadWithoutASidecarTheGatewayDecides()
    {
        var policies = await TwoClusters.SpecsAsync(
            "AuthorizationPolicy",
            t => TwoClusters.Access("cart-to-web", t.Web(a => a.Sidecar = false), t.West)
        );
        Assert.Contains("istio: eastwestgateway", policies["east istio-system/cart-to-web"], StringComparison.Ordinal);
        Assert.Contains(
            "key: connection.sni\n      values:\n      - web.shop.east",
            policies["east istio-system/cart-to-web"],
            StringComparison.Ordinal
        );
        var rules = await TwoClusters.SpecsAsync(
            "DestinationRule",
            t => TwoClusters.Access("cart-to-web", t.Web(a => a.Sidecar = false), t.West)
        );
        Assert.Contains("sni: web.shop.east", Assert.Single(rules).Value, StringComparison.Ordinal);
    }
}
