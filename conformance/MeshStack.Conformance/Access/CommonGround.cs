using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Conformance.Access;

/// <summary>The workloads and gateways that the recorded random meshes stand on.</summary>
internal static class CommonGround
{
    private static readonly DeclaredWorkload[] Workloads =
    [
        Of("east", "default", "sleep", "sleep"),
        Of("east", "default", "curl", "curl"),
        Of("east", "default", "curl", "curl", "v2"),
        Of("east", "bar", "curl", "curl"),
        Of("east", "legacy", "legacy", "legacy") with
        {
            HasSidecar = false,
        },
        Of("east", "foo", "httpbin", "httpbin", "v1"),
        Of("east", "foo", "httpbin", "httpbin", "v2"),
        Of("east", "foo", "other", "other"),
        Of("west", "default", "sleep", "sleep"),
        Of("west", "foo", "httpbin", "httpbin", "v1"),
        .. Enumerable.Range(1, 14).Select(number => Of("east", $"crowd-{number % 4}", $"client-{number}", "client")),
    ];

    /// <summary>A mesh with them.</summary>
    public static SnapshotSources Below(SnapshotSources mesh) =>
        mesh with
        {
            Workloads = Workloads,
            Releases =
            [
                new(
                    "east",
                    "istio-ingress",
                    "istio-ingressgateway",
                    "istio/gateway",
                    Map(
                        (
                            "service",
                            Map(
                                (
                                    "ports",
                                    new object?[]
                                    {
                                        Map(("name", "http2"), ("port", 80L), ("targetPort", 80L)),
                                        Map(("name", "https"), ("port", 443L), ("targetPort", 443L)),
                                        Map(("name", "tcp"), ("port", 31400L), ("targetPort", 31400L)),
                                    }
                                )
                            )
                        )
                    )
                ),
                .. mesh.Settings.Select(cluster => new ChartRelease(
                    cluster.Key,
                    "istio-system",
                    "istio-eastwestgateway",
                    "istio/gateway",
                    Map(("networkGateway", cluster.Value.Network ?? "any"))
                )),
            ],
            Gateways =
            [
                new("east", "istio-system", "istio-eastwestgateway", "192.0.2.1"),
                new("west", "istio-system", "istio-eastwestgateway", "192.0.2.2"),
            ],
        };

    /// <summary>
    /// A mesh with the gateways that its questions come in by, of which it has no manifests: by their names they are releases of
    /// Istio's chart.
    /// </summary>
    public static SnapshotSources WithGateways(SnapshotSources mesh, IEnumerable<Caller.Outside> callers) =>
        mesh with
        {
            Releases =
            [
                .. callers
                    .Where(caller => caller is { Gateway: not null, GatewayNamespace: not null })
                    .DistinctBy(caller => (caller.Cluster, caller.GatewayNamespace, caller.Gateway))
                    .Select(caller => new ChartRelease(
                        caller.Cluster,
                        caller.GatewayNamespace!,
                        caller.Gateway!,
                        "istio/gateway",
                        Map(("service", Map(("ports", PortsOf(mesh, caller.Cluster)))))
                    )),
            ],
        };

    // Those that some Gateway opens; of others nothing gets in.
    private static object?[] PortsOf(SnapshotSources mesh, string cluster) =>
        [
            .. mesh
                .Manifests.Where(manifest => manifest.Kind == "Gateway" && manifest.Cluster == cluster)
                .SelectMany(manifest => manifest.Spec["servers"].Items)
                .Select(server => server["port"]["number"].Integer)
                .OfType<long>()
                .Union([80L, 443L])
                .Select(port => Map(("name", $"port-{port}"), ("port", port), ("targetPort", port))),
        ];

    private static DeclaredWorkload Of(string cluster, string ns, string account, string app, string? version = null)
    {
        var labels = new Dictionary<string, string> { ["app"] = app };
        if (version is not null)
        {
            labels["version"] = version;
        }

        return new(cluster, ns, version is null ? account : $"{account}-{version}", labels, account);
    }

    private static Dictionary<string, object?> Map(params ReadOnlySpan<(string Key, object? Value)> entries)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }

        return map;
    }
}
