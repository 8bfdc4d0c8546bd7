using static MeshStack.Components.Tests.Install.OneCluster;

namespace MeshStack.Components.Tests.Install;

public sealed class ProfileTests
{
    [Theory]
    [InlineData("default", null)]
    [InlineData("minimal", null)]
    [InlineData("production", null)]
    [InlineData("demo", "demo")]
    [InlineData("preview", "preview")]
    [InlineData("stable", "stable")]
    [InlineData("ambient", "ambient")]
    public async Task OnlyAProfileOfTheChartsReachesThem(string profile, string? expected)
    {
        var releases = await ReleasesAsync(a => a.Profile = IstioProfile.Parse(profile));
        Assert.All(releases.Values, r => Assert.Equal(expected, r.Values.GetValueOrDefault("profile")));
    }

    [Fact]
    public void MinimalHasNoGateways()
    {
        var problems = Problems(a => (a.Profile, a.Ingress, a.Ingresses) = (IstioProfile.Minimal, new(), new() { ["partners"] = new() }));
        Assert.Equal(
            [
                "ingress: profile minimal has no gateways: use profile default, or leave the gateway out",
                "ingresses.partners: profile minimal has no gateways: use profile default, or leave the gateway out",
            ],
            problems
        );
    }

    [Fact]
    public async Task ProductionSurvivesANodeAndAZone()
    {
        var istiod = (await ReleasesAsync(a => (a.Profile, a.Revision) = (IstioProfile.Production, "1-31-4")))["istiod-1-31-4"].Values;
        Assert.Equal(
            "{autoscaleMax: 10, autoscaleMin: 3, pdb: {minAvailable: 2, unhealthyPodEvictionPolicy: AlwaysAllow}, resources: {limits: "
                + "{cpu: 2, memory: 4Gi}, requests: {cpu: 500m, memory: 2Gi}}}",
            Flow(istiod.Where(v => v.Key is "autoscaleMin" or "autoscaleMax" or "pdb" or "resources").ToDictionary())
        );
        const string Selector = "labelSelector: {matchLabels: {app: istiod, istio.io/rev: 1-31-4}}";
        Assert.Equal(
            $"{{podAntiAffinity: {{preferredDuringSchedulingIgnoredDuringExecution: [{{podAffinityTerm: {{{Selector}, topologyKey: "
                + $"kubernetes.io/hostname}}, weight: 100}}]}}}}",
            Flow(istiod["affinity"])
        );
        Assert.Equal(
            $"[{{{Selector}, maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway}}]",
            Flow(istiod["topologySpreadConstraints"])
        );
    }

    [Fact]
    public async Task ProductionGatewaysAreSpreadToo()
    {
        var gateway = (await ReleasesAsync(a => (a.Profile, a.Ingress) = (IstioProfile.Production, new())))["istio-ingressgateway"].Values;
        Assert.Equal("{maxReplicas: 10, minReplicas: 3}", Flow(gateway["autoscaling"]));
        Assert.Equal("{minAvailable: 2, unhealthyPodEvictionPolicy: AlwaysAllow}", Flow(gateway["podDisruptionBudget"]));
        Assert.Contains(
            "{app: istio-ingressgateway, istio: ingressgateway}",
            Flow(gateway["topologySpreadConstraints"]),
            StringComparison.Ordinal
        );
        Assert.False(gateway.ContainsKey("resources"), "the chart's own");
    }

    [Fact]
    public async Task ProductionLogsARequestPerLine()
    {
        var config = (await ReleasesAsync(a => a.Profile = IstioProfile.Production))["istiod"].Values;
        Assert.Equal("/dev/stdout", config.At("meshConfig/accessLogFile"));
        Assert.Equal(
            "[%START_TIME%] \"%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%\" %RESPONSE_CODE% %RESPONSE_FLAGS% "
                + "%BYTES_RECEIVED% %BYTES_SENT% \"%DURATION%\" \"%RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%\"\n",
            config.At("meshConfig/accessLogFormat")
        );
    }

    [Fact]
    public async Task WhatIsGivenWinsOverTheProfile()
    {
        var releases = await ReleasesAsync(a =>
        {
            a.Profile = IstioProfile.Production;
            a.AccessLogFile = "/var/log/mesh";
            a.AccessLogEncoding = AccessLogEncoding.Json;
            a.Istiod = new()
            {
                MaxReplicas = 2,
                Spread = false,
                Resources = new() { Requests = new() { Cpu = "1" } },
            };
            a.Ingress = new() { Replicas = 2 };
        });
        var istiod = releases["istiod"].Values;
        Assert.Equal(
            (2L, 2L, "{minAvailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow}"),
            (istiod["autoscaleMin"], istiod["autoscaleMax"], Flow(istiod["pdb"]))
        );
        Assert.Equal("{limits: {cpu: 2, memory: 4Gi}, requests: {cpu: 1, memory: 2Gi}}", Flow(istiod["resources"]));
        Assert.False(istiod.ContainsKey("affinity"));
        Assert.Equal("/var/log/mesh", istiod.At("meshConfig/accessLogFile"));
        Assert.Equal("JSON", istiod.At("meshConfig/accessLogEncoding"));
        Assert.Null(istiod.At("meshConfig/accessLogFormat"));
        var gateway = releases["istio-ingressgateway"].Values;
        Assert.Equal("{enabled: false}", Flow(gateway["autoscaling"]));
        Assert.Equal(2L, gateway["replicaCount"]);
        Assert.Equal("{minAvailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow}", Flow(gateway["podDisruptionBudget"]));
    }

    [Fact]
    public void AFixedNumberOfReplicasHasNoAutoscaler()
    {
        var problem = Assert.Single(Problems(a => a.Istiod = new() { Replicas = 3, MaxReplicas = 5 }));
        Assert.StartsWith("istiod.replicas: a fixed number turns the autoscaler off", problem, StringComparison.Ordinal);
    }
}
