using MeshStack.Istio;
using MeshStack.Manifests;

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

    [Fact]
    public async Task SeveralCallersAreInOnePolicyInOrderAndOnce()
    {
        var policies = await TwoClusters.SpecsAsync(
            "AuthorizationPolicy",
            t =>
                TwoClusters.Access(
                    "front-to-web",
                    t.Web(),
                    null,
                    a =>
                    {
                        (a.Namespace, a.ServiceAccount) = (null, null);
                        a.ControlPlanes = [t.West, t.East];
                        a.Namespaces = ["cart", "basket"];
                        a.ServiceAccounts = ["worker", "checkout"];
                        a.Callers =
                        [
                            new()
                            {
                                ControlPlane = t.West,
                                Namespace = "cart",
                                ServiceAccounts = ["checkout"],
                            },
                        ];
                    }
                )
        );
        Assert.Contains(
            """
                    principals:
                    - east/ns/basket/sa/checkout
                    - east/ns/basket/sa/worker
                    - east/ns/cart/sa/checkout
                    - east/ns/cart/sa/worker
                    - west/ns/basket/sa/checkout
                    - west/ns/basket/sa/worker
                    - west/ns/cart/sa/checkout
                    - west/ns/cart/sa/worker
            """,
            policies["east shop/front-to-web"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AListOfCallersIsAGroupThatAccessesShare()
    {
        var recording = await TwoClusters.RunAsync(t =>
        {
            var web = t.Web();
            List<CallerArgs> front =
            [
                new() { ControlPlanes = [t.East, t.West], Namespace = "cart" },
                new()
                {
                    ControlPlane = t.West,
                    Namespaces = ["basket"],
                    ServiceAccount = "basket",
                },
            ];
            foreach (var (name, path) in new[] { ("front-reads", "/a"), ("front-writes", "/b") })
            {
                TwoClusters.Access(
                    name,
                    web,
                    null,
                    a => (a.Namespace, a.ServiceAccount, a.Callers, a.Access) = (null, null, front, [new() { Paths = [path] }])
                );
            }
        });
        Assert.Equal(
            ["front-reads", "front-writes"],
            recording
                .Manifests.Where(m => m.Name.StartsWith("front", StringComparison.Ordinal))
                .Select(m => m.Name)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["west basket/web.shop.east", "west cart/web.shop.east"],
            recording
                .Manifests.Where(m => m.Kind == "ServiceEntry")
                .Select(m => $"{m.Cluster} {m.Namespace}/{m.Name}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task EveryMistakeInCallersIsSaidAtItsPlace()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() =>
            TwoClusters.RunAsync(t =>
                TwoClusters.Access(
                    "front-to-web",
                    t.Web(a => a.Sidecar = false),
                    t.West,
                    a =>
                    {
                        a.Namespaces = ["Cart"];
                        a.Callers =
                        [
                            new(),
                            new()
                            {
                                ControlPlane = t.East,
                                Namespace = "cart",
                                ServiceAccount = "a",
                            },
                            new()
                            {
                                ControlPlane = t.West,
                                Namespace = "cart",
                                ServiceAccounts = ["B"],
                            },
                        ];
                        a.Until = "tomorrow";
                        a.Owner = "nobody in particular";
                        a.Description = "one\ntwo";
                    }
                )
            )
        );
        Assert.All(
            [
                "front-to-web: namespaces: not beside namespace: name all of them here, and remove namespace",
                "front-to-web: namespaces[0]: 'Cart' is not a DNS label",
                "front-to-web: callers[0].cluster: required: cluster of the caller, or clusters of several",
                "front-to-web: callers[0].namespace: required: namespace of the caller, or namespaces of several",
                "front-to-web: callers[2].serviceAccounts[0]: 'B' is not a name of a service account",
                "front-to-web: service: east/cart/a: every workload of east reaches web directly",
                "front-to-web: until: 'tomorrow' is not a date: write YYYY-MM-DD, such as 2027-01-31",
                "front-to-web: owner: 'nobody in particular' is not one owner",
                "front-to-web: description: has control characters",
            ],
            line => Assert.Contains(line, refused.ToString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ObjectsSayWhoAnswersForThemWhatTheyAreForAndUntilWhen()
    {
        var recording = await TwoClusters.RunAsync(t =>
            TwoClusters.Access(
                "cart-to-web",
                t.Web(a => (a.Owner, a.Description) = ("@example/web", "The shop.")),
                t.West,
                a => (a.Description, a.Until) = ("Reads what is sold.", "2027-01-31")
            )
        );
        Assert.Equal(
            ["meshstack/description: Reads what is sold.", "meshstack/until: 2027-01-31"],
            Annotations(recording.Manifests.Single(m => m.Name == "cart-to-web"))
        );
        foreach (var made in new[] { "web-allow-nothing", "web-east-west", "web.shop.east" })
        {
            Assert.All(
                recording.Manifests.Where(m => m.Name == made),
                manifest => Assert.Equal(["meshstack/description: The shop.", "meshstack/owner: @example/web"], Annotations(manifest))
            );
        }
    }

    private static IEnumerable<string> Annotations(Manifest manifest) =>
        Field
            .From(manifest.Body)["metadata"]["annotations"]
            .Entries.Select(entry => $"{entry.Name}: {entry.Text}")
            .Order(StringComparer.Ordinal);
}
