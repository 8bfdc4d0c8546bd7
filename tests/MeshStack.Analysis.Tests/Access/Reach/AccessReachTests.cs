using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Reach;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Reach;

/// <summary>Which workloads a chain leads on from.</summary>
public sealed class AccessReachTests
{
    private static readonly AccessCaller Front = new("east", "front", "front", false);

    private static readonly AccessTarget Database = new("east", "data", "db", 80);

    private static readonly DeclaredWorkload[] Workloads =
    [
        new("east", "front", "front", App("front"), "front"),
        new("east", "data", "db", App("db"), "db"),
        new("east", "shop", "other", App("other"), "other"),
    ];

    private static readonly DeclaredService[] Services = [new("east", "data", "db", App("db"), [new(80, "http")])];

    /// <summary>A pod's port that no Service has is called by the workload's name, which is another one's Service here.</summary>
    [Theory]
    [InlineData(80)]
    [InlineData(8080)]
    public void APodsOwnPortLeadsOnFromThePod(int servicePort)
    {
        var reach = Reach(
            [new("east", "shop", "web", App("web"), "payer", Ports: new Dictionary<string, int> { ["8080"] = 8080 })],
            [new("east", "shop", "web", App("other"), [new(servicePort, "http")])],
            [LetIn("data", "db", "shop/sa/payer")]
        );

        var way = Assert.Single(reach.Of(Front), way => way.Target == Database);
        Assert.Equal("east front/front → east shop/web:8080 → east data/db:80: everything", way.ToString());
        Assert.Contains(reach.To(target => target == Database), way => way.Caller == Front && way.Calls.Count == 2);
    }

    /// <summary>The pod behind the Service of that name is no other one than those that the Service chooses.</summary>
    [Fact]
    public void AServiceLeadsOnFromItsPods()
    {
        var reach = Reach(
            [new("east", "shop", "web", App("web"), "payer")],
            [new("east", "shop", "web", App("other"), [new(80, "http")])],
            [LetIn("data", "db", "shop/sa/payer"), Strict]
        );

        Assert.Equal(["east shop/web:80"], reach.Of(Front).Select(way => way.Target.ToString()));
        reach = Reach(
            [new("east", "shop", "web", App("web"), "payer")],
            [new("east", "shop", "web", App("other"), [new(80, "http")])],
            [LetIn("data", "db", "shop/sa/other"), Strict]
        );
        Assert.Equal(2, Assert.Single(reach.Of(Front), way => way.Target == Database).Calls.Count);
    }

    /// <summary>Where a route leads to some of a Service's pods alone, nothing leads on from the others.</summary>
    [Theory]
    [InlineData("one", true)]
    [InlineData("two", false)]
    public void ASubsetLeadsOnFromItsPods(string account, bool leads)
    {
        var reach = Reach(
            [new("east", "shop", "one", AppOf("web", "one"), "one"), new("east", "shop", "two", AppOf("web", "two"), "two")],
            [new("east", "shop", "web", App("web"), [new(80, "http")])],
            [
                LetIn("data", "db", $"shop/sa/{account}"),
                Strict,
                Networking(
                    "east",
                    "DestinationRule",
                    "shop",
                    "web",
                    Map(("host", "web"), ("subsets", List(Map(("name", "one"), ("labels", Map(("version", "one")))))))
                ),
                Networking(
                    "east",
                    "VirtualService",
                    "shop",
                    "web",
                    Map(
                        ("hosts", List("web")),
                        ("http", List(Map(("route", List(Map(("destination", Map(("host", "web"), ("subset", "one")))))))))
                    )
                ),
            ]
        );

        Assert.Equal(leads, reach.Of(Front).Any(way => way.Target == Database));
    }

    private static Manifest Strict =>
        Security("east", "PeerAuthentication", "istio-system", "default", Map(("mtls", Map(("mode", "STRICT")))));

    private static Manifest LetIn(string ns, string app, string account) =>
        Security(
            "east",
            "AuthorizationPolicy",
            ns,
            app,
            Map(("rules", List(Map(("from", List(Map(("source", Map(("principals", List($"cluster.local/ns/{account}")))))))))))
        );

    private static Dictionary<string, string> App(string name) => new() { ["app"] = name };

    private static Dictionary<string, string> AppOf(string name, string version) => new() { ["app"] = name, ["version"] = version };

    private static AccessReach Reach(DeclaredWorkload[] workloads, DeclaredService[] services, Manifest[] manifests) =>
        AccessReach.From(
            AccessMatrix.From(
                Snapshot.From(
                    new SnapshotSources
                    {
                        Workloads = [.. Workloads, .. workloads],
                        Services = [.. Services, .. services],
                        Manifests = manifests,
                    }
                )
            )
        );
}
