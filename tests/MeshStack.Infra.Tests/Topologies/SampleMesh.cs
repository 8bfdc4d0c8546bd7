namespace MeshStack.Infra.Tests.Topologies;

/// <summary>The definition of a small mesh that has something of everything: callers at home and in every other cluster, a workload without
/// a sidecar, single instances, and clients outside the mesh.</summary>
internal static class SampleMesh
{
    /// <summary>The stack's configuration.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="networks">Network of each cluster.</param>
    public static string Stack(string topology, IReadOnlyList<string> networks) =>
        $$$"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: sample
              meshstack:topology: {{{topology}}}
              meshstack:trust: {generated: {}}
              meshstack:gateways: {eastWest: {}, ingress: {}}
              meshstack:clusters:
            {{{string.Join('\n', networks.Select((network, i) => Cluster($"c{i + 1}", network)))}}}

            """;

    /// <summary>The intents: web and its clients outside the mesh in c1, legacy and queue in c2, callers everywhere.</summary>
    public static string Intents(int clusters) =>
        string.Join(
            "---\n",
            [
                """
                kind: InboundService
                name: web
                cluster: c1
                namespace: shop
                port: 8080
                exposedPort: 80
                serviceAccount: web
                externalName: shop.example.com
                certificates: {certificate: {config: webCertificate}, privateKey: {config: webKey}}
                outlierDetection: {interval: 10s}

                """,
                """
                kind: InboundService
                name: legacy
                cluster: c2
                namespace: old
                port: 80
                sidecar: false

                """,
                """
                kind: InboundService
                name: queue
                cluster: c2
                namespace: data
                protocol: TCP
                port: 5672
                headless: true
                instances: 2

                """,
                """
                kind: ClientAccess
                name: browser-to-web
                service: web
                type: external
                access: [{methods: [GET], paths: ["/*"]}]

                """,
                Access("cart-to-web", "web", "c1"),
                Access("report-to-web", "web", "c2"),
                Access("cart-to-legacy", "legacy", "c1"),
                Access("cart-to-queue", "queue", "c1"),
                Access("report-to-queue", "queue", "c2"),
                .. clusters > 2
                    ? [Access("edge-to-web", "web", "c3"), Access("edge-to-legacy", "legacy", "c3"), Access("edge-to-queue", "queue", "c3")]
                    : Array.Empty<string>(),
            ]
        );

    private const string Requests = "access: [{methods: [GET], paths: [/items*]}]";

    private static string Cluster(string name, string network) =>
        $$"""
                {{name}}:
                  context: kind-{{name}}
                  network: {{network}}
                  domain: {{name}}.example.com
                  apiServer: https://{{name}}.example.com:6443
                  externalIstiod: {host: istiod.{{name}}.example.com, credentialName: istiod-certificate}
            """;

    private static string Access(string name, string service, string cluster) =>
        $"""
            kind: ClientAccess
            name: {name}
            service: {service}
            cluster: {cluster}
            namespace: {name.Split('-')[0]}
            serviceAccount: {name.Split('-')[0]}
            {(service == "queue" ? "" : Requests)}

            """;
}
