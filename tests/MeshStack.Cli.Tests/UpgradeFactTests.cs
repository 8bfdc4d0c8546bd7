namespace MeshStack.Cli.Tests;

/// <summary>A small mesh for each thing that versions of Istio take otherwise: <c>upgrade</c> shows what it changes, and calls it by its
/// name.</summary>
public sealed class UpgradeFactTests : IDisposable
{
    private const string Web = "one shop/cart → one shop/web:80";

    private readonly ManifestFolder _folder = new();

    [Fact]
    public async Task SidecarsLeaveHostsOut()
    {
        _folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            ManifestFolder.Pods("cart"),
            """
            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata: {name: default, namespace: shop}
            spec: {egress: [{hosts: ["*/*", "~shop/*"]}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}}
            """
        );
        await ChangesAsync("1.30.8", "1.31.4", "sidecar-exclusions", $"lost    {Web}: everything");
    }

    [Fact]
    public async Task ACustomPolicyOnADryRunDenies()
    {
        _folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            ManifestFolder.Pods("cart"),
            // istiod's webhook would refuse it.
            """
            apiVersion: install.istio.io/v1alpha1
            kind: IstioOperator
            metadata: {name: istio, namespace: istio-system}
            spec: {values: {global: {configValidation: false}}, meshConfig: {extensionProviders: [
              {name: opa, envoyExtAuthzHttp: {service: opa.shop.svc.cluster.local, port: 80}}]}}
            """,
            Custom("opa", "istio.io/dry-run: \"true\"")
        );
        await ChangesAsync("1.29.6", "1.30.8", "dry-run-of-custom", $"lost    {Web}: any method /admin*");
    }

    [Fact]
    public async Task AnAuthorizerNeedsANameOfDns()
    {
        _folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            ManifestFolder.Pods("cart"),
            Mesh("extensionProviders: [{name: Own_OPA, envoyExtAuthzHttp: {service: opa.shop.svc.cluster.local, port: 80}}]"),
            Custom("Own_OPA", "shop: a")
        );
        await ChangesAsync("1.29.6", "1.30.8", "authorizer-names", $"lost?   {Web}: any method /admin*");
    }

    [Theory]
    [InlineData("1.29.6", "1.30.8")]
    [InlineData("1.30.1", "1.30.2")]
    public async Task TrustDomainsOfAPolicyCount(string from, string to)
    {
        _folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            ManifestFolder.Pods("cart"),
            """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: web, namespace: shop}
            spec: {selector: {matchLabels: {app: web}}, rules: [{from: [{source: {namespaces: [shop], trustDomains: [elsewhere]}}]}]}
            """
        );
        var report = await ChangesAsync(from, to, "policy-trust-domains", $"lost    {Web}: everything");
        Assert.Contains("\n  appears ", report, StringComparison.Ordinal);
        Assert.Contains("spec.rules[0].from[0].source.trustDomains", report, StringComparison.Ordinal);
        Assert.Contains("(field-dropped)", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATrustDomainIsACondition()
    {
        _folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            ManifestFolder.Pods("cart"),
            """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: web, namespace: shop}
            spec: {selector: {matchLabels: {app: web}}, rules: [{when: [{key: source.trustDomain, values: [elsewhere]}]}]}
            """
        );
        var report = await ChangesAsync("1.30.1", "1.30.8", "policy-trust-domains", $"lost    {Web}: everything");
        Assert.Contains("\n  taken ", report, StringComparison.Ordinal);
        Assert.Contains("(object-refused)", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.29.6", "1.30.8")]
    [InlineData("1.30.2", "1.30.3")]
    public async Task EveryNamespaceOfTheDefaultSeesAService(string from, string to)
    {
        _folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            Mesh("defaultServiceExportTo: [\".\", till]", "outboundTrafficPolicy: {mode: REGISTRY_ONLY}"),
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: till, labels: {istio-injection: enabled}}
            """,
            ManifestFolder.Pods("cart").Replace("namespace: shop", "namespace: till", StringComparison.Ordinal)
        );
        await ChangesAsync(from, to, "default-exports", "gained  one till/cart → one shop/web:80: everything");
    }

    [Fact]
    public async Task EveryNamespaceOfTheDefaultIsRouted()
    {
        _folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            ManifestFolder.Pods("other"),
            Mesh("defaultVirtualServiceExportTo: [\".\", till]"),
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: till, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: other, namespace: shop}
            spec: {selector: {app: other}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {hosts: [web.shop.svc.cluster.local], http: [{route: [{destination: {host: other.shop.svc.cluster.local}}]}]}
            """,
            ManifestFolder.Pods("cart").Replace("namespace: shop", "namespace: till", StringComparison.Ordinal)
        );
        await ChangesAsync(
            "1.30.2",
            "1.30.3",
            "default-exports",
            "diverted one till/cart → web.shop.svc.cluster.local:80: to one shop/other:80 instead of one shop/web:80"
        );
    }

    [Fact]
    public async Task TheMeshSaysWhoSeesEntries()
    {
        _folder.Cluster(
            "one",
            ManifestFolder.Pods("db"),
            ManifestFolder.Pods("cart"),
            Mesh(
                "serviceEntryVisibility: {defaultVisibility: NAMESPACE, applyToSidecars: true}",
                "defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: \"true\"}}",
                "outboundTrafficPolicy: {mode: REGISTRY_ONLY}"
            ),
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: db, namespace: shop}
            spec: {hosts: [db.example.com], resolution: STATIC, location: MESH_INTERNAL,
              ports: [{number: 8080, name: http, protocol: HTTP}],
              workloadSelector: {labels: {app: db}}}
            """
        );
        await ChangesAsync("1.30.8", "1.31.4", "service-entry-visibility", "?   one shop/cart → ");
    }

    [Fact]
    public async Task ASubsetWithoutTlsReachesAnotherNetwork()
    {
        const string Rule = """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: web, namespace: shop}
            spec: {host: web.shop.svc.cluster.local, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}, subsets: [{name: all, labels: {app: web}}]}
            """;
        _folder
            .Write("mesh.yaml", "clusters:\n  one: {network: a, remoteSecretsTo: [two]}\n  two: {network: b, remoteSecretsTo: [one]}\n")
            .Cluster(
                "one",
                ManifestFolder.Pods("cart"),
                Rule,
                """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: default, namespace: shop}
                spec: {mtls: {mode: DISABLE}}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: web, namespace: shop}
                spec: {hosts: [web.shop.svc.cluster.local],
                  http: [{route: [{destination: {host: web.shop.svc.cluster.local, subset: all}}]}]}
                """
            )
            .Cluster(
                "two",
                ManifestFolder.Pods("web"),
                Rule,
                ManifestFolder.Gateway("istio-system", "istio-eastwestgateway", "eastwestgateway", "b"),
                ManifestFolder.CrossNetwork()
            );
        await ChangesAsync("1.30.8", "1.31.4", "subset-tls", "gained  one shop/cart → two shop/web:80: everything");
    }

    [Fact]
    public async Task TheNodeAgentPassesNamespacesByInAmbientMode()
    {
        _folder.Cluster(
            "one",
            Captured("web", "excluded"),
            Captured("cart", "shop"),
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: excluded, labels: {istio.io/dataplane-mode: ambient}}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio-cni-config, namespace: istio-system}
            data: {AMBIENT_ENABLED: "true", EXCLUDE_NAMESPACES: "kube-system,excluded"}
            ---
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: ztunnel, namespace: istio-system}
            spec: {template: {metadata: {labels: {app: ztunnel}}, spec: {containers: [{name: istio-proxy, image: ztunnel, args: [proxy]}]}}}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: nobody, namespace: excluded}
            spec: {}
            """
        );
        await ChangesAsync("1.29.6", "1.30.8", "excluded-from-ambient", "gained  one shop/cart → one excluded/web:80: everything");
    }

    [Fact]
    public async Task AWaypointMayHaveACanary()
    {
        _folder.Cluster(
            "one",
            Captured("web", "till"),
            Captured("cart", "till"),
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: till
              labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: first, istio.io/use-waypoint-canary: second}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: first, namespace: till}
            spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
            """
        );
        await ChangesAsync("1.30.8", "1.31.4", "waypoint-canaries", "changed? one every workload → web.till.svc.cluster.local:80");
    }

    private static string Captured(string name, string ns) =>
        $$$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: {{{name}}}, namespace: {{{ns}}}}
            spec:
              template:
                metadata: {labels: {app: {{{name}}} } }
                spec: {serviceAccountName: {{{name}}}, containers: [{name: app, ports: [{containerPort: 80}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: {{{name}}}, namespace: {{{ns}}}}
            spec: {selector: {app: {{{name}}} }, ports: [{name: http, port: 80}]}
            """;

    public void Dispose() => _folder.Dispose();

    private async Task<string> ChangesAsync(string from, string to, string fact, string line)
    {
        var result = await Meshstack.RunAsync("upgrade", "--manifests", _folder.Root, "--from", from, "--to", to, "--fail-on", "changed");
        Assert.Equal("", result.Error);
        Assert.True(result.Output.Contains(line, StringComparison.Ordinal), result.Output);
        Assert.True(result.Output.Contains($"\n          {fact}: before ", StringComparison.Ordinal), result.Output);
        Assert.Equal(1, result.ExitCode);

        // The same version twice takes the objects alike, whichever it is.
        foreach (var version in new[] { from, to })
        {
            var same = await Meshstack.RunAsync(
                "upgrade",
                "--manifests",
                _folder.Root,
                "--from",
                version,
                "--to",
                version,
                "--fail-on",
                "changed"
            );
            Assert.Equal(0, same.ExitCode);
            Assert.Contains("  no access changes\n", same.Output, StringComparison.Ordinal);
        }

        return result.Output;
    }

    private static string Mesh(params string[] lines) =>
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n"
        + string.Join('\n', lines.Select(line => $"    {line}"));

    private static string Custom(string provider, string annotation) =>
        """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: web, namespace: shop, annotations: {ANNOTATION}}
            spec: {selector: {matchLabels: {app: web}}, action: CUSTOM, provider: {name: PROVIDER},
              rules: [{to: [{operation: {paths: ["/admin*"]}}]}]}
            """.Replace("ANNOTATION", annotation, StringComparison.Ordinal).Replace("PROVIDER", provider, StringComparison.Ordinal);
}
