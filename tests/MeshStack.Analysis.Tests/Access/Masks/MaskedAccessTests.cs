using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Masks;

/// <summary>What masks make of the matrix, of differences and of findings.</summary>
public sealed class MaskedAccessTests
{
    private static readonly AccessCaller Sleep = new("east", "default", "sleep", false);

    private static readonly AccessCaller Outside = new("east", null, null, IsOutside: true);

    private static readonly SnapshotSources Federated = Sources("endpoints/federated-service-entry.yaml");

    private static readonly SnapshotSources Ingress = Sources("gateways/ingress.yaml");

    private static readonly SnapshotSources OneCluster = Sources("peer-authentication/permissive-by-default.yaml");

    [Fact]
    public void ACellSaysWhichObjectHidesWhat()
    {
        var cell = Matrix(Sources("masks/mesh-trust-domains-of-a-certificate.yaml"))
            .Cells.Single(cell => cell.Target.Service == "httpbin" && cell.Caller == Sleep);

        Assert.Equal((true, true), (cell.Requests.Certain.IsEmpty, cell.Requests.Possible.Equals(RequestSet.Everything)));
        Assert.Equal(
            "values.meshConfig.caCertificates[0].trustDomains[0] of the release istio-system/istiod is masked",
            Assert.Single(cell.Requests.Reasons)
        );
        Assert.Contains(
            cell.Because,
            cause => cause.ToString() == "west Release istio-system/istiod: values.meshConfig.caCertificates[0].trustDomains[0] is masked"
        );
        Assert.False(cell.IsTargetUndecided);
    }

    [Fact]
    public void AMaskInOneRuleIsAMatterOfItsRequests()
    {
        var cell = Matrix(Sources("masks/authorization-principal-of-another-method.yaml"))
            .Cells.Single(cell => cell.Caller == Sleep && cell.Target.Service == "httpbin");

        Assert.Equal(RequestSet.Methods(TextSet.Exact("POST")), cell.Requests.Undecided);
        Assert.True(cell.Requests.Certain.IsEmpty);
    }

    [Theory]
    [InlineData("DestinationRule default/httpbin.spec.host")]
    [InlineData("DestinationRule default/httpbin.spec.trafficPolicy.tls.sni")]
    [InlineData("ServiceEntry default/httpbin.spec.hosts[0]")]
    [InlineData("ServiceEntry default/httpbin.spec.ports[0].number")]
    [InlineData("Gateway foo/httpbin.spec.servers[0].hosts[0]")]
    [InlineData("west.trustDomain")]
    [InlineData("west.caTrustDomains[0]")]
    [InlineData("east.network")]
    [InlineData("default/sleep.serviceAccount")]
    public void WhatAMaskHidesIsNotSaidToBeLost(string path)
    {
        var change = AccessDiff
            .Between(Matrix(Federated), Matrix(Masked(Federated, path)))
            .Single(change => change.Target == new AccessTarget("west", "foo", "httpbin", 8000) && change.Caller == Sleep);

        Assert.True(change.Undecided);
        Assert.False(change.Lost.IsEmpty);
    }

    [Theory]
    [InlineData("Gateway foo/web.spec.servers[0].hosts[0]")]
    [InlineData("Gateway foo/web.spec.servers[0].port.number")]
    [InlineData("Gateway foo/web.spec.selector.istio")]
    [InlineData("VirtualService foo/web.spec.hosts[0]")]
    [InlineData("VirtualService foo/web.spec.gateways[0]")]
    [InlineData("VirtualService foo/web.spec.http[0].route[0].destination.host")]
    public void WhatAMaskHidesFromOutsideIsNotSaidToBeLost(string path)
    {
        var change = AccessDiff
            .Between(Matrix(Ingress), Matrix(Masked(Ingress, path)))
            .Single(change => change.Target.Service == "httpbin" && change.Caller == Outside);

        Assert.True(change.Undecided);
        Assert.False(change.Lost.IsEmpty);
    }

    [Fact]
    public void WhatAMaskHidIsNotSaidToBeGained()
    {
        var change = AccessDiff
            .Between(Matrix(Masked(Federated, "DestinationRule default/httpbin.spec.host")), Matrix(Federated))
            .Single(change => change.Target.Cluster == "west" && change.Caller == Sleep);

        Assert.Equal((AccessChangeKind.Gained, true), (change.Kind, change.Undecided));
    }

    [Fact]
    public void APortThatIsHiddenIsAPortOfItsService()
    {
        var service = Service(Draft.Map(("port", "[secret]"), ("name", "http")));

        var cell = Matrix(OneCluster with { Manifests = [service] })
            .Cells.Single(cell => cell.Target.Service == "web" && cell.Caller == Sleep);

        Assert.Equal(("web.foo.svc.cluster.local", 0, true), (cell.Host, cell.HostPort, cell.IsTargetUndecided));
    }

    [Fact]
    public void NothingIsSaidToHaveNoEffectWhereAnObjectIsNotRead()
    {
        Manifest[] objects = [Policy("one", "selector", "nobody"), Service(Draft.Map(("port", 8000L), ("name", "http")))];

        Assert.Contains(
            Findings(OneCluster with { Manifests = objects }),
            finding => finding.Code == AccessFindingCodes.SelectorSelectsNothing
        );
        Assert.Empty(Findings(OneCluster with { Manifests = [.. objects, Policy("two", "selector", "[secret]")] }));
    }

    [Fact]
    public void AMaskIsNoUnknownCaller()
    {
        SnapshotSources With(string principal) => OneCluster with { Manifests = [Rule(principal)] };

        Assert.Contains(Findings(With("cluster.local/ns/default/sa/slep")), finding => finding.Code == AccessFindingCodes.CallerUnknown);
        Assert.Empty(Findings(With("[secret]")));
    }

    [Fact]
    public void AMaskIsNoRegion()
    {
        var sources = OneCluster with { Settings = new Dictionary<string, ClusterSettings> { ["east"] = new() { Region = "[secret]" } } };

        Assert.Empty(OutagePlaces.From(sources).Regions);
    }

    private static Manifest Service(object port) =>
        Manifest.From(
            "east",
            Draft.Map(
                ("apiVersion", "v1"),
                ("kind", "Service"),
                ("metadata", Draft.Map(("name", "web"), ("namespace", "foo"))),
                ("spec", Draft.Map(("selector", Draft.Map(("app", "httpbin"))), ("ports", Draft.List(port))))
            )
        );

    private static Manifest Policy(string name, string field, string app) =>
        Draft.Security("east", "AuthorizationPolicy", "foo", name, Draft.Map((field, Draft.Map(("matchLabels", Draft.Map(("app", app)))))));

    private static Manifest Rule(string principal) =>
        Draft.Security(
            "east",
            "AuthorizationPolicy",
            "foo",
            "one",
            Draft.Map(
                (
                    "rules",
                    Draft.List(Draft.Map(("from", Draft.List(Draft.Map(("source", Draft.Map(("principals", Draft.List(principal)))))))))
                )
            )
        );

    private static SnapshotSources Sources(string path) =>
        CaseSources.Of(AccessCase.All.Single(one => one.Path.Replace('\\', '/') == path).Field);

    private static SnapshotSources Masked(SnapshotSources sources, string path) =>
        MaskedField.Of(sources).Single(field => field.Path == path).With(MaskedField.Mask);

    private static AccessMatrix Matrix(SnapshotSources sources) => AccessMatrix.From(Snapshot.From(sources));

    private static IReadOnlyList<Finding> Findings(SnapshotSources sources) => AccessFindings.Of(Snapshot.From(sources), Matrix(sources));
}
