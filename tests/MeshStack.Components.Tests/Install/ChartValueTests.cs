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
            "{global: {meshID: mesh1, multiCluster: {clusterName: east}, network: net1}, meshConfig: {defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: true}}, "
            + "outboundTrafficPolicy: {mode: ALLOW_ANY}, trustDomain: east.example.com}}",
            Flow(releases["istiod"].Values));
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
                Base = new() { ["validationFailurePolicy"] = "Fail" },
                Istiod = new()
                {
                    ["autoscaleMin"] = 4,
                    ["global"] = new Map { ["logAsJson"] = true },
                    ["meshConfig"] = new Map { ["defaultConfig"] = new Map { ["holdApplicationUntilProxyStarts"] = true } },
                    ["tolerations"] = new List<object> { new Map { ["operator"] = "Exists" } },
                },
                Cni = new() { ["excludeNamespaces"] = new List<object> { "kube-system" } },
            };
            a.Ingress = new() { ServiceAnnotations = new() { ["a"] = "b" }, Values = new() { ["service"] = new Map { ["externalIPs"] = new List<object> { "192.0.2.9" } } } };
        });
        Assert.Equal("{defaultRevision: default, validationFailurePolicy: Fail}", Flow(releases["istio-base"].Values));
        Assert.Equal("{excludeNamespaces: [kube-system]}", Flow(releases["istio-cni"].Values));
        var istiod = releases["istiod"].Values;
        Assert.Equal(4L, istiod["autoscaleMin"]);
        Assert.Equal("{logAsJson: true, meshID: mesh1, multiCluster: {clusterName: east}, network: net1}", Flow(istiod["global"]));
        Assert.Equal("{holdApplicationUntilProxyStarts: true, proxyMetadata: {ISTIO_META_DNS_CAPTURE: true}}", Flow(istiod.At("meshConfig/defaultConfig")));
        Assert.Equal("[{operator: Exists}]", Flow(istiod["tolerations"]));
        Assert.Equal("{enabled: true}", Flow(istiod["cni"]));
        Assert.Equal("{annotations: {a: b}, externalIPs: [192.0.2.9], type: LoadBalancer}", Flow(releases["istio-ingressgateway"].Values["service"]));
    }

    [Fact]
    public void WhatAnOptionSaysIsSaidByTheOption()
    {
        var problems = Problems(a =>
        {
            a.Values = new()
            {
                Istiod = new() { ["env"] = new Map { ["PILOT_TRACE_SAMPLING"] = "100" }, ["revisionTags"] = new List<object> { "prod" }, ["replicaCount"] = 3 },
                Base = new() { ["profile"] = "demo" },
            };
            a.Ingress = new() { Values = new() { ["replicaCount"] = 3, ["revision"] = "x" } };
        });
        Assert.Equal(
            [
                "ingress.values.replicaCount: is ignored while the autoscaler is on: use minReplicas and maxReplicas, or replicas for a fixed number",
                "ingress.values.revision: is set by MeshStack: use revision",
                "values.base.profile: is set by MeshStack: use profile",
                "values.istiod.env.PILOT_TRACE_SAMPLING: the chart sets this variable itself, and a second entry would contradict it: use the option traceSampling",
                "values.istiod.replicaCount: is ignored while the autoscaler is on: use minReplicas and maxReplicas, or replicas for a fixed number",
                "values.istiod.revisionTags: is set by MeshStack: use tags",
            ],
            problems.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AFixedNumberOfReplicasMayComeFromTheValues()
        => Assert.Empty(Problems(a => a.Values = new() { Istiod = new() { ["replicaCount"] = 3, ["autoscaleEnabled"] = false } }));

    [Theory]
    [InlineData("gke")]
    [InlineData("microk8s")]
    public async Task ThePlatformReachesEveryChart(string platform)
    {
        var releases = await ReleasesAsync(a => (a.Platform, a.Profile, a.Ingress) = (platform, "ambient", new()));
        Assert.Equal(5, releases.Count);
        Assert.All(releases.Values, r => Assert.Equal(platform, r.Values.At("global/platform")));
    }

    [Fact]
    public void APlatformThatNeedsNothingIsNone()
        => Assert.Equal(["platform: 'eks' is not a platform that the charts know; allowed: gke, k3d, k3s, microk8s, minikube, openshift (eks needs none: leave platform out)"], Problems(a => a.Platform = "eks"));
}
