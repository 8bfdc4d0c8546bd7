using MeshStack.Infra.Tests.Definition;
using MeshStack.Istio;

namespace MeshStack.Components.Tests.Services;

/// <summary>The values of traffic settings have the same limits in YAML and in C#, and are refused with the same text.</summary>
public sealed class TrafficLimitTests
{
    /// <summary>A mistake: how YAML and C# make it, and what is said of it.</summary>
    public sealed record Mistake(string Yaml, Action<InboundServiceArgs> Make, params string[] Says)
    {
        public override string ToString() => Yaml;
    }

    public static TheoryData<Mistake> Mistakes { get; } =
    [
        new(
            "connectionPool: {tcp: {maxConnections: 0}}",
            a => a.ConnectionPool = new() { Tcp = new TcpConnectionPoolArgs { MaxConnections = 0 } },
            "connectionPool.tcp.maxConnections: 0 is out of range; allowed: 1 or more"
        ),
        new(
            "connectionPool: {tcp: {connectTimeout: '5'}}",
            a => a.ConnectionPool = new() { Tcp = new TcpConnectionPoolArgs { ConnectTimeout = "5" } },
            "connectionPool.tcp.connectTimeout: expected a duration with a unit (250ms, 30s, 5m, 1h30m), got '5'; "
                + "did you mean 5s or 5m?"
        ),
        new(
            "connectionPool: {http: {maxRetries: -1, http2KeepAlive: {interval: 30s}}}",
            a =>
                a.ConnectionPool = new()
                {
                    Http = new HttpConnectionPoolArgs
                    {
                        MaxRetries = -1,
                        Http2KeepAlive = new Http2KeepAliveArgs { Interval = "30s" },
                    },
                },
            "connectionPool.http.http2KeepAlive.timeout: required: time without an answer to a ping until the connection is closed",
            "connectionPool.http.maxRetries: -1 is out of range; allowed: 1 or more"
        ),
        new("connectionPool: {}", a => a.ConnectionPool = new(), "connectionPool: tcp or http is required"),
        new(
            "outlierDetection: {maxEjectionPercent: 150, minHealthPercent: -1, interval: soon}",
            a =>
                a.OutlierDetection = new()
                {
                    MaxEjectionPercent = 150,
                    MinHealthPercent = -1,
                    Interval = "soon",
                },
            "outlierDetection.interval: expected a duration with a unit (250ms, 30s, 5m, 1h30m), got 'soon'",
            "outlierDetection.maxEjectionPercent: 150 is out of range; allowed: 0 to 100",
            "outlierDetection.minHealthPercent: -1 is out of range; allowed: 0 to 100"
        ),
        new(
            "outlierDetection: {outlierDetectionHttpErrorCodes: [503, 99]}",
            a => a.OutlierDetection = new() { OutlierDetectionHttpErrorCodes = { 503, 99 } },
            "outlierDetection.outlierDetectionHttpErrorCodes[1]: expected a whole number from 100 to 599, got '99'"
        ),
        new(
            "loadBalancing: {consistentHash: {useSourceIp: true, ringHash: {minimumRingSize: 0}}}",
            a => a.LoadBalancing = new() { Hash = ConsistentHashArgs.SourceIp().WithRingHash(0) },
            "loadBalancing.consistentHash.ringHash.minimumRingSize: 0 is out of range; allowed: 1 to 8388608"
        ),
        new(
            "loadBalancing: {consistentHash: {useSourceIp: true, maglev: {tableSize: -5}}}",
            a => a.LoadBalancing = new() { Hash = ConsistentHashArgs.SourceIp().WithMaglev(-5) },
            "loadBalancing.consistentHash.maglev.tableSize: -5 is out of range; allowed: 1 or more"
        ),
        new(
            "loadBalancing: {simple: LEAST_CONN}",
            a => a.LoadBalancing = LoadBalancerSettingsArgs.Simple(LoadBalancerAlgorithm.LeastConn),
            "loadBalancing.simple: 'LEAST_CONN' is not an algorithm; allowed: ROUND_ROBIN, LEAST_REQUEST, RANDOM, PASSTHROUGH "
                + "(LEAST_CONN became LEAST_REQUEST)"
        ),
        new(
            "loadBalancing: {consistentHash: {useSourceIp: true, maglev: {tableSize: 100}}}",
            a => a.LoadBalancing = new() { Hash = ConsistentHashArgs.SourceIp().WithMaglev(100) },
            "loadBalancing.consistentHash.maglev.tableSize: The maglev table's size is 100; it is a prime below 5000011, such as 65537"
        ),
        new(
            "connectionPool: {tcp: {connectTimeout: 0s}}",
            a => a.ConnectionPool = new() { Tcp = new TcpConnectionPoolArgs { ConnectTimeout = "0s" } },
            "connectionPool.tcp.connectTimeout: \"0s\" is shorter than 1ms; a duration is at least 1ms, in whole milliseconds, such as "
                + "500ms, 15s or 1h30m"
        ),
        new("headless: true\ninstances: 0", a => (a.Headless, a.Instances) = (true, 0), "instances: 0 is out of range; allowed: 1 to 1000"),
        new("targetPort: 70000", a => a.TargetPort = 70000, "targetPort: 70000 is not a port; allowed: 1 to 65535"),
    ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void YamlIsRefused(Mistake mistake)
    {
        ArgumentNullException.ThrowIfNull(mistake);
        using var project = new SampleProject();
        const string Kept = "targetPort: 8080\n";
        var given = mistake.Yaml.StartsWith("targetPort:", StringComparison.Ordinal) ? mistake.Yaml + "\n" : $"{mistake.Yaml}\n{Kept}";
        var intents = SampleProject.Intents.Replace(Kept, given, StringComparison.Ordinal);
        project.Write("infra/mesh/test/shop.yaml", intents);
        var refused = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(project.Root, "test"));
        Assert.Equal(mistake.Says, refused.Problems.Select(p => $"{p.Path}: {p.Message}").Order(StringComparer.Ordinal));
        Assert.All(refused.Problems, p => Assert.InRange(p.At.Line, 6, 7));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task CSharpIsRefused(Mistake mistake)
    {
        ArgumentNullException.ThrowIfNull(mistake);
        var refused = await Assert.ThrowsAsync<Offline.OfflineException>(() => TwoClusters.RunAsync(t => t.Web(mistake.Make)));
        Assert.All(mistake.Says, said => Assert.Contains($"web: {said}", refused.Message, StringComparison.Ordinal));
        Assert.Equal(mistake.Says.Length, refused.Message.Split("web: ").Length - 1);
    }

    /// <summary>Where there is no such cluster, the values are looked at all the same.</summary>
    [Fact]
    public void ValuesAreCheckedOnUnknownClustersToo()
    {
        using var project = new SampleProject();
        project.Write(
            "infra/mesh/test/shop.yaml",
            SampleProject
                .Intents.Replace("cluster: east", "cluster: esat", StringComparison.Ordinal)
                .Replace("port: 80\n", "port: 80\noutlierDetection: {maxEjectionPercent: 150}\n", StringComparison.Ordinal)
        );
        var refused = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(project.Root, "test"));
        Assert.Equal(["cluster", "outlierDetection.maxEjectionPercent"], refused.Problems.Select(p => p.Path));
    }
}
