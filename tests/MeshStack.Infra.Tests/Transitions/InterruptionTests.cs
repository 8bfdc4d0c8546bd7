using System.Text.Json;
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
            + "istiod --namespace istio-system --kube-context w. Where that says pending-install or failed: helm uninstall istiod "
            + "--namespace istio-system --kube-context w. Where it says deployed, it is whole, and the engine alone does not know of it: "
            + "pulumi import --stack test --protect=false kubernetes:helm.sh/v3:Release west-istio-istiod istio-system/istiod --parent "
            + "'parent=urn:pulumi:test::meshstack::meshstack:index:IstioInstall::west-istio' --provider 'provider=urn:pulumi:test::"
            + "meshstack::meshstack:index:Mesh$meshstack:index:MeshCluster$pulumi:providers:kubernetes::west-provider' takes it into "
            + "the stack, and the same helm uninstall lets the next update install it again"
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
        Assert.Equal([expected], Notices(new(kind, resource, inputs)));

    [Fact]
    public void WhatWasPerhapsDeletedIsLookedForFirst() =>
        Assert.Equal(
            [
                "Warning: west: an update was killed while it deleted Release istio-system/istiod: pulumi refresh, "
                    + "before the next one, finds "
                    + "out whether it is there",
            ],
            Notices(
                new(
                    "deleting",
                    "meshstack:index:IstioInstall$kubernetes:helm.sh/v3:Release::west-istio-istiod",
                    """{"name":"istiod","namespace":"istio-system"}"""
                )
            )
        );

    /// <summary>The next update does it again, whether it was done or not.</summary>
    [Fact]
    public void WhatCanBeDoneAgainNeedsNothing() =>
        Assert.Empty(
            Notices(
                new(
                    "creating",
                    "meshstack:index:MeshNamespace$kubernetes:core/v1:NamespacePatch::west-default",
                    """{"metadata":{"name":"shop"}}"""
                )
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
                new(
                    "updating",
                    "meshstack:index:InboundService$kubernetes:security.istio.io/v1:AuthorizationPolicy::web",
                    """{"metadata":{"name":"web","namespace":"shop"}}"""
                )
            )
        );

    /// <summary>The provider is there with the id that it got for the other cluster, and what has the old id is where it was.</summary>
    [Fact]
    public void WhatAMoveDidNotGetToIsNamed() =>
        Assert.Contains(
            "Warning: west: a move to another cluster was cut before it came to all that is in it, and the next update would take the rest "
                + "for moved: pulumi up --replace 'urn:pulumi:test::meshstack::kubernetes:core/v1:Namespace::west-shop'",
            Notices(
                new("reading", "kubernetes:core/v1:Namespace::west-shop", """{"metadata":{"name":"shop"}}""")
                {
                    MadeBy = $"{Provider[..^6]}::9a1b",
                }
            )
        );

    /// <summary>The engine has the version of before, and Helm may have come to the next one.</summary>
    [Fact]
    public void AVersionThatAnUpdateWasOnTheWayToIsKept()
    {
        const string Release = "meshstack:index:IstioInstall$kubernetes:helm.sh/v3:Release::west-istio-istiod";
        var state = Before(new("updating", Release, """{"name":"istiod","namespace":"istio-system","version":"1.32.0"}"""));
        Assert.Equal([("default", "1.32.0")], state.Clusters["west"].Running.Where(r => r.Version == "1.32.0"));
    }

    /// <summary>No program is asked about what is pending deletion.</summary>
    [Theory]
    [InlineData("\"delete\":true", "", "")]
    [InlineData("\"delete\":true,\"protect\":true", " --force", "")]
    [InlineData("\"delete\":true", "", ", and of the two that it offers the one that is pending deletion", true)]
    public void ANamespaceThatIsPendingDeletionIsRefused(string flags, string force, string which, bool isTwice = false)
    {
        const string Urn = "urn:pulumi:test::meshstack::meshstack:index:MeshNamespace$kubernetes:core/v1:Namespace::west-shop";
        var doomed = Entry(flags);
        var notices = Doomed(isTwice ? $"{doomed},{Entry("\"delete\":false")}" : doomed);
        Assert.Equal(
            [
                "Refused: west: namespace shop is pending deletion since an update that did not end, and the next one would delete it with "
                    + $"all that is in it. To keep it: pulumi state delete --stack test{force} '{Urn}'{which}. Where that is refused, "
                    + "because others depend on it: pulumi stack export --stack test > state.json, take out the entry with that urn and "
                    + "\"delete\": true, and pulumi stack import --stack test < state.json",
            ],
            notices
        );

        static string Entry(string flags) =>
            $$$"""{"urn":"{{{Urn}}}",{{{flags}}},"provider":"{{{Provider}}}","outputs":{"metadata":{"name":"shop"} } }""";
    }

    [Fact]
    public void WhatIsPendingDeletionAndRetainedIsNot() =>
        Assert.Empty(
            Doomed(
                """{"urn":"urn:pulumi:test::meshstack::kubernetes:core/v1:Namespace::west-shop","delete":true,"retainOnDelete":true},"""
                    + """{"urn":"urn:pulumi:test::meshstack::kubernetes:core/v1:ConfigMap::west-shop","delete":true}"""
            )
        );

    private static IReadOnlyList<string> Doomed(string entries)
    {
        var defined = MeshState.From(Definition);
        var stack = JsonSerializer.Serialize(new { meshState = defined.ToJson() });
        const string root = "urn:pulumi:test::meshstack::pulumi:pulumi:Stack::meshstack-test";
        const string outputs = """{"context":"w","clusterIdentifier":"west"}""";
        var export =
            $$$$"""{"deployment":{"resources":[{"urn":"{{{{root}}}}","outputs":{{{{stack}}}}},"""
            + $$$$"""{"urn":"{{{{Provider[..^6]}}}}","id":"0f3c","outputs":{{{{outputs}}}}},{{{{entries}}}}]}}""";
        using var document = JsonDocument.Parse(export);
        return
        [
            .. MeshTransition
                .Check(StackExport.Read(document.RootElement, ClusterNames.None)!, defined)
                .Where(n => n.Message.Contains("pending deletion", StringComparison.Ordinal))
                .Select(n => $"{n.Kind}: {n}"),
        ];
    }

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
                new("creating", "meshstack:index:MeshNamespace$kubernetes:core/v1:Namespace::west-shop", """{"metadata":{"name":"shop"}}""")
                {
                    After = Load("context: w, adoptExisting: true"),
                }
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
        var notices = Notices(new("creating", Release, Inputs) { MadeBy = $"{Provider[..^6]}::{provider}" });
        Assert.Equal(expected, notices.Count(n => n.Contains("while it installed istiod", StringComparison.Ordinal)));
    }

    /// <summary>The provider of a cluster that moved and was renamed since is there neither by its id nor by its name: what was under way
    /// was in the old cluster, and nothing of the new one is to be taken out for it.</summary>
    [Theory]
    [InlineData("other-provider::0f3c", 1)]
    [InlineData("west-provider::9a1b", 1)]
    [InlineData("other-provider::9a1b", 0)]
    public void WhatWasUnderWayInAClusterThatTheStackHasLeftIsNobodys(string provider, int expected)
    {
        const string Release = "meshstack:index:IstioInstall$kubernetes:helm.sh/v3:Release::west-istio-istiod";
        var askedOf = Provider.Replace("west-provider::0f3c", provider, StringComparison.Ordinal);
        var notices = Notices(new("creating", Release, """{"name":"istiod","namespace":"istio-system"}""") { AskedOf = askedOf });
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
                new("creating", "meshstack:index:MeshNamespace$kubernetes:core/v1:Namespace::west-shop", """{"metadata":{"name":"shop"}}""")
                {
                    HasEnded = false,
                }
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

    private static IReadOnlyList<string> Notices(Operation cut) =>
        [.. MeshTransition.Check(Before(cut), MeshState.From(cut.After)).Select(n => $"{n.Kind}: {n}")];

    private static MeshState Before(Operation cut)
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
                            outputs = new { meshState = cut.HasEnded ? MeshState.From(Definition).ToJson() : null },
                        },
                        new { urn = urn + "meshstack:index:Mesh::mesh" },
                        new
                        {
                            urn = urn + (cut.MadeBy is null ? "other" : cut.Resource),
                            provider = cut.MadeBy,
                            inputs = JsonDocument.Parse(cut.Inputs).RootElement,
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
                            type = cut.Kind,
                            resource = new
                            {
                                urn = urn + cut.Resource,
                                provider = cut.AskedOf,
                                parent = urn + "meshstack:index:IstioInstall::west-istio",
                                inputs = JsonDocument.Parse(cut.Inputs).RootElement,
                            },
                        },
                    },
                },
            }
        );
        return StackExport.Read(JsonDocument.Parse(export).RootElement, ClusterNames.Of(MeshState.From(cut.After)))!;
    }

    private static MeshDefinition Load(string west) => SampleProject.Load($"meshstack:clusters:\n  west: {{{west}}}");

    /// <summary>What an update was killed in.</summary>
    /// <param name="Kind">What it was about to do.</param>
    /// <param name="Resource">The resource: its types, and its name.</param>
    /// <param name="Inputs">The inputs of that.</param>
    private sealed record Operation(string Kind, string Resource, string Inputs)
    {
        /// <summary>The definition that comes next.</summary>
        public MeshDefinition After { get; init; } = Definition;

        /// <summary>Whether an update has ended before.</summary>
        public bool HasEnded { get; init; } = true;

        /// <summary>The provider that the resource is in the stack with; null where it is not there.</summary>
        public string? MadeBy { get; init; }

        /// <summary>The provider that was asked for it.</summary>
        public string AskedOf { get; init; } = Provider;
    }
}
