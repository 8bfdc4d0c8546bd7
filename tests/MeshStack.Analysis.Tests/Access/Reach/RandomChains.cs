using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Reach;

/// <summary>A random mesh of services that let each other in: two clusters, accounts that several services share, callers of whom it is not
/// known whether they are let in, and workloads that are called by their own names, which may be those of other ones' Services.</summary>
internal sealed record RandomChains(IReadOnlyList<RandomChains.Part> Parts, SnapshotSources Sources)
{
    private const int Services = 7;
    private const int PodPort = 8080;

    public static RandomChains Number(int number)
    {
        var random = new Random(number);
        var shift = random.Next(2) == 0 ? 0 : random.Next(1, Services);
        Part[] parts =
        [
            .. Enumerable
                .Range(0, Services)
                .Select(i => new Part(
                    random.Next(4) == 0 ? "west" : "east",
                    random.Next(2) == 0 ? "a" : "b",
                    $"s{i}",
                    $"of-{(random.Next(4) == 0 ? 0 : i)}",
                    $"s{(i + shift) % Services}",
                    i == 0 || random.Next(4) > 0
                )),
        ];
        return new(
            parts,
            new()
            {
                Settings = new Dictionary<string, ClusterSettings>
                {
                    ["east"] = new() { DnsCapture = true, RemoteSecretsTo = ["west"] },
                    ["west"] = new() { DnsCapture = true, RemoteSecretsTo = ["east"] },
                },
                Workloads =
                [
                    .. parts.Select(part => new DeclaredWorkload(
                        part.Cluster,
                        part.Namespace,
                        part.Workload,
                        part.Labels,
                        part.Account,
                        Ports: part.HasService ? null : new Dictionary<string, int> { [$"{PodPort}"] = PodPort }
                    )),
                ],
                Services =
                [
                    .. parts
                        .Where(part => part.HasService)
                        .SelectMany(part =>
                            new[] { "east", "west" }.Select(cluster => new DeclaredService(
                                cluster,
                                part.Namespace,
                                part.Name,
                                part.Labels,
                                [new(80, "http")]
                            ))
                        ),
                ],
                Releases = [new("east", "edge", "ingress", "istio/gateway", Map(("labels", Map(("istio", "ingress")))))],
                Manifests =
                [
                    .. new[] { "east", "west" }.Select(cluster =>
                        Security(cluster, "PeerAuthentication", "istio-system", "default", Map(("mtls", Map(("mode", "STRICT")))))
                    ),
                    // Who has no Service is called at the address of its pods, without mTLS, and some let everyone in.
                    .. parts.Where(part => part.HasService || random.Next(3) == 0).Select(part => Policy(part, parts, random)),
                    .. parts
                        .Where(part => !part.HasService)
                        .Select(part =>
                            Security(
                                part.Cluster,
                                "PeerAuthentication",
                                part.Namespace,
                                part.Name,
                                Map(("selector", Map(("matchLabels", Map(("app", part.Name))))), ("mtls", Map(("mode", "PERMISSIVE"))))
                            )
                        ),
                    Networking(
                        "east",
                        "Gateway",
                        "edge",
                        "gate",
                        Map(
                            ("selector", Map(("istio", "ingress"))),
                            (
                                "servers",
                                List(
                                    Map(
                                        ("port", Map(("number", 80L), ("name", "http"), ("protocol", "HTTP"))),
                                        ("hosts", List("*/shop.example.com"))
                                    )
                                )
                            )
                        )
                    ),
                    Networking(
                        "east",
                        "VirtualService",
                        "edge",
                        "shop",
                        Map(
                            ("hosts", List("shop.example.com")),
                            ("gateways", List("edge/gate")),
                            (
                                "http",
                                List(
                                    Map(
                                        (
                                            "route",
                                            List(
                                                Map(
                                                    (
                                                        "destination",
                                                        Map(("host", $"{parts[0].Name}.{parts[0].Namespace}.svc.cluster.local"))
                                                    )
                                                )
                                            )
                                        )
                                    )
                                )
                            )
                        )
                    ),
                ],
            }
        );
    }

    private static Manifest Policy(Part part, Part[] parts, Random random)
    {
        List<object?> rules = [];
        foreach (var caller in parts.Where(_ => random.Next(4) == 0))
        {
            var source = Map(("principals", List($"cluster.local/ns/{caller.Namespace}/sa/{caller.Account}")));
            if (random.Next(5) == 0)
            {
                source["ipBlocks"] = List("10.0.0.0/8");
            }

            rules.Add(Map(("from", List(Map(("source", source)))), ("to", List(Map(("operation", Map(("methods", List("GET")))))))));
        }

        if (random.Next(3) == 0)
        {
            rules.Add(Map(("from", List(Map(("source", Map(("principals", List("cluster.local/ns/edge/sa/ingress")))))))));
        }

        return Security(
            part.Cluster,
            "AuthorizationPolicy",
            part.Namespace,
            part.Name,
            Map(("selector", Map(("matchLabels", Map(("app", part.Name))))), ("rules", rules.ToArray()))
        );
    }

    internal sealed record Part(string Cluster, string Namespace, string Name, string Account, string Workload, bool HasService)
    {
        /// <summary>What is called: its Service, or the port of its pods.</summary>
        public AccessTarget Target => HasService ? new(Cluster, Namespace, Name, 80) : new(Cluster, Namespace, Workload, PodPort);

        public IReadOnlyDictionary<string, string> Labels => new Dictionary<string, string> { ["app"] = Name };
    }
}
