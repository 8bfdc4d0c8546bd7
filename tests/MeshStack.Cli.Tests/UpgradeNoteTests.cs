using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;
using MeshStack.Preview.Upgrades;

namespace MeshStack.Cli.Tests;

/// <summary>Each note of Istio finds the objects that it is about, and none that it is not about.</summary>
public sealed class UpgradeNoteTests
{
    private const string Operator =
        "{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, metadata: {name: istio, namespace: istio-system}, spec: SPEC}";

    private static readonly Case[] Cases =
    [
        new(
            "gateway-api-crds",
            "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: tlsroutes.gateway.networking.k8s.io, "
                + "annotations: {gateway.networking.k8s.io/bundle-version: v1.4.0}}, spec: {group: gateway.networking.k8s.io, "
                + "names: {kind: TLSRoute}}}",
            "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: tlsroutes.gateway.networking.k8s.io, "
                + "annotations: {gateway.networking.k8s.io/bundle-version: v1.5.1}}, spec: {group: gateway.networking.k8s.io, "
                + "names: {kind: TLSRoute}}}"
        ),
        new(
            "host-of-several-namespaces",
            Entry("a", "hosts: [x.example.com]") + "\n---\n" + Entry("b", "hosts: [y.example.com, x.example.com]"),
            Entry("a", "hosts: [x.example.com]") + "\n---\n" + Entry("b", "hosts: [y.example.com]")
        ),
        new("cni-file-mode", "", "") { Release = Chart("cni", "{}"), OtherRelease = Chart("istiod", "{}") },
        new("cni-excluded-namespaces", "", "")
        {
            IsCertain = false,
            Release = Chart("cni", "{profile: ambient, excludeNamespaces: [a]}"),
            OtherRelease = Chart("cni", "{excludeNamespaces: [a]}"),
        },
        new(
            "untaint-controller",
            Operator.Replace("SPEC", "{values: {env: {PILOT_ENABLE_NODE_UNTAINT_CONTROLLERS: true}}}", StringComparison.Ordinal),
            Operator.Replace("SPEC", "{values: {env: {OTHER: true}}}", StringComparison.Ordinal)
        ),
        new(
            "custom-authorizers",
            Policy("action: CUSTOM, provider: {name: a}, rules: [{}]")
                + "\n---\n"
                + Policy("action: CUSTOM, provider: {name: b}, rules: [{}]"),
            Policy("action: CUSTOM, provider: {name: a}, rules: [{}]")
        )
        {
            IsCertain = false,
        },
        new(
            "ring-hash-after-scaling",
            Rule("trafficPolicy: {loadBalancer: {consistentHash: {useSourceIp: true}}}"),
            Rule("trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}")
        ),
        new(
            "auto-registered-hbone",
            "{apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: a, namespace: a, annotations: "
                + "{istio.io/autoRegistrationGroup: a}}, spec: {address: 10.0.0.1}}",
            "{apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: a, namespace: a}, spec: {address: 10.0.0.1}}"
        ),
        new("remote-secret-rotation", Secret("istio/multiCluster: \"true\""), Secret("app: a")),
        new("remote secrets in istioctl", Secret("istio/multiCluster: \"true\""), Secret("app: a")) { IsCertain = false },
        new("envoyfilter-proxy-version", Filter(new string('1', 1025)), Filter("1.31")),
        new(
            "configuration-over-xds",
            Operator.Replace("SPEC", "{meshConfig: {configSources: [{address: \"xds://istiod.a:15010\"}]}}", StringComparison.Ordinal),
            Operator.Replace("SPEC", "{meshConfig: {configSources: [{address: \"k8s://\"}]}}", StringComparison.Ordinal)
        ),
        new(
            "empty-workload-selector",
            Entry("a", "hosts: [x.example.com], workloadSelector: {}"),
            Entry("a", "hosts: [x.example.com], workloadSelector: {labels: {app: a}}")
        ),
        new(
            "unhealthy-endpoints",
            Rule("trafficPolicy: {outlierDetection: {consecutive5xxErrors: 1}}"),
            Operator.Replace("SPEC", "{values: {env: {PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS: \"false\"}}}", StringComparison.Ordinal)
                + "\n---\n"
                + Rule("trafficPolicy: {outlierDetection: {consecutive5xxErrors: 1}}")
        ),
        new(
            "failover-prefers-the-network",
            Rule("trafficPolicy: {loadBalancer: {localityLbSetting: {failoverPriority: [topology.istio.io/network]}}}"),
            Rule("trafficPolicy: {loadBalancer: {localityLbSetting: {enabled: false}}}")
        ),
        new("strict-gateway-merging", Managed("b"), Managed("a")),
        new(
            "subset-tls",
            Rule("trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}, subsets: [{name: a}]"),
            Rule("trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}, subsets: [{name: a, trafficPolicy: {tls: {mode: DISABLE}}}]")
        ),
        new(
            "destination-rule-before-backend-policy",
            BackendPolicy("ca") + "\n---\n" + Rule("trafficPolicy: {tls: {mode: SIMPLE}}"),
            BackendPolicy("ca")
        ),
        new(
            "spans-of-gateways",
            Operator.Replace("SPEC", "{values: {env: {PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY: \"false\"}}}", StringComparison.Ordinal),
            Operator.Replace("SPEC", "{values: {}}", StringComparison.Ordinal)
        ),
        new(
            "registries",
            Operator.Replace("SPEC", "{hub: registry.istio.io/release}", StringComparison.Ordinal),
            Operator.Replace("SPEC", "{hub: docker.io/istio}", StringComparison.Ordinal)
        ),
        new("default-traffic-policy", MeshOf("defaultTrafficPolicy: {connectionPool: {}}"), MeshOf("accessLogFile: a")),
        new("service-entry-visibility", MeshOf("serviceEntryVisibility: {defaultVisibility: PUBLIC}"), MeshOf("accessLogFile: a")),
        new(
            "dynamic-dns",
            MeshOf("outboundTrafficPolicy: {mode: ALLOW_ANY_DYNAMIC_DNS}"),
            MeshOf("outboundTrafficPolicy: {mode: ALLOW_ANY}")
        ),
        new("zone-aware-balancing", MeshOf("zoneAwareLbSetting: {enabled: true}"), MeshOf("accessLogFile: a")),
        new(
            "ISTIO-SECURITY-2026-001",
            Policy("rules: [{when: [{key: \"request.headers[x-team]\", values: [a]}]}]"),
            Policy("rules: [{when: [{key: source.ip, values: [10.0.0.0/8]}]}]")
        ),
        new(
            "ISTIO-SECURITY-2026-003",
            Policy("rules: [{from: [{source: {serviceAccounts: [a/b.c]}}]}]"),
            Policy("rules: [{from: [{source: {serviceAccounts: [a/b-c]}}]}]")
        ),
        new(
            "names as expressions",
            Policy("rules: [{from: [{source: {principals: [\"*/sa/b.c\"]}}]}]"),
            Policy("rules: [{from: [{source: {principals: [cluster.local/ns/a/sa/b.c]}}]}]")
        ),
        new("ISTIO-SECURITY-2026-004", Gateway("HTTP"), null),
        new("ISTIO-SECURITY-2026-005", Gateway("TCP"), null) { IsCertain = false },
        new(
            "ISTIO-SECURITY-2026-006",
            Policy("rules: [{to: [{operation: {notPaths: [/admin]}}]}]"),
            Policy("rules: [{to: [{operation: {methods: [GET]}}]}]")
        )
        {
            IsCertain = false,
        },
        new("GHSA-qm8v-g4f9-qhjx", BackendPolicy("gone"), Rule("trafficPolicy: {tls: {mode: SIMPLE}}")),
        new("template injection by annotations", Annotated("\"debug\\n'\""), null),
        new("request forgery by jwksUri", Keys("http://169.254.169.254/latest"), Rule("trafficPolicy: {}")),
    ];

    public static TheoryData<string> Ids { get; } = [.. UpgradeNoteTable.All.Select(note => note.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ANoteFindsWhatItIsAbout(string id)
    {
        var one = Assert.Single(Cases, one => one.Id == id);
        var hits = Hits(id, one.Touching, one.Release);
        Assert.NotEmpty(hits);
        Assert.Equal(one.IsCertain, hits.Any(hit => hit.IsCertain));
        Assert.All(hits, hit => Assert.Equal("one", hit.Cluster));
        if (one.Other is not null)
        {
            Assert.Empty(Hits(id, one.Other, one.OtherRelease));
        }
    }

    [Theory]
    [InlineData("request forgery by jwksUri", "https://keys.example.com")]
    [InlineData("template injection by annotations", "debug")]
    [InlineData("GHSA-qm8v-g4f9-qhjx", "ca")]
    [InlineData("unhealthy-endpoints", "")]
    [InlineData("ISTIO-SECURITY-2026-004", "")]
    [InlineData("remote-secret-rotation", "[secret]")]
    public void WhatObjectsDoNotDecideIsNotCertain(string id, string given)
    {
        var text = id switch
        {
            "request forgery by jwksUri" => Keys(given),
            "template injection by annotations" => Annotated(given),
            "GHSA-qm8v-g4f9-qhjx" => BackendPolicy(given) + "\n---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: ca, namespace: a}}",
            "remote-secret-rotation" => Secret("istio/multiCluster: \"true\"")
                .Replace("data: {}", $"spec: \"{given}\"", StringComparison.Ordinal),
            _ => Gateway("TCP"),
        };
        Assert.All(Hits(id, text, null), hit => Assert.False(hit.IsCertain));
        Assert.NotEmpty(Hits(id, text, null));
    }

    [Fact]
    public void ANoteHasItsSourceAndItsVersions()
    {
        Assert.True(UpgradeNoteTable.All.Count >= 20);
        Assert.Equal(UpgradeNoteTable.All.Count, UpgradeNoteTable.All.Select(note => note.Id).Distinct().Count());
        Assert.All(
            UpgradeNoteTable.All,
            note =>
            {
                Assert.StartsWith("https://", note.Source, StringComparison.Ordinal);
                Assert.NotEmpty(note.Ranges);
                Assert.Equal(note.IsFlaw, note.Ranges.All(range => range.FixedIn is not null));
                Assert.DoesNotContain('\n', note.About);
            }
        );
    }

    private static NoteHit[] Hits(string id, string text, ChartRelease? release)
    {
        SnapshotSources sources = new()
        {
            Manifests = text.Length == 0 ? [] : ManifestYaml.Read(text, "a.yaml", "one"),
            Releases = release is null ? [] : [release],
            Settings = new Dictionary<string, ClusterSettings>
            {
                ["one"] = new() { Network = "a" },
                ["two"] = new() { Network = "b" },
            },
        };
        var subject = NoteSubject.Of(sources, Snapshot.From(sources)).Single(subject => subject.Cluster == "one");
        return [.. UpgradeNoteTable.All.Single(note => note.Id == id).Condition(subject)];
    }

    private static ChartRelease Chart(string chart, string values) =>
        new(
            "one",
            "istio-system",
            chart,
            chart,
            (IReadOnlyDictionary<string, object?>)
                ManifestYaml.Read($"{{apiVersion: v1, kind: A, metadata: {{name: a}}, values: {values}}}", "a.yaml", "one")[0].Body[
                    "values"
                ]!
        );

    private static string Of(string version, string kind, string spec) =>
        $"{{apiVersion: {version}, kind: {kind}, metadata: {{name: {Name(spec)}, namespace: a}}, spec: {{{spec}}}}}";

    // Two objects of a case have two names.
    private static string Name(string spec) => "n" + spec.Sum(letter => letter);

    private static string Policy(string spec) => Of("security.istio.io/v1", "AuthorizationPolicy", spec);

    private static string Rule(string spec) => Of("networking.istio.io/v1", "DestinationRule", $"host: web.a.svc.cluster.local, {spec}");

    private static string Entry(string ns, string spec) =>
        Of("networking.istio.io/v1", "ServiceEntry", spec).Replace("namespace: a", $"namespace: {ns}", StringComparison.Ordinal);

    private static string Gateway(string protocol) =>
        Of("networking.istio.io/v1", "Gateway", $"servers: [{{port: {{number: 80, name: a, protocol: {protocol}}}, hosts: [\"*\"]}}]");

    private static string Managed(string ns) =>
        "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: shop, namespace: a}, spec: {gatewayClassName: istio}}\n"
        + "---\n{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: more, namespace: "
        + ns
        + "}, spec: {selector: {gateway.networking.k8s.io/gateway-name: shop}}}";

    private static string BackendPolicy(string authority) =>
        Of(
            "gateway.networking.k8s.io/v1",
            "BackendTLSPolicy",
            $"targetRefs: [{{kind: Service, name: web}}], validation: {{caCertificateRefs: [{{kind: ConfigMap, name: {authority}}}]}}"
        );

    private static string Secret(string label) =>
        "{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: istio-system, labels: {LABEL}}, data: {}}".Replace(
            "LABEL",
            label,
            StringComparison.Ordinal
        );

    private static string Filter(string version) =>
        Of("networking.istio.io/v1alpha3", "EnvoyFilter", $"configPatches: [{{match: {{proxy: {{proxyVersion: \"{version}\"}}}}}}]");

    private static string MeshOf(string mesh) => Operator.Replace("SPEC", $"{{meshConfig: {{{mesh}}}}}", StringComparison.Ordinal);

    private static string Keys(string uri) =>
        Of("security.istio.io/v1", "RequestAuthentication", $"jwtRules: [{{issuer: a, jwksUri: \"{uri}\"}}]");

    private static string Annotated(string value) =>
        $"{{apiVersion: apps/v1, kind: Deployment, metadata: {{name: a, namespace: a}}, spec: {{template: {{metadata: {{annotations: "
        + $"{{sidecar.istio.io/logLevel: {value}}}}}, spec: {{containers: [{{name: a}}]}}}}}}}}";

    private sealed record Case(string Id, string Touching, string? Other)
    {
        public bool IsCertain { get; init; } = true;

        public ChartRelease? Release { get; init; }

        public ChartRelease? OtherRelease { get; init; }
    }
}
