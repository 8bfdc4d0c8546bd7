using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Definition.Intents;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Infra.Tests.Access;

/// <summary>An access of several callers lets each of them in, and nobody else.</summary>
public sealed class SeveralCallersTests : IDisposable
{
    private const string Web = """
        kind: InboundService
        name: web
        cluster: one
        namespace: a
        port: 80
        targetPort: 8080
        serviceAccount: web

        """;

    private const string Access = """
        ---
        kind: ClientAccess
        name: callers-to-web
        service: web
        access: [{methods: [GET], paths: [/x]}]

        """;

    private const string Group = """
        ---
        kind: CallerGroup
        name: front
        callers:
          - {cluster: two, namespaces: [b, c], serviceAccount: cli}
          - {cluster: three, namespace: d}

        """;

    private static readonly string[] Clusters = ["one", "two", "three"];

    private static readonly string[] Namespaces = ["a", "b", "c", "d"];

    private static readonly string[] Accounts = ["cli", "job", "other"];

    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData(
        "clusters: [one, two]\nnamespaces: [b, c]\nserviceAccounts: [job, cli]",
        "one/b/cli one/b/job one/c/cli one/c/job two/b/cli two/b/job two/c/cli two/c/job"
    )]
    [InlineData("clusters: all\nnamespace: b\nserviceAccount: cli", "one/b/cli two/b/cli three/b/cli")]
    [InlineData("groups: [front]", "two/b/cli two/c/cli three/d/cli three/d/job three/d/other")]
    [InlineData(
        "cluster: one\nnamespace: b\nserviceAccount: job\ngroups: [front]",
        "one/b/job two/b/cli two/c/cli three/d/cli three/d/job three/d/other"
    )]
    [InlineData(
        "cluster: two\nnamespace: b\nserviceAccount: cli\ngroups: [front]",
        "two/b/cli two/c/cli three/d/cli three/d/job three/d/other"
    )]
    public void EachIsLetInAndNobodyElse(string callers, string expected)
    {
        var composed = Composed(callers);
        var all = from cluster in Clusters from ns in Namespaces from account in Accounts select new Caller.InMesh(cluster, ns, account);
        Assert.Equal(
            expected.Split(' ').Order(StringComparer.Ordinal),
            all.Where(caller => IsLetIn(MeshSnapshot.Of(composed), caller))
                .Select(caller => $"{caller.Cluster}/{caller.Namespace}/{caller.ServiceAccount}")
                .Order(StringComparer.Ordinal)
        );
        Assert.Single(composed.Recording.Manifests, m => m.Name == "callers-to-web");
        Assert.Empty(AccessDifferences.Of(composed.Proof, composed.Definition));
    }

    /// <summary>A question is answered by the part of the definition that can have a say in it.</summary>
    [Fact]
    public void ThePartThatIsRelevantForACallerIsEnough()
    {
        var definition = Composed("groups: [front]").Definition;
        foreach (var (cluster, ns) in new[] { ("two", "b"), ("two", "c"), ("three", "d"), ("one", "d"), ("two", "a") })
        {
            var caller = new Caller.InMesh(cluster, ns, "cli");
            var hosts = new HashSet<string>(StringComparer.Ordinal) { HostFor(cluster) };
            var part = StackComposition.Compose(RelevantIntents.Of(definition, hosts, cluster, ns));
            Assert.Equal(IsLetIn(MeshSnapshot.Of(StackComposition.Compose(definition)), caller), IsLetIn(MeshSnapshot.Of(part), caller));
        }
    }

    [Fact]
    public void CallersOfOneNamespaceShareItsImport()
    {
        var composed = Composed("clusters: [two, three]\nnamespace: b\nserviceAccounts: [cli, job]");
        Assert.Equal(
            ["three b/web.a.one", "two b/web.a.one"],
            composed
                .Recording.Manifests.Where(m => m.Kind == "ServiceEntry")
                .Select(m => $"{m.Cluster} {m.Namespace}/{m.Name}")
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>A member that does not get through is named, and the others are not.</summary>
    [Fact]
    public void AMemberThatDoesNotGetThroughIsNamed()
    {
        var composed = Composed("clusters: [one, two]\nnamespace: b\nserviceAccount: cli", "meshConfig: {defaultServiceExportTo: [\".\"]}");
        var found = AccessDifferences.Of(composed.Proof, composed.Definition);
        Assert.All(found, finding => Assert.Equal("callers-to-web", finding.Path));
        Assert.NotEmpty(found);
        Assert.Distinct(found.Select(finding => finding.Message));
    }

    private static string HostFor(string cluster) => cluster == "one" ? "web.a.svc.cluster.local" : "web.a.one";

    private static bool IsLetIn(Analysis.Topology.Snapshot snapshot, Caller.InMesh caller) =>
        AccessEvaluator.Evaluate(
            snapshot,
            caller,
            new()
            {
                Host = HostFor(caller.Cluster),
                Port = 80,
                Method = "GET",
                Path = "/x",
            }
        )
            is Verdict.Allowed { Step: AccessStep.Authorization };

    private StackComposition Composed(string callers, string istio = "")
    {
        _project.Write(
            "Pulumi.test.yaml",
            $$$"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: t
              meshstack:istio: {{{{istio}}}}
              meshstack:gateways: {eastWest: {}}
              meshstack:namespaces: {a: {}, b: {}, c: {}, d: {}}
              meshstack:trust: {generated: {}}
              meshstack:clusters: {one: {context: kind-one}, two: {context: kind-two}, three: {context: kind-three}}
            """
        );
        var group = callers.Contains("groups", StringComparison.Ordinal) ? Group : "";
        _project.Write("infra/mesh/test/shop.yaml", $"{Web}{Access}{callers}\n{group}");
        return StackComposition.Compose(_project.Root, "test");
    }
}
