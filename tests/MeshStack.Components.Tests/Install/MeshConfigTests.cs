using static MeshStack.Components.Tests.Install.OneCluster;
using Map = System.Collections.Generic.Dictionary<string, object>;

namespace MeshStack.Components.Tests.Install;

public sealed class MeshConfigTests
{
    [Fact]
    public async Task OptionsAndTheRestAreOneMeshConfig()
    {
        var istiod = (
            await ReleasesAsync(a =>
            {
                a.AccessLogFile = "/dev/stdout";
                a.AccessLogFormat = "%PROTOCOL%\n";
                a.EnableTracing = true;
                a.TraceSampling = 12.5;
                a.MeshConfig = new()
                {
                    ["defaultConfig"] = new Map
                    {
                        ["concurrency"] = 2,
                        ["proxyMetadata"] = new Map { ["A"] = "b" },
                    },
                    ["extensionProviders"] = new List<object>
                    {
                        new Map
                        {
                            ["name"] = "otel",
                            ["opentelemetry"] = new Map { ["service"] = "otel.obs.svc.cluster.local", ["port"] = 4317 },
                        },
                    },
                    ["defaultProviders"] = new Map
                    {
                        ["tracing"] = new List<object> { "otel" },
                        ["metrics"] = new[] { "prometheus" },
                    },
                    ["pathNormalization"] = new Map { ["normalization"] = "MERGE_SLASHES" },
                };
            })
        )["istiod"].Values;
        Assert.Equal(12.5, istiod["traceSampling"]);
        Assert.Equal(
            "{accessLogFile: /dev/stdout, accessLogFormat: %PROTOCOL%\n, "
                + "defaultConfig: {concurrency: 2, proxyMetadata: {A: b, ISTIO_META_DNS_CAPTURE: true}}, "
                + "defaultProviders: {metrics: [prometheus], tracing: [otel]}, enableTracing: true, "
                + "extensionProviders: [{name: otel, opentelemetry: {port: 4317, service: otel.obs.svc.cluster.local}}], "
                + "outboundTrafficPolicy: {mode: ALLOW_ANY}, pathNormalization: {normalization: MERGE_SLASHES}, trustDomain: "
                + "east.example.com}",
            Flow(istiod["meshConfig"])
        );
    }

    [Fact]
    public void WhatTheMeshSetsIsSaidByOptions() =>
        Assert.Equal(
            [
                "meshConfig.defaultConfig.discoveryAddress: follows from the topology of the mesh",
                "meshConfig.defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE: is set by MeshStack: use dnsCapture",
                "meshConfig.rootNamespace: the control plane's namespace follows from the topology",
                "meshConfig.trustDomain: is set by MeshStack: use the cluster's trustDomain",
                "meshConfig.trustDomainAliases: is set by MeshStack: use trustDomainAliases",
            ],
            Problems(a =>
                    a.MeshConfig = new()
                    {
                        ["defaultConfig"] = new Map
                        {
                            ["discoveryAddress"] = "istiod:15012",
                            ["proxyMetadata"] = new Map { ["ISTIO_META_DNS_CAPTURE"] = "false" },
                        },
                        ["rootNamespace"] = "other",
                        ["trustDomain"] = "other",
                        ["trustDomainAliases"] = new List<object> { "other" },
                    }
                )
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void AKeyThatDiffersInCaseIsSpelledRight() =>
        Assert.Equal(
            ["meshConfig.enableAutoMTLS: 'enableAutoMTLS' is dropped by Istio: write enableAutoMtls"],
            Problems(a => a.MeshConfig = new() { ["enableAutoMTLS"] = true })
        );

    [Fact]
    public void AnUnknownKeyNamesTheKnownOnes()
    {
        var args = new IstioInstallArgs
        {
            Cluster = null!,
            MeshId = "m",
            MeshConfig = new() { ["enableAutoMtl"] = true },
        };
        var problem = Assert.Single(args.Problems());
        Assert.Equal("meshConfig.enableAutoMtl", problem.Path);
        Assert.Equal("enableAutoMtl", problem.Given);
        Assert.Contains("enableAutoMtls", problem.Allowed);
        Assert.Equal(52, problem.Allowed.Count);
    }

    [Theory]
    [InlineData("defaultConfig", "proxyMetaData", "proxyMetadata")]
    [InlineData("outboundTrafficPolicy", "Mode", "mode")]
    [InlineData("defaultProviders", "access_logging", "accessLogging")]
    [InlineData("meshMTLS", "minProtocolversion", "minProtocolVersion")]
    public void KnownMessagesAreLookedInto(string message, string key, string meant) =>
        Assert.Equal(
            [$"values.istiod.meshConfig.{message}.{key}: '{key}' is dropped by Istio: write {meant}"],
            Problems(a => a.Values = new() { Istiod = new() { ["meshConfig"] = new Map { [message] = new Map { [key] = "x" } } } })
        );

    [Fact]
    public void AProviderIsOneThingAndHasANameOfItsOwn()
    {
        var service = new Map { ["service"] = "s", ["port"] = 1 };
        var problems = Problems(a =>
            a.MeshConfig = new()
            {
                ["extensionProviders"] = new List<object>
                {
                    new Map
                    {
                        ["name"] = "a",
                        ["zipkin"] = service,
                        ["datadog"] = service,
                    },
                    new Map { ["name"] = "a", ["prometheus"] = new Map() },
                    new Map { ["zipkin"] = new Map { ["service"] = "s" } },
                    new Map { ["name"] = "b" },
                    new Map { ["name"] = "c", ["jaeger"] = service },
                },
                ["defaultProviders"] = new Map
                {
                    ["tracing"] = new List<object> { "jaeger", "a", "envoy" },
                },
            }
        );
        Assert.Equal(
            [
                "meshConfig.defaultProviders.tracing: 'jaeger' is not a provider that is defined; allowed: a, b, c, envoy, prometheus, "
                    + "stackdriver",
                "meshConfig.extensionProviders[0]: datadog and zipkin: a provider is one of them",
                "meshConfig.extensionProviders[1].name: 'a' names another provider as well",
                "meshConfig.extensionProviders[2].name: required",
                "meshConfig.extensionProviders[2].zipkin.port: required",
            ],
            problems
                .Order(StringComparer.Ordinal)
                .Where(p => !p.Contains("[3]", StringComparison.Ordinal) && !p.Contains("[4]", StringComparison.Ordinal))
        );
        Assert.Contains(
            problems,
            p => p.StartsWith("meshConfig.extensionProviders[3]: required: what it provides; allowed: datadog,", StringComparison.Ordinal)
        );
        Assert.Contains(
            problems,
            p =>
                p.StartsWith(
                    "meshConfig.extensionProviders[4].jaeger: 'jaeger' is not a key of ExtensionProvider",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void ADefaultProviderMayBeDefinedInTheValues() =>
        Assert.Empty(
            Problems(a =>
            {
                a.MeshConfig = new() { ["defaultProviders"] = new Map { ["metrics"] = new List<object> { "own" } } };
                a.Values = new()
                {
                    Istiod = new()
                    {
                        ["meshConfig"] = new Map
                        {
                            ["extensionProviders"] = new List<object>
                            {
                                new Map { ["name"] = "own", ["prometheus"] = new Map() },
                            },
                        },
                    },
                };
            })
        );

    [Theory]
    [InlineData(
        "outboundTrafficPolicy",
        "mode",
        "REGISTRY_ONLY",
        "meshConfig.outboundTrafficPolicy.mode: is set by MeshStack: use outboundTrafficPolicy"
    )]
    [InlineData(
        "inboundTrafficPolicy",
        "mode",
        "LOCAL",
        "meshConfig.inboundTrafficPolicy.mode: 'LOCAL' is not allowed here; allowed: PASSTHROUGH, LOCALHOST"
    )]
    public void ValuesOfEnumsAreChecked(string message, string key, string value, string expected) =>
        Assert.Equal([expected], Problems(a => a.MeshConfig = new() { [message] = new Map { [key] = value } }));

    [Theory]
    [InlineData(
        "1.30.8",
        "serviceEntryVisibility",
        "meshConfig.serviceEntryVisibility: came with Istio 1.31, and 1.30.8 would drop it without a word"
    )]
    [InlineData(
        "1.31.4",
        "defaultInboundHttpRetryPolicy",
        "meshConfig.defaultInboundHttpRetryPolicy: came with Istio 1.32, and 1.31.4 would drop it without a word"
    )]
    [InlineData("1.31.4", "serviceEntryVisibility", null)]
    [InlineData("1.32.0", "defaultInboundHttpRetryPolicy", null)]
    [InlineData("1.30.8", "localityLbSetting", null)]
    public void AKeyIsForTheVersionsThatHaveIt(string version, string key, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Problems(a => (a.Version, a.MeshConfig) = (version, new() { [key] = new Map() })));

    [Fact]
    public void WithSeveralRevisionsTheOldestHasToKnowAKey() =>
        Assert.Equal(
            ["meshConfig.defaultTrafficPolicy: came with Istio 1.31, and 1.30.8 would drop it without a word"],
            Problems(a =>
            {
                a.Revisions = new()
                {
                    ["old"] = new() { Version = "1.30.8" },
                    ["new"] = new(),
                };
                a.Revision = "new";
                a.MeshConfig = new() { ["defaultTrafficPolicy"] = new Map { ["outlierDetection"] = new Map() } };
            })
        );

    [Theory]
    [InlineData("1.31.4", null)]
    [InlineData(
        "1.30.8",
        "outboundTrafficPolicy: 'ALLOW_ANY_DYNAMIC_DNS' is not an outbound traffic policy; allowed: ALLOW_ANY, REGISTRY_ONLY (it came "
            + "with Istio 1.31)"
    )]
    public void DynamicDnsCameWithAVersion(string version, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            Problems(a => (a.Version, a.OutboundTrafficPolicy) = (version, OutboundTrafficPolicy.AllowAnyDynamicDns))
        );

    [Fact]
    public void OptionsHaveLimits() =>
        Assert.Equal(["traceSampling: 100.5 is not a percentage: 0 to 100 is allowed"], Problems(a => a.TraceSampling = 100.5));
}
