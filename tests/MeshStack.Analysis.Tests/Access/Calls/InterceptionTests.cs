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
    }

    [Fact]
    public void AnOlderRouteOfTheServiceIsNotReplacedAndOneWithoutAnAgeMayBe()
    {
        var own = Networking("east", "VirtualService", "money", "payments", Route());
        Assert.Empty(Of(own));
        var body = new Dictionary<string, object?>(own.Body) { ["metadata"] = Map(("name", "payments"), ("namespace", "money")) };
        Assert.All(Of(Manifest.From("east", body)), one => Assert.True(one.IsUndecided));
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
        Assert.All(open, one => Assert.Null(one.ClosedBy));
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

    private static Dictionary<string, object?> Route() =>
        Map(("hosts", List(Host)), ("http", List(Map(("route", List(Map(("destination", Map(("host", Host))))))))));

    private static IReadOnlyList<InterceptedCalls> Of(params Manifest[] manifests)
    {
        var sources = new SnapshotSources
        {
            Workloads = [Workload("shop", "cart"), Workload("money", "payments"), Workload("other", "collector")],
            Services = [new("east", "money", "payments", Labels("payments"), [new(80, "http")])],
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
