using MeshStack.Definition;

namespace MeshStack.Fuzz.Tests.Grammar;

/// <summary>Files of this repository that are right, to be made wrong.</summary>
internal static class Seeds
{
    public static string Root { get; } = ProjectFolder.Find(AppContext.BaseDirectory);

    /// <summary>What stacks render.</summary>
    public static IReadOnlyList<string> Manifests { get; } =
    [
        .. Directory
            .EnumerateFiles(
                Path.Combine(Root, "tests", "MeshStack.Infra.Tests", "Snapshots", "rendered", "objects"),
                "*.yaml",
                SearchOption.AllDirectories
            )
            .Order(StringComparer.Ordinal)
            .Where((_, index) => index % 7 == 0)
            .Select(File.ReadAllText),
        Mesh,
    ];

    /// <summary>The configuration of stacks.</summary>
    public static IReadOnlyList<string> Stacks { get; } =
    [.. new[] { "dev", "prod" }.Select(stack => File.ReadAllText(Path.Combine(Root, $"Pulumi.{stack}.yaml")))];

    /// <summary>The intents of stacks.</summary>
    public static IReadOnlyList<string> Intents { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root, "infra", "mesh"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];

    /// <summary>A small mesh in one file.</summary>
    public const string Mesh = """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {istio-injection: enabled}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}, {name: tcp-db, port: 5432}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec: {template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: web, containers: [{name: web}]}}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: cart, namespace: shop}
        spec: {template: {metadata: {labels: {app: cart}}, spec: {serviceAccountName: cart, containers: [{name: cart}]}}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: istio-ingressgateway, namespace: istio-ingress}
        spec:
          template:
            metadata: {annotations: {inject.istio.io/templates: gateway}, labels: {istio: ingressgateway}}
            spec: {containers: [{name: istio-proxy}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: istio-ingressgateway, namespace: istio-ingress}
        spec: {type: LoadBalancer, selector: {istio: ingressgateway}, ports: [{name: http, port: 80}, {name: https, port: 443}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: public, namespace: shop}
        spec:
          selector: {istio: ingressgateway}
          servers:
            - port: {number: 443, name: https, protocol: HTTPS}
              tls: {mode: SIMPLE, credentialName: web}
              hosts: [shop.example.com]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec:
          hosts: [shop.example.com]
          gateways: [public]
          http:
            - match: [{uri: {prefix: /api}}]
              route: [{destination: {host: web, port: {number: 80}}}]
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          action: ALLOW
          rules:
            - from: [{source: {principals: [cluster.local/ns/shop/sa/cart]}}]
              to: [{operation: {methods: [GET], paths: [/api*, "/items/{*}"]}}]
              when: [{key: "request.headers[x-team]", values: [a*]}]
        ---
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: shop}
        spec: {mtls: {mode: STRICT}}
        """;
}
