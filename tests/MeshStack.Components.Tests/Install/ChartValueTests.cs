using static MeshStack.Components.Tests.Install.OneCluster;
using Map = System.Collections.Generic.Dictionary<string, object>;

namespace MeshStack.Components.Tests.Install;

public sealed class ChartValueTests
{
    [Fact]
    public async Task WithoutOptionsTheChartsDecide()
    {
        var releases = await ReleasesAsync();
        Assert.Equal("{defaultRevision: default}", Flow(releases["istio-base"].Values));
        Assert.Equal(
            "{global: {hub: docker.io/istio, meshID: mesh1, multiCluster: {clusterName: east}, network: net1}, meshConfig: "
                + "{defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: true}}, "
                + "outboundTrafficPolicy: {mode: ALLOW_ANY}, trustDomain: east.example.com}}",
            Flow(releases["istiod"].Values)
        );
    }

    [Fact]
    public async Task GivenValuesAreMergedLastAndDeep()
    {
        var releases = await ReleasesAsync(a =>
        {
            a.Cni = true;
            a.Istiod = new() { MinReplicas = 2 };
            a.Values = new()
            {
                Base = new() { ["base"] = new Map { ["validationFailurePolicy"] = "Fail" } },
                Istiod = new()
                {
                    ["autoscaleMin"] = 4,
                    ["global"] = new Map { ["logAsJson"] = true },
                    ["meshConfig"] = new Map { ["defaultConfig"] = new Map { ["holdApplicationUntilProxyStarts"] = true } },
                    ["tolerations"] = new List<object> { new Map { ["operator"] = "Exists" } },
                },
                Cni = new() { ["excludeNamespaces"] = new List<object> { "kube-system" } },
            };
            a.Ingress = new()
            {
                ServiceAnnotations = new() { ["a"] = "b" },
                Values = new() { ["service"] = new Map { ["externalIPs"] = new List<object> { "192.0.2.9" } } },
            };
        });
        Assert.Equal("{base: {validationFailurePolicy: Fail}, defaultRevision: default}", Flow(releases["istio-base"].Values));
        Assert.Equal("{excludeNamespaces: [kube-system], global: {hub: docker.io/istio}}", Flow(releases["istio-cni"].Values));
        var istiod = releases["istiod"].Values;
        Assert.Equal(4L, istiod["autoscaleMin"]);
        Assert.Equal(
            "{hub: docker.io/istio, logAsJson: true, meshID: mesh1, multiCluster: {clusterName: east}, network: net1}",
            Flow(istiod["global"])
        );
        Assert.Equal(
            "{holdApplicationUntilProxyStarts: true, proxyMetadata: {ISTIO_META_DNS_CAPTURE: true}}",
            Flow(istiod.At("meshConfig/defaultConfig"))
        );
        Assert.Equal("[{operator: Exists}]", Flow(istiod["tolerations"]));
        Assert.Equal("{enabled: true}", Flow(istiod["cni"]));
        Assert.Equal(
            "{annotations: {a: b}, externalIPs: [192.0.2.9], type: LoadBalancer}",
            Flow(releases["istio-ingressgateway"].Values["service"])
        );
    }

    [Fact]
    public void WhatAnOptionSaysIsSaidByTheOption()
    {
        var problems = Problems(a =>
        {
            a.Values = new()
            {
                Istiod = new()
                {
                    ["env"] = new Map { ["PILOT_TRACE_SAMPLING"] = "100" },
                    ["revisionTags"] = new List<object> { "prod" },
                    ["replicaCount"] = 3,
                },
                Base = new() { ["profile"] = "demo" },
            };
            a.Ingress = new()
            {
                Values = new() { ["replicaCount"] = 3, ["revision"] = "x" },
            };
        });
        Assert.Equal(
            [
                "ingress.values.replicaCount: is ignored while the autoscaler is on: use minReplicas and maxReplicas, or replicas for a "
                    + "fixed number",
                "ingress.values.revision: is set by MeshStack: use revision",
                "values.base.profile: is set by MeshStack: use profile",
                "values.istiod.env.PILOT_TRACE_SAMPLING: the chart sets this variable itself, and a second entry would contradict it: "
                    + "use the option traceSampling",
                "values.istiod.replicaCount: is ignored while the autoscaler is on: use minReplicas and maxReplicas, or replicas for a "
                    + "fixed number",
                "values.istiod.revisionTags: is set by MeshStack: use tags",
            ],
            problems.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Each of these breaks what the mesh relies on, and the chart takes it without a word.</summary>
    [Theory]
    [InlineData("labels", "istio", "labels.istio: Gateways and policies of the mesh select the gateway by it")]
    [InlineData("labels", "app", "labels.app: Gateways and policies of the mesh select the gateway by it")]
    [InlineData("serviceAccount", "name", "serviceAccount.name: policies and certificates of the mesh name the gateway's service account")]
    [InlineData(
        "serviceAccount",
        "create",
        "serviceAccount.create: policies and certificates of the mesh name the gateway's service account"
    )]
    [InlineData("networkGatewayPorts", "tls", "networkGatewayPorts: ServiceEntries and network gateways of the mesh name these ports")]
    [InlineData("service", "type", "service.type: is set by MeshStack: use serviceType")]
    [InlineData("service", "selectorLabels", "service.selectorLabels: the Service would lead to other pods")]
    public void WhatTheMeshReliesOnIsKept(string key, string inner, string expected)
    {
        var values = new Map { [key] = new Map { [inner] = "x" } };
        Assert.Equal(["eastWest.values." + expected], Problems(a => a.EastWest = new() { Address = "192.0.2.1", Values = values }));

        // The chart reads it there as well.
        Assert.Equal(["ingress.values.global." + expected], Problems(a => a.Ingress = new() { Values = new() { ["global"] = values } }));
    }

    [Fact]
    public void WhatWouldWinOverAnOptionIsRefused() =>
        Assert.Equal(
            [
                "values.base._internal_defaults_do_not_set: is the chart's own: give the values without this prefix",
                "values.base.global.readerServiceAccount: the chart would not make istio-reader-service-account, by which other clusters "
                    + "read this one",
                "values.istiod.pilot: the chart lays what is under pilot over the values of the same names without it: give them without "
                    + "it",
                "values.ztunnel.global.network: is set by MeshStack: use the cluster's network",
            ],
            Problems(a =>
                {
                    a.DataPlane = DataPlane.Ambient;
                    a.Values = new()
                    {
                        Base = new()
                        {
                            ["global"] = new Map { ["readerServiceAccount"] = new Map { ["name"] = "own" } },
                            ["_internal_defaults_do_not_set"] = new Map(),
                        },
                        Istiod = new() { ["pilot"] = new Map { ["replicaCount"] = 5 } },
                        Ztunnel = new() { ["global"] = new Map { ["network"] = "n" } },
                    };
                })
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("istiod", "replcaCount", "replicaCount")]
    [InlineData("istiod", "autoscaleMinimum", "autoscaleMin")]
    [InlineData("base", "enableCRDTemplates", null)]
    [InlineData("cni", "excludedNamespaces", "excludeNamespaces")]
    [InlineData("ztunnel", "logLevl", "logLevel")]
    public void AValueThatNoChartReadsIsNamed(string chart, string key, string? near)
    {
        var args = new IstioInstallArgs { MeshId = "m", DataPlane = DataPlane.Ambient };
        args.Values = ValuesOf(chart, key);
        var problem = Assert.Single(args.Problems());
        Assert.Equal(
            ($"values.{chart}.{key}", $"'{key}': the chart {chart} reads no value of that name, and would not say so"),
            (problem.Path, problem.Message)
        );
        Assert.Equal(key, problem.Given);
        if (near is not null)
        {
            Assert.Contains(near, problem.Allowed);
        }
    }

    [Fact]
    public void ValuesInsideOthersAreLookedAtToo() =>
        Assert.Equal(
            [
                "ingress.values.autoscaling.minReplica: 'minReplica': the chart gateway reads no value of that name, and would not say so",
                "ingress.values.service.typ: 'typ': the chart gateway reads no value of that name, and would not say so",
                "values.istiod.global.proxy.logLevels: 'logLevels': the chart istiod reads no value of that name, and would not say so",
                "values.istiod.telemetry: is a map of enabled, v2, and a single value is given",
                "values.istiod.traceSampling2: 'traceSampling2': the chart istiod reads no value of that name, and would not say so",
                "values.istiod.variant: is a single value, and a map is given",
            ],
            Problems(a =>
                {
                    a.Ingress = new()
                    {
                        Values = new()
                        {
                            ["service"] = new Map { ["typ"] = "x" },
                            ["autoscaling"] = new Map { ["minReplica"] = 2 },
                        },
                    };
                    a.Values = new()
                    {
                        Istiod = new()
                        {
                            ["global"] = new Map { ["proxy"] = new Map { ["logLevels"] = "debug" } },
                            ["telemetry"] = false,
                            ["traceSampling2"] = 5,
                            ["variant"] = new Map { ["name"] = "distroless" },
                        },
                    };
                })
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void WhatIsKubernetesOwnIsNotLookedInto() =>
        Assert.Empty(
            Problems(a =>
            {
                a.Values = new()
                {
                    Istiod = new()
                    {
                        ["resources"] = new Map { ["requests"] = new Map { ["ephemeral-storage"] = "1Gi" } },
                        ["podAnnotations"] = new Map { ["a.example.com/b"] = "c" },
                        ["env"] = new Map { ["PILOT_ANYTHING"] = "x" },
                        ["global"] = new Map { ["proxy"] = new Map { ["resources"] = new Map { ["limits"] = new Map { ["cpu"] = "2" } } } },
                    },
                };
                a.Ingress = new()
                {
                    Values = new()
                    {
                        ["labels"] = new Map { ["team"] = "edge" },
                        ["securityContext"] = new Map { ["fsGroup"] = 1337 },
                        ["lifecycle"] = new Map { ["preStop"] = new Map() },
                    },
                };
            })
        );

    [Theory]
    [InlineData("1.30.8", "ingress.values.dnsPolicy: the chart gateway reads it since Istio 1.31, and this is 1.30.8")]
    [InlineData("1.31.4", null)]
    public void AValueIsForTheVersionsWhoseChartsReadIt(string version, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            Problems(a => (a.Version, a.Ingress) = (version, new() { Values = new() { ["dnsPolicy"] = "ClusterFirst" } }))
        );

    private static ChartValuesArgs ValuesOf(string chart, string key)
    {
        var values = new Map { [key] = "x" };
        return chart switch
        {
            "base" => new() { Base = values },
            "cni" => new() { Cni = values },
            "ztunnel" => new() { Ztunnel = values },
            _ => new() { Istiod = values },
        };
    }

    [Fact]
    public void AFixedNumberOfReplicasMayComeFromTheValues() =>
        Assert.Empty(
            Problems(a =>
                a.Values = new()
                {
                    Istiod = new() { ["replicaCount"] = 3, ["autoscaleEnabled"] = false },
                }
            )
        );

    [Theory]
    [InlineData("gke")]
    [InlineData("microk8s")]
    public async Task ThePlatformReachesEveryChart(string platform)
    {
        var releases = await ReleasesAsync(a =>
            (a.Platform, a.Profile, a.Ingress) = (Platform.Parse(platform), IstioProfile.Ambient, new())
        );
        Assert.Equal(5, releases.Count);
        Assert.All(releases.Values, r => Assert.Equal(platform, r.Values.At("global/platform")));
    }
}
