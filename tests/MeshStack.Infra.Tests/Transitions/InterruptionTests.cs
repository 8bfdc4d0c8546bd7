using System.Text.Json;
using MeshStack.Definition;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Preview.Transitions;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>After an update that was killed, an export of the stack says what to do before the next one.</summary>
public sealed class InterruptionTests
{
    private const string Provider =
        "urn:pulumi:test::meshstack::meshstack:index:Mesh$meshstack:index:MeshCluster$pulumi:providers:kubernetes::west-provider::0f3c";

    private static readonly MeshDefinition Definition = Load("context: w");

    [Theory]
    [InlineData(
        "creating",
        "meshstack:index:IstioInstall$kubernetes:core/v1:Namespace::west-istio-istio-ingress",
        """{"metadata":{"name":"istio-ingress"}}""",
        "Warning: west: an update was killed while it made Namespace istio-ingress: if it is there, the next one fails because it "
            + "\"already exists\"; adoptExisting: true at west, for one update, takes it over"
    )]
    [InlineData(
        "creating",
        "meshstack:index:InboundService$kubernetes:security.istio.io/v1:AuthorizationPolicy::web-allow-nothing",
        """{"metadata":{"name":"web-allow-nothing","namespace":"shop"}}""",
        "Warning: west: an update was killed while it made AuthorizationPolicy shop/web-allow-nothing: if it is there, the next one fails "
            + "because it \"already exists\"; adoptExisting: true at west, for one update, takes it over"
    )]
    [InlineData(
        "creating",
        "meshstack:index:IstioInstall$kubernetes:helm.sh/v3:Release::west-istio-istiod",
        """{"name":"istiod","namespace":"istio-system"}""",
        "Warning: west: an update was killed while it installed istiod, and Helm refuses that name while the release is there: helm status "
            + "istiod --namespace istio-system --kube-context w, and if there is one, helm uninstall istiod --namespace istio-system "
            + "--kube-context w"
    )]
    [InlineData(
        "updating",
        "meshstack:index:IstioInstall$kubernetes:helm.sh/v3:Release::west-istio-istiod",
        """{"name":"istiod","namespace":"istio-system"}""",
        "Warning: west: an update was killed while it changed istiod, and Helm refuses another change while that one is pending: "
            + "helm status "
            + "istiod --namespace istio-system --kube-context w, and if it is, helm rollback istiod --namespace istio-system "
            + "--kube-context w"
    )]
    public void WhatWasCutIsNamed(string kind, string resource, string inputs, string expected) =>
        Assert.Equal([expected], Notices(Definition, kind, resource, inputs));

    [Fact]
    public void WhatWasPerhapsDeletedIsLookedForFirst() =>
        Assert.Equal(
            [
                "Warning: west: an update was killed while it deleted Release istio-system/istiod: pulumi refresh, "
                    + "before the next one, finds "
                    + "out whether it is there",
            ],
            Notices(
                Definition,
                "deleting",
                "meshstack:index:IstioInstall$kubernetes:helm.sh/v3:Release::west-istio-istiod",
                """{"name":"istiod","namespace":"istio-system"}"""
            )
        );

    /// <summary>The next update does it again, whether it was done or not.</summary>
    [Fact]
    public void WhatCanBeDoneAgainNeedsNothing() =>
        Assert.Empty(
            Notices(
                Definition,
                "creating",
                "meshstack:index:MeshNamespace$kubernetes:core/v1:NamespacePatch::west-default",
                """{"metadata":{"name":"shop"}}"""
            )
        );

    /// <summary>The engine knows what it was before, and with a definition of before it would change nothing.</summary>
    [Fact]
    public void WhatWasPerhapsChangedIsLookedForWhereItIsTakenBack() =>
        Assert.Equal(
            [
                "Warning: west: an update was killed while it changed AuthorizationPolicy shop/web: the next one does so again; if "
                    + "the change "
                    + "is taken back instead, pulumi refresh before it, which finds out what is there",
            ],
            Notices(
                Definition,
                "updating",
                "meshstack:index:InboundService$kubernetes:security.istio.io/v1:AuthorizationPolicy::web",
                """{"metadata":{"name":"web","namespace":"shop"}}"""
            )
        );

    /// <summary>The provider is there with the id that it got for the other cluster, and what has the old id is where it was.</summary>
    [Fact]
    public void WhatAMoveDidNotGetToIsNamed() =>
        Assert.Contains(
            "Warning: west: a move to another cluster was cut before it came to all that is in it, and the next update would take the rest "
                + "for moved: pulumi up --replace 'urn:pulumi:test::meshstack::kubernetes:core/v1:Namespace::west-shop'",
            Notices(
                Definition,
                "reading",
                "kubernetes:core/v1:Namespace::west-shop",
                """{"metadata":{"name":"shop"}}""",
                madeBy: $"{Provider[..^6]}::9a1b"
            )
        );

    [Theory]
    [InlineData("""{"deployment":null}""")]
    [InlineData("""{"deployment":{"manifest":{}}}""")]
    public void BeforeAnythingIsWrittenThereIsNothingToRespect(string json) =>
        Assert.Empty(
            MeshTransition.Check(StackExport.Read(JsonDocument.Parse(json).RootElement, ClusterNames.None)!, MeshState.From(Definition))
        );

    [Fact]
    public void WhatIsTakenOverNeedsNothingMore() =>
        Assert.Equal(
            ["Warning: west: an update was killed while it made Namespace shop: the next one takes it over where it is there"],
            Notices(
                Load("context: w, adoptExisting: true"),
                "creating",
                "meshstack:index:MeshNamespace$kubernetes:core/v1:Namespace::west-shop",
                """{"metadata":{"name":"shop"}}"""
            )
        );

    /// <summary>The engine goes on listing what it was killed in after a later update has made it: that one is not to be taken
    /// out.</summary>
    [Theory]
    [InlineData("other", 1)]
    [InlineData("0f3c", 0)]
    public void WhatALaterUpdateMadeIsDone(string provider, int expected)
    {
        const string Release = "meshstack:index:IstioInstall$kubernetes:helm.sh/v3:Release::west-istio-istiod";
        const string Inputs = """{"name":"istiod","namespace":"istio-system"}""";
        var notices = Notices(Definition, "creating", Release, Inputs, madeBy: $"{Provider[..^6]}::{provider}");
        Assert.Equal(expected, notices.Count(n => n.Contains("while it installed istiod", StringComparison.Ordinal)));
    }

    /// <summary>No output of the stack says then what was asked for.</summary>
    [Fact]
    public void AFirstUpdateThatWasKilledIsOneToo() =>
        Assert.Equal(
            [
                "Warning: west: an update was killed while it made Namespace shop: if it is there, the next one fails because it "
                    + "\"already exists\"; adoptExisting: true at west, for one update, takes it over",
            ],
            Notices(
                Definition,
                "creating",
                "meshstack:index:MeshNamespace$kubernetes:core/v1:Namespace::west-shop",
                """{"metadata":{"name":"shop"}}""",
                hasEnded: false
            )
        );

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"deployment":[]}""")]
    [InlineData("""{"deployment":{"resources":[1,{"urn":2},{"urn":"x"}]}}""")]
    [InlineData("""{"deployment":{"resources":[],"pending_operations":[{"resource":3},4]}}""")]
    public void WhatIsNoExportOfAMeshIsNone(string json) =>
        Assert.Null(StackExport.Read(JsonDocument.Parse(json).RootElement, ClusterNames.None));

    private static IReadOnlyList<string> Notices(
        MeshDefinition after,
        string kind,
        string resource,
        string inputs,
        bool hasEnded = true,
        string? madeBy = null
    )
    {
        const string urn = "urn:pulumi:test::meshstack::";
        var export = JsonSerializer.Serialize(
            new
            {
                deployment = new
                {
                    resources = new object[]
                    {
                        new
                        {
                            urn = urn + "pulumi:pulumi:Stack::meshstack-test",
                            outputs = new { meshState = hasEnded ? MeshState.From(Definition).ToJson() : null },
                        },
                        new { urn = urn + "meshstack:index:Mesh::mesh" },
                        new
                        {
                            urn = urn + (madeBy is null ? "other" : resource),
                            provider = madeBy,
                            inputs = JsonDocument.Parse(inputs).RootElement,
                        },
                        new
                        {
                            urn = Provider[..^6],
                            id = "0f3c",
                            outputs = new { context = "w", clusterIdentifier = "west" },
                        },
                    },
                    pending_operations = new object[]
                    {
                        new
                        {
                            type = kind,
                            resource = new
                            {
                                urn = urn + resource,
                                provider = Provider,
                                inputs = JsonDocument.Parse(inputs).RootElement,
                            },
                        },
                    },
                },
            }
        );
        var defined = MeshState.From(after);
        var before = StackExport.Read(JsonDocument.Parse(export).RootElement, ClusterNames.Of(defined))!;
        return [.. MeshTransition.Check(before, defined).Select(n => $"{n.Kind}: {n}")];
    }

    private static MeshDefinition Load(string west)
    {
        using var project = new SampleProject();
        project.Write(
            "Pulumi.test.yaml",
            "config:\n  pulumi:disable-default-providers: [kubernetes]\n  meshstack:clusters:\n    west: {" + west + "}\n"
        );
        project.Write("infra/mesh/test/shop.yaml", "# nothing yet\n");
        return DefinitionLoader.Load(project.Root, "test");
    }
}
