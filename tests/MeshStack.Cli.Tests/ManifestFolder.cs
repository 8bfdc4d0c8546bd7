namespace MeshStack.Cli.Tests;

/// <summary>A folder of manifests per cluster, made of the parts that many tests need.</summary>
internal sealed class ManifestFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("meshstack-").FullName;

    /// <summary>Runs <c>access --without</c> on the folder.</summary>
    public Task<Meshstack.Result> WithoutAsync(params string[] arguments) =>
        Meshstack.RunAsync(["access", "--manifests", Root, "--without", .. arguments]);

    public ManifestFolder Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>A cluster with the namespace shop and its Service web, and with what else is there.</summary>
    public ManifestFolder Cluster(string cluster, params string[] parts) =>
        Write(
            $"{cluster}/all.yaml",
            string.Join(
                "\n---\n",
                [
                    """
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: shop, labels: {istio-injection: enabled}}
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: web, namespace: shop}
                    spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
                    """,
                    .. parts,
                ]
            )
        );

    /// <summary>Pods in the namespace shop.</summary>
    public static string Pods(string name) =>
        """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: NAME, namespace: shop}
            spec: {template: {metadata: {labels: {app: NAME}}, spec: {serviceAccountName: NAME, containers: [{name: NAME}]}}}
            """.Replace("NAME", name, StringComparison.Ordinal);

    /// <summary>A gateway's pods and Service; with the name of a network, the gateway of that network.</summary>
    public static string Gateway(string ns, string name, string role, string? network = null) =>
        """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: NAME, namespace: SPACE}
            spec: {template: {metadata: {annotations: {inject.istio.io/templates: gateway}, labels: {app: NAME, istio: ROLELABELS}},
              spec: {containers: [{name: istio-proxy}]}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: NAME, namespace: SPACE, labels: {istio: ROLELABELS}}
            spec: {type: LoadBalancer, selector: {app: NAME}, ports: [{name: tls, port: 15443}, {name: http2, port: 80}]}
            """.Replace("NAME", name, StringComparison.Ordinal).Replace("SPACE", ns, StringComparison.Ordinal).Replace(
            "ROLE",
            role,
            StringComparison.Ordinal
        ).Replace("LABELS", network is null ? "" : $", topology.istio.io/network: {network}", StringComparison.Ordinal);

    /// <summary>Lets calls from other networks through.</summary>
    public static string CrossNetwork() =>
        """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: cross-network, namespace: istio-system}
            spec: {selector: {istio: eastwestgateway}, servers: [{port: {number: 15443, name: tls, protocol: TLS},
              tls: {mode: AUTO_PASSTHROUGH}, hosts: ["*.local"]}]}
            """;

    /// <summary>Takes shop.example.com from outside to the Service web.</summary>
    public static string Shop() =>
        """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: shop, namespace: shop}
            spec: {selector: {istio: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: shop, namespace: shop}
            spec: {hosts: [shop.example.com], gateways: [shop], http: [{match: [{uri: {prefix: /items}}],
              route: [{destination: {host: web, port: {number: 80}}}]}]}
            """;

    /// <summary>Nodes, each with its region.</summary>
    public static string Nodes(params string[] regions) =>
        string.Join(
            "\n---\n",
            regions.Select(
                (region, i) =>
                    FormattableString.Invariant(
                        $"apiVersion: v1\nkind: Node\nmetadata:\n  name: node-{i}\n  labels: {{topology.kubernetes.io/region: {region}}}"
                    )
            )
        );

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
