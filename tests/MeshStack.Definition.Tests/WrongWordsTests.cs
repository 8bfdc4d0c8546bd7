namespace MeshStack.Definition.Tests;

/// <summary>Words that only YAML can get wrong: in C# they are types.</summary>
public sealed class WrongWordsTests
{
    public static TheoryData<IstioInstallSettings, string> Installs { get; } =
        new()
        {
            {
                new() { Platform = "eks" },
                "platform: 'eks' is not a platform that the charts know; allowed: gke, k3d, k3s, microk8s, minikube, openshift (eks "
                    + "needs none: leave platform out)"
            },
            {
                new() { AccessLogFile = "/dev/stdout", AccessLogEncoding = "YAML" },
                "accessLogEncoding: 'YAML' is not an encoding of access logs; allowed: TEXT, JSON"
            },
            {
                new() { DataPlane = "ambiant" },
                "dataPlane: 'ambiant' is not a data plane; allowed: sidecar, ambient"
            },
            {
                new() { Profile = "ambient", Waypoints = [new() { Namespace = "shop", For = "services" }] },
                "waypoints[0].for: 'services' is not what a waypoint is for; allowed: service, workload, all"
            },
            {
                new()
                {
                    Ingress = new()
                    {
                        Ports =
                        [
                            new()
                            {
                                Name = "tcp-x",
                                Port = 7000,
                                Protocol = "HTTP",
                            },
                        ],
                    },
                },
                "ingress.ports[0].protocol: 'HTTP' is not a transport protocol (the name says what is spoken over it); allowed: TCP, UDP"
            },
            {
                new()
                {
                    OutboundTrafficPolicy = "REGISTRY_ONLY",
                    Egress = new() { Hosts = [new() { Host = "a.example.com", Protocol = "HTTPS" }] },
                },
                "egress.hosts[0].protocol: 'HTTPS' is not a protocol that the egress gateway routes; allowed: TLS, HTTP (HTTPS is TLS: "
                    + "the gateway passes it on unopened)"
            },
        };

    [Theory]
    [MemberData(nameof(Installs))]
    public void OfAnInstallation(IstioInstallSettings settings, string problem)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Assert.Equal([problem], settings.Problems().Select(p => $"{p.Path}: {p.Message}"));
    }

    [Theory]
    [InlineData("empty", "empty is istioctl's")]
    [InlineData("remote", "remote follows from the mesh's topology")]
    public void AProfileOfSomethingElseIsExplained(string profile, string hint) =>
        Assert.Contains(
            new IstioInstallSettings { Profile = profile }.Problems(),
            problem => problem.Path == "profile" && problem.Message.Contains(hint, StringComparison.Ordinal)
        );

    [Fact]
    public void OfAGeneratedTrust()
    {
        var settings = new MeshTrustSettings
        {
            Clusters = [new() { Name = "east" }],
            Generated = new() { Root = 2, KeyAlgorithm = "ED25519" },
            Rotation = new() { From = 1, Phase = "swich" },
        };
        Assert.Equal(
            [
                "generated.keyAlgorithm: 'ED25519' is not an algorithm of keys; allowed: ECDSA-P256, RSA-4096",
                "rotation.phase: 'swich' is not a phase of a rotation; allowed: prepare, switch, retire",
            ],
            settings.Problems().Select(p => $"{p.Path}: {p.Message}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void OfAService()
    {
        var service = new InboundServiceIntent
        {
            ControlPlane = new(new("east")),
            Namespace = "shop",
            Service = "web",
            Port = 80,
            TargetPort = 8080,
            Protocol = "HTTPS",
        };
        Assert.Equal(
            ["protocol: 'HTTPS' is not a protocol; allowed: HTTP, HTTP2, GRPC, TCP, TLS"],
            service.Problems().Select(p => $"{p.Path}: {p.Message}")
        );
    }
}
