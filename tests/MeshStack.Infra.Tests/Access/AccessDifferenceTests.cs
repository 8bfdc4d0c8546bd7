using MeshStack.Infra.Tests.Definition;
using MeshStack.Infra.Tests.Topologies;
using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Infra.Tests.Access;

/// <summary>Where the intents say something else of who may call whom than the proof does.</summary>
public sealed class AccessDifferenceTests : IDisposable
{
    private const string Web = """
        kind: InboundService
        name: web
        cluster: one
        namespace: a
        port: 80
        targetPort: 8080
        serviceAccount: web
        ---
        kind: ClientAccess
        name: cli-to-web
        service: web
        cluster: two
        namespace: b
        serviceAccount: cli
        access: [{methods: [GET], paths: [/x*]}, {methods: [POST], paths: [/y]}]

        """;

    private const string NotExported = "meshConfig: {defaultServiceExportTo: [\".\"]}";

    private readonly SampleProject _project = new();

    public static TheoryData<string> Meshes { get; } = [.. Variant.Meshes];

    public void Dispose() => _project.Dispose();

    /// <summary>A workload without a sidecar takes whatever comes over its network, and the mesh cannot keep it away.</summary>
    [Theory]
    [MemberData(nameof(Meshes))]
    public void TheSampleMeshesAreWhatTheyDeclare(string name)
    {
        var definition = Variant.Definition(name);
        var isShared =
            Combination.All.FirstOrDefault(mesh => mesh.Name == name) is { } mesh
            && mesh.ClusterNames.Any(cluster => cluster != "c2" && mesh.NetworkOf(cluster) == mesh.NetworkOf("c2"));

        var found = AccessDifferences.Of(StackComposition.Compose(definition).Proof, definition);

        // What a waypoint makes of a DestinationRule is not evaluated, and said to be undecided.
        var undecided = found
            .Where(f => f.Message.Contains("what the waypoint shop/waypoint makes of it", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(name.Contains("waypoints", StringComparison.Ordinal), undecided.Count > 0);
        Assert.All(found.Except(undecided), finding => Assert.Equal(("access-not-declared", "legacy"), (finding.Code, finding.Path)));
        Assert.Equal(isShared, found.Count > undecided.Count);
    }

    [Fact]
    public void WhatIsDeclaredAndDoesNotGetThroughIsNamed()
    {
        var line = Assert.Single(Differences(NotExported, Web));

        Assert.StartsWith(
            "infra/mesh/test/shop.yaml:9 one a/web: cli-to-web: it declares GET /x* or POST /y for two b/cli; the proof says unreachable: ",
            line,
            StringComparison.Ordinal
        );
        Assert.EndsWith("exported to istio-system (access-not-allowed)", line, StringComparison.Ordinal);
    }

    /// <summary>That a proxy answers is what the route says; that the route leads nowhere is not.</summary>
    [Theory]
    [InlineData("redirect: {uri: /z}", false)]
    [InlineData("response: {status: 418}", false)]
    [InlineData("to: [{service: api}]", true)]
    public void ARouteThatLeadsNowhereIsNamed(string action, bool isNamed)
    {
        var found = Differences(
            "",
            Web
                + """
                ---
                kind: InboundService
                name: api
                cluster: one
                namespace: a
                port: 80
                targetPort: 8080
                ---
                kind: ServiceRoute
                name: web
                service: web
                routes: [{match: [{path: {prefix: /x}}], ACTION}]

                """.Replace("ACTION", action, StringComparison.Ordinal)
        );
        Assert.Equal(isNamed, found.Any(line => line.Contains("the route leads to api.a.one, which", StringComparison.Ordinal)));
        Assert.Equal(isNamed, found.Any());
    }

    [Fact]
    public void WhatIsDeclaredAndNotDecidedIsNamed() =>
        Assert.StartsWith(
            "infra/mesh/test/shop.yaml:9 one a/web: cli-to-web: it declares GET /x* or POST /y for two b/cli; the proof says undecided: ",
            Assert.Single(Differences("dnsCapture: false", Web), line => line.EndsWith("(access-undecided)", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

    [Fact]
    public void WhatAnotherServicesAccessLetsInIsNamed()
    {
        var line = Assert.Single(
            Differences(
                "{}",
                Web.Replace("targetPort: 8080\n", "", StringComparison.Ordinal)
                    + """
                    ---
                    kind: InboundService
                    name: admin
                    cluster: one
                    namespace: a
                    port: 9090
                    workloadLabels: {app: web}
                    ---
                    kind: ClientAccess
                    name: ops-to-admin
                    service: admin
                    cluster: two
                    namespace: b
                    serviceAccount: ops
                    access: [{methods: ["*"]}]
                    """
            ),
            one => one.Contains("a/web: web: ", StringComparison.Ordinal)
        );

        Assert.Equal(
            "infra/mesh/test/shop.yaml:1 one a/web: web: no intent declares everything for two b/ops; the proof says allowed, by one "
                + "AuthorizationPolicy a/ops-to-admin: rules[0] matches (access-not-declared)",
            line
        );
    }

    [Fact]
    public void CallersByAddressAreNoDifference() =>
        Assert.Empty(
            Differences(
                "{}",
                Web.Replace("serviceAccount: web\n", "serviceAccount: web\nmutualTls: PERMISSIVE\n", StringComparison.Ordinal)
                    + """
                    ---
                    kind: ClientAccess
                    name: cron-to-web
                    service: web
                    type: k8s
                    cluster: one
                    namespace: c
                    cidrs: [10.1.2.0/24]
                    access: [{methods: [PUT], paths: [/run]}]
                    """
            )
        );

    [Fact]
    public void PreviewSaysSoAmongItsFindings()
    {
        Write(NotExported, Web);

        var preview = MeshPreview.From(StackPreview.Run(_project.Root, "test"));

        Assert.Contains(preview.Findings, finding => finding is { Code: "access-not-allowed", Severity: Severity.Warning });
        Assert.False(preview.HasErrors);
    }

    private IEnumerable<string> Differences(string istio, string intents)
    {
        Write(istio, intents);
        var composed = StackComposition.Compose(_project.Root, "test");
        return AccessDifferences
            .Of(composed.Proof, composed.Definition)
            .Select(found =>
                $"{found.Source!.File}:{found.Source.Line} {found.Cluster} {found.Object}: {found.Path}: {found.Message} ({found.Code})"
            );
    }

    private void Write(string istio, string intents)
    {
        _project.Write(
            "Pulumi.test.yaml",
            $$$"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: t
              meshstack:istio: {{{(istio == "{}" ? istio : $"{{{istio}}}")}}}
              meshstack:gateways: {eastWest: {}}
              meshstack:namespaces: {a: {}, b: {}, c: {injection: disabled}}
              meshstack:trust: {generated: {}}
              meshstack:clusters: {one: {context: kind-one}, two: {context: kind-two}}
            """
        );
        _project.Write("infra/mesh/test/shop.yaml", intents);
    }
}
