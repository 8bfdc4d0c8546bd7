using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Topology;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>A federated mesh of four clusters: each service is called by three workloads of the other clusters, each in a namespace of its
/// own.</summary>
internal static class LargeMesh
{
    private const int Clusters = 4;
    private const int Callers = 3;

    private static readonly object?[][] Operations =
    [
        [Map(("operation", Map(("methods", List("GET")), ("paths", List("/api/v1/items", "/api/v1/items/*")), ("ports", List("8080")))))],
        [
            Map(("operation", Map(("methods", List("GET"))))),
            Map(("operation", Map(("methods", List("POST")), ("paths", List("/api/v1/orders"))))),
        ],
        [Map(("operation", Map(("methods", List("*")))))],
    ];

    /// <param name="services">How many.</param>
    /// <param name="isOpen">True for services that everyone may call.</param>
    public static Analysis.Topology.Snapshot Of(int services, bool isOpen = false)
    {
        var numbers = Enumerable.Range(0, services).ToArray();
        var callers = numbers
            .SelectMany(service => Enumerable.Range(0, Callers).Select(caller => (Service: service, Caller: caller)))
            .ToArray();
        return Analysis.Topology.Snapshot.From(
            new SnapshotSources
            {
                Manifests =
                [
                    .. numbers.SelectMany(service => Served(service, isOpen)),
                    .. callers.SelectMany(pair => Called(pair.Service, pair.Caller, isOpen)),
                ],
                Releases =
                [
                    .. Enumerable
                        .Range(0, Clusters)
                        .Select(cluster => new ChartRelease(
                            Cluster(cluster),
                            "istio-system",
                            "istio-eastwestgateway",
                            "istio/gateway",
                            Map(("networkGateway", Cluster(cluster)))
                        )),
                ],
                Workloads =
                [
                    .. numbers.Select(service => new DeclaredWorkload(
                        Cluster(service),
                        Team(service),
                        $"service-{service}",
                        Map2(("app", $"service-{service}")),
                        $"service-{service}"
                    )),
                    .. callers
                        .Select(pair =>
                            (Cluster: CallerCluster(pair.Service, pair.Caller), Space: Space(pair.Service, pair.Caller), pair.Caller)
                        )
                        .Distinct()
                        .Select(one => new DeclaredWorkload(
                            one.Cluster,
                            one.Space,
                            $"client-{one.Caller}",
                            Map2(("app", $"client-{one.Caller}")),
                            $"client-{one.Caller}"
                        )),
                ],
                Services =
                [
                    .. numbers.Select(service => new DeclaredService(
                        Cluster(service),
                        Team(service),
                        $"service-{service}",
                        Map2(("app", $"service-{service}")),
                        [new(8000, "http", 8080)]
                    )),
                ],
                Gateways =
                [
                    .. Enumerable
                        .Range(0, Clusters)
                        .Select(cluster => new GatewayAddress(
                            Cluster(cluster),
                            "istio-system",
                            "istio-eastwestgateway",
                            $"192.0.2.{cluster + 1}"
                        )),
                ],
                Settings = Enumerable
                    .Range(0, Clusters)
                    .ToDictionary(
                        Cluster,
                        cluster => new ClusterSettings
                        {
                            Network = Cluster(cluster),
                            TrustDomain = $"{Cluster(cluster)}.example",
                            CaTrustDomains =
                            [
                                .. Enumerable
                                    .Range(0, Clusters)
                                    .Where(other => other != cluster)
                                    .Select(other => $"{Cluster(other)}.example"),
                            ],
                            DnsCapture = true,
                            OutboundTrafficPolicy = "REGISTRY_ONLY",
                        }
                    ),
            }
        );
    }

    private static IEnumerable<Manifest> Served(int service, bool isOpen)
    {
        var name = $"service-{service}";
        var app = Map(("matchLabels", Map(("app", name))));
        yield return Networking(
            Cluster(service),
            "Gateway",
            Team(service),
            name,
            Map(
                ("selector", Map(("istio", "eastwestgateway"))),
                (
                    "servers",
                    List(
                        Map(
                            ("port", Map(("number", 15443L), ("name", "tls"), ("protocol", "TLS"))),
                            ("tls", Map(("mode", "AUTO_PASSTHROUGH"))),
                            ("hosts", List(Host(service)))
                        )
                    )
                )
            )
        );
        yield return Security(
            Cluster(service),
            "PeerAuthentication",
            Team(service),
            name,
            Map(("selector", app), ("mtls", Map(("mode", "STRICT"))))
        );
        yield return Networking(
            Cluster(service),
            "DestinationRule",
            Team(service),
            name,
            Map(("host", Host(service)), ("trafficPolicy", Map(("outlierDetection", Map(("consecutive5xxErrors", 7L))))))
        );
        if (!isOpen)
        {
            yield return Security(Cluster(service), "AuthorizationPolicy", Team(service), name, Map(("selector", app)));
        }
    }

    private static IEnumerable<Manifest> Called(int service, int caller, bool isOpen)
    {
        var (cluster, ns, host) = (CallerCluster(service, caller), Space(service, caller), $"service-{service}.mesh.example");
        yield return Networking(
            cluster,
            "ServiceEntry",
            ns,
            host,
            Map(
                ("hosts", List(host)),
                ("exportTo", List(".")),
                ("location", "MESH_INTERNAL"),
                ("resolution", "DNS"),
                ("ports", List(Map(("number", 80L), ("name", "http"), ("protocol", "HTTP")))),
                ("endpoints", List(Map(("address", $"192.0.2.{(service % Clusters) + 1}"), ("ports", Map(("http", 15443L))))))
            )
        );
        yield return Networking(
            cluster,
            "DestinationRule",
            ns,
            host,
            Map(
                ("host", host),
                ("exportTo", List(".")),
                (
                    "trafficPolicy",
                    Map(
                        (
                            "tls",
                            Map(
                                ("mode", "ISTIO_MUTUAL"),
                                ("sni", $"outbound_.8000_._.{Host(service)}"),
                                ("subjectAltNames", List($"spiffe://{Cluster(service)}.example/ns/{Team(service)}/sa/service-{service}"))
                            )
                        )
                    )
                )
            )
        );
        if (!isOpen)
        {
            yield return Security(
                Cluster(service),
                "AuthorizationPolicy",
                Team(service),
                $"client-{caller}-to-service-{service}",
                Map(
                    ("selector", Map(("matchLabels", Map(("app", $"service-{service}"))))),
                    (
                        "rules",
                        List(
                            Map(
                                ("from", List(Map(("source", Map(("principals", List($"{cluster}.example/ns/{ns}/sa/client-{caller}"))))))),
                                ("to", Operations[caller % Operations.Length])
                            )
                        )
                    )
                )
            );
        }
    }

    private static string Cluster(int number) => $"cluster{(number % Clusters) + 1:00}";

    private static string CallerCluster(int service, int caller) => Cluster(service + 1 + (caller % (Clusters - 1)));

    private static string Team(int service) => $"team-{service / 10}";

    private static string Space(int service, int caller) => $"clients-{service / 10}-{caller}";

    private static string Host(int service) => $"service-{service}.{Team(service)}.svc.cluster.local";

    private static Dictionary<string, string> Map2(params (string Key, string Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value);
}
