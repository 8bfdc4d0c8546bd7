using MeshStack.Analysis.Diversions;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Calls;

/// <summary>Who could take the calls of shop to payments, in meshes that let them in different ways.</summary>
public sealed class InterceptionTests
{
    private const string Host = "payments.money.svc.cluster.local";

    [Fact]
    public void WithoutASidecarAnyNamespaceCouldAndASidecarClosesIt()
    {
        var taken = Of();
        Assert.Equal(
            [
                ("money", "VirtualService", "other, shop", true, false),
                ("other", "VirtualService", "shop", true, false),
                ("shop", "VirtualService", "other", true, false),
            ],
            taken.Select(one => (one.From!, one.Kind, string.Join(", ", one.Namespaces), one.IsAnyOther, one.IsUndecided))
        );
        var sidecar = taken.Single(one => one.From == "shop").ClosedBy!;
        Assert.Equal(["./*", "istio-system/*", "money/*"], sidecar.Spec["egress"].Items.Single()["hosts"].Items.Select(host => host.Text));
        Assert.DoesNotContain(Of(sidecar), one => one.From == "shop");
    }

    [Fact]
    public void ASidecarThatImportsANamespaceLeavesItIn()
    {
        var taken = Of(Sidecar("shop", "./*", "money/*", "other/*")).Single(one => one.From == "shop");
        Assert.Equal("other", Assert.Single(taken.Namespaces));
        Assert.Equal((false, true), (taken.IsAnyOther, taken.ClosedBy is null));
        Assert.Equal("one is there already", taken.WhyNoSidecar);
    }

    [Fact]
    public void ARouteForAllIsReplacedByOneForTheCallersAndOneForThemAsWellByNoYoungerOne()
    {
        Assert.Equal(3, Of(Networking("east", "VirtualService", "money", "payments", Route())).Count);
        var route = Route();
        route["exportTo"] = List("money", "other", "shop");
        var own = Networking("east", "VirtualService", "money", "payments", route);
        Assert.DoesNotContain(Of(own), one => one.From is "other" or "shop");
        var body = new Dictionary<string, object?>(own.Body) { ["metadata"] = Map(("name", "payments"), ("namespace", "money")) };
        Assert.All(Of(Manifest.From("east", body)).Where(one => one.From != "money"), one => Assert.True(one.IsUndecided));
    }

    [Fact]
    public void WhatIsExportedToByDefaultDoesNotMatter()
    {
        var mesh = Mesh("defaultVirtualServiceExportTo: ['.']\ndefaultServiceExportTo: ['*']");
        Assert.Equal(["money", "other", "shop"], Of(mesh).Select(one => one.From));
    }

    [Fact]
    public void ANamespaceIsReportedForAnyOfItsCallers()
    {
        DeclaredWorkload[] more =
        [
            Workload("shop", "aaa") with
            {
                HasSidecar = false,
            },
            Workload("shop", "batch") with
            {
                ServiceAccount = "cart",
            },
        ];
        var chosen = Map(
            ("egress", List(Map(("hosts", List("./*", "istio-system/*", "money/*"))))),
            ("workloadSelector", Map(("labels", Map(("app", "cart")))))
        );
        var shop = Of(more, Networking("east", "Sidecar", "shop", "cart", chosen)).Single(one => one.From == "shop");
        Assert.Equal((true, false), (shop.IsAnyOther, shop.IsUndecided));
    }

    [Fact]
    public void ANamespaceThatIstiodDoesNotReadTakesNothing()
    {
        var taken = Of(
            Mesh("discoverySelectors: [{matchLabels: {mesh: 'on'}}]"),
            Space("money", "on"),
            Space("shop", "on"),
            Space("aside", "off"),
            Space("other", "on"),
            Space("istio-system", "on")
        );
        var shop = taken.Single(one => one.From == "shop");
        Assert.Equal(("other", true), (string.Join(", ", shop.Namespaces), shop.IsAnyOther));
    }

    [Theory]
    [InlineData("evil/sink.evil.svc.cluster.local", "evil", false)]
    [InlineData("evil/*.example.com", "evil", false)]
    [InlineData("*/sink.evil.svc.cluster.local", "evil, other", true)]
    public void ASidecarThatImportsAnyHostOfANamespaceImportsRoutesForTheService(string imported, string from, bool isAnyOther)
    {
        var shop = Of([Workload("evil", "sink")], Sidecar("shop", "./*", "money/*", imported)).Single(one => one.From == "shop");
        Assert.Equal(
            ("VirtualService", from, isAnyOther, false),
            (shop.Kind, string.Join(", ", shop.Namespaces), shop.IsAnyOther, shop.IsUndecided)
        );
    }

    [Fact]
    public void NamespacesAreToldApartByThePortsThatTheirHostsAreImportedFor()
    {
        var sidecar = Networking(
            "east",
            "Sidecar",
            "shop",
            "default",
            Map(
                (
                    "egress",
                    List(
                        Map(
                            ("port", Map(("number", 9080L), ("name", "http"), ("protocol", "HTTP"))),
                            ("hosts", List("aaa/sink.aaa.svc.cluster.local"))
                        ),
                        Map(("hosts", List("./*", "money/*", "evil/sink.evil.svc.cluster.local")))
                    )
                )
            )
        );
        var shop = Of([Workload("aaa", "sink"), Workload("evil", "sink")], sidecar).Single(one => one.From == "shop");
        Assert.Equal(("evil", false), (string.Join(", ", shop.Namespaces), shop.IsAnyOther));
    }

    [Fact]
    public void AWildcardTakesCallsWhereTheNameItselfIsLeftOut()
    {
        var sidecar = Sidecar("shop", "./*", "money/*", "evil/*", $"~evil/{Host}");
        var shop = Intercepted("1.31.4", [Workload("evil", "sink")], [], sidecar).Where(one => one.From == "shop");
        Assert.Equal("VirtualService: evil", string.Join("; ", shop.Select(one => $"{one.Kind}: {string.Join(", ", one.Namespaces)}")));

        // Older versions of Istio leave nothing out.
        var unknown = Intercepted(null, [Workload("evil", "sink")], [], sidecar).Where(one => one.From == "shop").ToArray();
        Assert.Contains(unknown, one => one.Namespaces.Contains("evil"));
        Assert.All(unknown, one => Assert.True(one.IsUndecided));
    }

    [Fact]
    public void ASidecarThatImportsWhatIsOutsideIsAdvised()
    {
        var strict = Mesh("outboundTrafficPolicy: {mode: REGISTRY_ONLY}");
        var sidecar = Of(strict, Outside("istio-system")).First(one => one.From == "shop").ClosedBy!;
        Assert.Equal(["./*", "istio-system/*", "money/*"], sidecar.Spec["egress"].Items.Single()["hosts"].Items.Select(host => host.Text));

        // A namespace of which one host is called can write routes for the service beside it.
        Assert.All(Of(strict, Outside("egress")).Where(one => one.From == "shop"), one => Assert.Null(one.ClosedBy));
    }

    [Fact]
    public void ASidecarThatImportsWhatEveryoneCallsIsNoneThatCloses()
    {
        var taken = Intercepted(null, [], [new("east", "other", "collector", Labels("collector"), [new(80, "http")])]);
        Assert.All(taken.Where(one => one.From == "shop" && one.Kind == "VirtualService"), one => Assert.Null(one.ClosedBy));
    }

    [Fact]
    public void ASidecarThatWouldTakeARouteAwayIsNotAdvised()
    {
        var timeout = Networking(
            "east",
            "VirtualService",
            "routes",
            "payments",
            Map(
                ("hosts", List(Host)),
                (
                    "http",
                    List(
                        Map(
                            ("fault", Map(("abort", Map(("httpStatus", 500L), ("percentage", Map(("value", 50L))))))),
                            ("route", List(Map(("destination", Map(("host", Host))))))
                        )
                    )
                )
            )
        );
        var shop = Of(timeout).Single(one => one.From == "shop");
        Assert.Null(shop.ClosedBy);
        Assert.Equal("none closes it", shop.WhyNoSidecar);
        Assert.Equal(["istio-system", "money"], shop.Owners);
        Assert.Equal(["other", "shop"], shop.Callers);
    }

    [Fact]
    public void ManyNamespacesThatCallAreToldApart()
    {
        DeclaredWorkload[] callers = [.. Enumerable.Range(0, 60).Select(number => Workload($"shop{number:00}", "cart"))];
        var taken = Of(callers);
        Assert.Equal(63, taken.Count);
        Assert.All(taken, one => Assert.Equal(one.From == "money" ? 62 : 61, one.Namespaces.Count));
    }

    [Fact]
    public void CallsFromOutsideAreTakenWhereTheGatewayLetsAnyNamespaceRoute()
    {
        Manifest[] Edge(string host) =>
            [
                Networking(
                    "east",
                    "Gateway",
                    "edge",
                    "gate",
                    Map(
                        ("selector", Map(("istio", "ingress"))),
                        (
                            "servers",
                            List(Map(("port", Map(("number", 80L), ("name", "http"), ("protocol", "HTTP"))), ("hosts", List(host))))
                        )
                    )
                ),
                Networking(
                    "east",
                    "VirtualService",
                    "money",
                    "pay",
                    Map([
                        ("hosts", List("pay.example.com")),
                        ("gateways", List("edge/gate")),
                        .. Route().Where(one => one.Key == "http").Select(one => (one.Key, one.Value)),
                    ])
                ),
            ];
        var open = Of(Edge("pay.example.com")).Where(one => one.From is null).ToArray();
        Assert.NotEmpty(open);
        Assert.All(open, one => Assert.Equal((null, "gateways have none"), (one.ClosedBy, one.WhyNoSidecar)));
        Assert.DoesNotContain(Of(Edge("money/pay.example.com")), one => one.From is null);
    }

    [Fact]
    public void WhoMayWriteObjectsIsWhatRolesAndBindingsSay()
    {
        Manifest[] manifests =
        [
            Rbac(
                "ClusterRole",
                null,
                "routes",
                (
                    "rules",
                    List(
                        Map(
                            ("apiGroups", List("networking.istio.io")),
                            ("resources", List("virtualservices")),
                            ("verbs", List("get", "patch"))
                        )
                    )
                )
            ),
            Rbac(
                "ClusterRole",
                null,
                "reads",
                ("rules", List(Map(("apiGroups", List("*")), ("resources", List("*")), ("verbs", List("get", "list")))))
            ),
            Rbac("Role", "other", "all", ("rules", List(Map(("apiGroups", List("*")), ("resources", List("*")), ("verbs", List("*")))))),
            Rbac(
                "RoleBinding",
                "other",
                "one",
                ("roleRef", Map(("kind", "ClusterRole"), ("name", "routes"))),
                ("subjects", List(Map(("kind", "Group"), ("name", "dev"))))
            ),
            Rbac(
                "RoleBinding",
                "other",
                "two",
                ("roleRef", Map(("kind", "Role"), ("name", "all"))),
                ("subjects", List(Map(("kind", "ServiceAccount"), ("name", "ci"), ("namespace", "ops"))))
            ),
            Rbac(
                "RoleBinding",
                "other",
                "three",
                ("roleRef", Map(("kind", "ClusterRole"), ("name", "reads"))),
                ("subjects", List(Map(("kind", "User"), ("name", "eve"))))
            ),
            Rbac(
                "ClusterRoleBinding",
                null,
                "four",
                ("roleRef", Map(("kind", "ClusterRole"), ("name", "cluster-admin"))),
                ("subjects", List(Map(("kind", "User"), ("name", "root"))))
            ),
        ];
        Assert.Equal(["Group dev", "ServiceAccount ops/ci", "User root"], ObjectEditors.Of(manifests, "east", "other", "virtualservices"));
        Assert.Equal(["ServiceAccount ops/ci", "User root"], ObjectEditors.Of(manifests, "east", "other", "serviceentries"));
        Assert.Equal(["User root"], ObjectEditors.Of(manifests, "east", "shop", "virtualservices"));
        Assert.Equal(["User root"], ObjectEditors.Of(manifests, "east", null, "virtualservices"));
        Assert.Empty(ObjectEditors.Of(manifests, "west", "other", "virtualservices"));
    }

    private static Manifest Rbac(string kind, string? ns, string name, params (string Key, object? Value)[] rest) =>
        Manifest.From(
            "east",
            Map([
                ("apiVersion", "rbac.authorization.k8s.io/v1"),
                ("kind", kind),
                ("metadata", Given(("name", name), ("namespace", ns))),
                .. rest,
            ])
        );

    private static Manifest Sidecar(string ns, params string[] hosts) =>
        Networking("east", "Sidecar", ns, "default", Map(("egress", List(Map(("hosts", List([.. hosts])))))));

    private static Manifest Outside(string ns) =>
        Networking(
            "east",
            "ServiceEntry",
            ns,
            "api",
            Map(
                ("hosts", List("api.example.com")),
                ("location", "MESH_EXTERNAL"),
                ("resolution", "DNS"),
                ("ports", List(Map(("number", 80L), ("name", "http"), ("protocol", "HTTP"))))
            )
        );

    private static Dictionary<string, object?> Route() =>
        Map(("hosts", List(Host)), ("http", List(Map(("route", List(Map(("destination", Map(("host", Host))))))))));

    private static Manifest Mesh(string configuration) =>
        Manifest.From(
            "east",
            Map(
                ("apiVersion", "v1"),
                ("kind", "ConfigMap"),
                ("metadata", Map(("name", "istio"), ("namespace", "istio-system"))),
                ("data", Map(("mesh", configuration)))
            )
        );

    private static Manifest Space(string name, string mesh) =>
        Manifest.From(
            "east",
            Map(
                ("apiVersion", "v1"),
                ("kind", "Namespace"),
                ("metadata", Map(("name", name), ("labels", Map(("mesh", mesh), ("istio-injection", "enabled")))))
            )
        );

    private static IReadOnlyList<InterceptedCalls> Of(params Manifest[] manifests) => Intercepted(null, [], [], manifests);

    private static IReadOnlyList<InterceptedCalls> Of(DeclaredWorkload[] more, params Manifest[] manifests) =>
        Intercepted(null, more, [], manifests);

    private static IReadOnlyList<InterceptedCalls> Intercepted(
        string? version,
        DeclaredWorkload[] more,
        DeclaredService[] services,
        params Manifest[] manifests
    )
    {
        var sources = new SnapshotSources
        {
            IstioVersion = version,
            Workloads = [Workload("shop", "cart"), Workload("money", "payments"), Workload("other", "collector"), .. more],
            Services = [new("east", "money", "payments", Labels("payments"), [new(80, "http")]), .. services],
            Releases = [new("east", "edge", "ingress", "istio/gateway", Map(("labels", Map(("istio", "ingress")))))],
            Manifests = manifests,
        };
        var snapshot = Snapshot.From(sources);
        return
        [
            .. InterceptionProbe
                .Of(sources, snapshot, AccessMatrix.From(snapshot), _ => true)
                .OrderBy(one => one.From, StringComparer.Ordinal),
        ];
    }

    private static DeclaredWorkload Workload(string ns, string name) => new("east", ns, name, Labels(name), name);

    private static Dictionary<string, string> Labels(string name) => new() { ["app"] = name };
}
