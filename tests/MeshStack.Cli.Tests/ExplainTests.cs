using System.Text.Json;

namespace MeshStack.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    [Fact]
    public async Task AnAllowedRequestIsFollowedThroughEveryProxy()
    {
        var result = await Meshstack.RunAsync(
            "explain",
            "--from",
            "cluster01/default/sleep",
            "--to",
            "httpbin.namespace02.logicalcloud02:80",
            "--path",
            "/status/200"
        );
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith(
            "allowed: cluster01 default/sleep → GET httpbin.namespace02.logicalcloud02:80/status/200\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("at cluster02 istio-system/istio-eastwestgateway\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "cluster02 AuthorizationPolicy namespace02/sleep-to-httpbin: rules[0] matches",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("to let it through", result.Output, StringComparison.Ordinal);
    }

    private const string GateAndWeb = """
        apiVersion: v1
        kind: List
        items:
        - {apiVersion: v1, kind: Namespace, metadata: {name: app, labels: {istio-injection: enabled}}}
        - {apiVersion: v1, kind: Service, metadata: {name: web, namespace: app},
            spec: {selector: {app: web}, ports: [{port: 80, name: http}]}}
        - {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: app},
            spec: {template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: web, containers: [{name: web}]}}}}
        - {apiVersion: apps/v1, kind: Deployment, metadata: {name: gate, namespace: app},
            spec: {template: {metadata: {labels: {gate: front}, annotations: {inject.istio.io/templates: gateway}},
              spec: {serviceAccountName: gate, containers: [{name: istio-proxy, image: auto}]}}}}
        - {apiVersion: v1, kind: Service, metadata: {name: gate, namespace: app},
            spec: {type: LoadBalancer, selector: {gate: front}, ports: [{port: 443, name: https}]}}
        - apiVersion: networking.istio.io/v1
          kind: Gateway
          metadata: {name: doors, namespace: app}
          spec:
            selector: {gate: front}
            servers:
            - {port: {number: 443, name: https, protocol: HTTPS}, hosts: [web.example.com],
                tls: {mode: MUTUAL, credentialName: web}}
        - apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata: {name: web, namespace: app}
          spec: {hosts: [web.example.com], gateways: [doors], http: [{route: [{destination: {host: web}}]}]}
        - apiVersion: security.istio.io/v1
          kind: PeerAuthentication
          metadata: {name: strict, namespace: app}
          spec: {mtls: {mode: STRICT}}
        - apiVersion: security.istio.io/v1
          kind: AuthorizationPolicy
          metadata: {name: gate, namespace: app}
          spec: {selector: {matchLabels: {gate: front}}, rules: [{from: [{source: {remoteIpBlocks: [192.0.2.0/24]}}]}]}
        - apiVersion: security.istio.io/v1
          kind: AuthorizationPolicy
          metadata: {name: web, namespace: app}
          spec: {selector: {matchLabels: {app: web}}, rules: [{from: [{source: {principals: [cluster.local/ns/app/sa/gate]}}]},
            {from: [{source: {principals: [partner.example/ns/app/sa/web]}}]}, {from: [{source: {requestPrincipals: ["*"]}}]}]}
        - apiVersion: security.istio.io/v1
          kind: RequestAuthentication
          metadata: {name: web, namespace: app}
          spec: {selector: {matchLabels: {app: web}}, jwtRules: [{issuer: me, fromHeaders: [{name: x-token}]}]}
        """;

    [Theory]
    [InlineData("outside:east", "web.example.com:443", "--certificate --address 192.0.2.7", 0)]
    [InlineData("outside:east", "web.example.com:443", "--certificate --address 192.0.2.7 --gateway app/gate", 0)]
    [InlineData("outside:east", "web.example.com:443", "--certificate --address 192.0.2.7 --gateway app/other", 3)]
    [InlineData("outside:east", "web.example.com:443", "--certificate --address 198.51.100.7", 3)]
    [InlineData("outside:east", "web.example.com:443", "--address 192.0.2.7", 3)]
    [InlineData("outside:east", "web.example.com:443", "--certificate --address 192.0.2.7 --server-name other.example.com", 3)]
    [InlineData("east/app/web", "web:80", "", 3)]
    [InlineData("east/app/web", "web:80", "--trust-domain partner.example", 0)]
    [InlineData("east/app/web", "web:80", "--trust-domain other.example", 3)]
    [InlineData("east/app/web", "web:80", "--claim iss=me --claim sub=x --token-header x-token", 0)]
    [InlineData("east/app/web", "web:80", "--claim iss=me --claim sub=x --token-header x-other", 3)]
    [InlineData("east/app/web", "web:80", "--claim iss=me --claim sub=x --token-header x-token --invalid-token", 3)]
    [InlineData("east/app/web", "web:80", "--claim iss=me --claim sub=x --token-header x-token --sidecar false", 3)]
    public async Task WhatACallerShowsCanBeSaid(string from, string to, string shown, int exitCode)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "east"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "east", "all.yaml"), GateAndWeb);
        await File.WriteAllTextAsync(Path.Combine(_folder, "mesh.yaml"), "clusters: {east: {caTrustDomains: [partner.example]}}\n");

        var result = await Meshstack.RunAsync([
            "explain",
            "--manifests",
            _folder,
            "--from",
            from,
            "--to",
            to,
            .. shown.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ]);

        Assert.True(exitCode == result.ExitCode, result.Output + result.Error);
    }

    [Theory]
    [InlineData("outside:cluster01", "--sidecar false", "--sidecar: it is for a workload, and the caller is outside")]
    [InlineData("outside:cluster01", "--as k8s", "--as: it is for a workload, and the caller is outside")]
    [InlineData("outside:cluster01", "--source-ip here", "--source-ip: 'here' is not an IP address")]
    [InlineData("cluster01/default/sleep", "--as k8s --sidecar true", "--sidecar: --as k8s is a caller without one")]
    [InlineData("cluster01/default/sleep", "--as mesh --sidecar false", "--sidecar: --as mesh is a caller with one")]
    [InlineData("outside:cluster01", "--label app=a", "--label: it is for a workload, and the caller is outside")]
    [InlineData("outside:cluster01", "--trust-domain a.example", "--trust-domain: it is for a workload, and the caller is outside")]
    [InlineData("outside:cluster01", "--address here", "--address: 'here' is not an IP address")]
    [InlineData("outside:cluster01", "--gateway a/b/c", "--gateway: 'a/b/c' is not [NAMESPACE/]NAME")]
    [InlineData("cluster01/default/sleep", "--certificate", "--certificate: it is for a client outside, and the caller is a workload")]
    [InlineData("cluster01/default/sleep", "--address 192.0.2.1", "--address: it is for a client outside, and the caller is a workload")]
    [InlineData("cluster01/default/sleep", "--gateway a", "--gateway: it is for a client outside, and the caller is a workload")]
    [InlineData("cluster01/default/sleep", "--label a", "--label: 'a' is not NAME=VALUE")]
    [InlineData("cluster01/default/sleep", "--token-header a", "--token-header: the request has no token: add --claim iss=ISSUER")]
    [InlineData("cluster01/default/sleep", "--invalid-token", "--invalid-token: the request has no token: add --claim iss=ISSUER")]
    [InlineData("cluster01/default/sleep", "--server-name a.example", "--server-name: TLS alone has a server name; add --protocol https")]
    public async Task WhatIsSaidOfTheWrongCallerIsRefused(string from, string said, string message)
    {
        var result = await Meshstack.RunAsync([
            "explain",
            "--from",
            from,
            "--to",
            "httpbin.namespace02.logicalcloud02:80",
            .. said.Split(' '),
        ]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "cluster01/default/sleep",
        "httpbin.namespace02.logicalcloud02:80",
        "POST",
        "/status/200",
        "dev",
        "to let it through: add to ClientAccess sleep-to-httpbin (infra/mesh/dev/httpbin.yaml:20): access: - {methods: [POST], "
            + "paths: [\"/status/200\"]}\n"
    )]
    [InlineData(
        "cluster01/default/sleep",
        "httpbin.namespace02.logicalcloud02:80",
        "GET",
        "/ip",
        "dev",
        "to let it through: add to ClientAccess sleep-to-httpbin (infra/mesh/dev/httpbin.yaml:20): access[0]: paths [/ip]\n"
    )]
    [InlineData(
        "cluster01/default/sleep",
        "httpbin.namespace02.logicalcloud02:80",
        "GET",
        "/a/../ip",
        "dev",
        "to let it through: add to ClientAccess sleep-to-httpbin (infra/mesh/dev/httpbin.yaml:20): access[0]: paths [/ip]\n"
    )]
    [InlineData(
        "cluster01/default/sleep",
        "httpbin.namespace02.logicalcloud02:80",
        "GET",
        "/ip*",
        "dev",
        "no change of one ClientAccess of httpbin (infra/mesh/dev/httpbin.yaml:1) lets it through\n"
    )]
    [InlineData(
        "cluster01/default/sleep",
        "httpbin.namespace02.logicalcloud02:80",
        "PUT",
        "/ip",
        "dev",
        "access: - {methods: [PUT], paths: [\"/ip\"]}\n"
    )]
    [InlineData(
        "cluster01/default/sleep",
        "httpbin.namespace02:8000",
        "GET",
        "/headers",
        "dev",
        "to get through: ask for httpbin.namespace02.logicalcloud02:80\n"
    )]
    [InlineData(
        "outside",
        "shop.example.com:443",
        "POST",
        "/admin",
        "prod",
        "to let it through: add to ClientAccess shoppers (infra/mesh/prod/shop.yaml:15): access[1]: paths [/admin]\n"
    )]
    [InlineData(
        "outside:fra2",
        "payments.payments.svc.cluster.local:8443",
        "GET",
        "/",
        "prod",
        "has no externalName: no client outside the mesh reaches it\n"
    )]
    [InlineData(
        "fra1/shop/storefront",
        "istio-eastwestgateway.istio-system:15021",
        "GET",
        "/",
        "prod",
        "no InboundService exposes istio-eastwestgateway.istio-system\n"
    )]
    [InlineData(
        "iad1/backoffice/refunds",
        "ledger-postgres.ledger:5432",
        "GET",
        "/",
        "prod",
        "kind: ClientAccess\nname: refunds-to-ledger\nservice: ledger\ncluster: iad1\nnamespace: backoffice\nserviceAccount: refunds\n"
    )]
    public async Task ANoSaysWhatWouldMakeItAYes(string from, string to, string method, string path, string stack, string advice)
    {
        var result = await Meshstack.RunAsync("explain", "--from", from, "--to", to, "--method", method, "--path", path, stack);
        Assert.Equal(3, result.ExitCode);
        Assert.EndsWith(advice, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonHasTheDecisionItsStepAndItsObjects()
    {
        var result = await Meshstack.RunAsync(
            "explain",
            "--from",
            "iad1/exports/x",
            "--to",
            "ledger-postgres.ledger:5432",
            "prod",
            "-o",
            "json"
        );
        Assert.Equal(3, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(
            ["decision", "step", "reason", "because", "trace", "obstacles", "assumptions", "advice"],
            json.RootElement.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal("denied", json.RootElement.GetProperty("decision").GetString());
        Assert.Equal("authorization", json.RootElement.GetProperty("step").GetString());
        var cause = json.RootElement.GetProperty("because")[0];
        Assert.Equal(["cluster", "kind", "namespace", "name", "detail"], cause.EnumerateObject().Select(p => p.Name));
        Assert.Equal("ledger-allow-nothing", cause.GetProperty("name").GetString());
        var obstacle = Assert.Single(json.RootElement.GetProperty("obstacles").EnumerateArray());
        Assert.Equal(["step", "proxy", "reason", "isCertain", "because"], obstacle.EnumerateObject().Select(p => p.Name));
        Assert.Equal("iad1 ledger/ledger-postgres", obstacle.GetProperty("proxy").GetString());
    }

    [Fact]
    public async Task EverythingWrongWithAQuestionIsSaidAtOnce()
    {
        var result = await Meshstack.RunAsync(
            "explain",
            "--from",
            "cluster01/defalt/sleep",
            "--to",
            "cluster03/httpbin:80000",
            "--method",
            "get",
            "--path",
            "x",
            "--claim",
            "role=a",
            "--header",
            "b"
        );
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        const string namespaces = "default, istio-ingress, istio-system, namespace01, namespace02";
        Assert.Equal(
            $"""
            --to: there is no cluster 'cluster03'; allowed: cluster01, cluster02; did you mean cluster01?
            --to: 'cluster03/httpbin:80000' is not [CLUSTER/]HOST:PORT with a port from 1 to 65535
            --from: cluster01 has no namespace 'defalt'; allowed: {namespaces}; did you mean default?
            --method: 'get' is not an HTTP method; did you mean GET?
            --path: 'x' does not begin with '/'
            --header: 'b' is not NAME=VALUE
            --claim: a token has an issuer: add --claim iss=ISSUER
            7 errors.

            """,
            result.Error
        );
    }

    [Fact]
    public async Task ACallerThatIsNoneIsSaidWithTheNearest()
    {
        var result = await Meshstack.RunAsync("explain", "dev", "--from", "outsde", "--to", "httpbin:80");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(
            "--from: 'outsde' is neither CLUSTER/NAMESPACE/SERVICEACCOUNT nor outside[:CLUSTER]; did you mean outside?\n",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "realm.roles=a",
        "--claim: 'realm.roles' may be two things: say realm/roles for a claim within another one, or [realm.roles] for one name with a dot"
    )]
    [InlineData(
        "realm[roles=a",
        "--claim: 'realm[roles' is not the name of a claim; allowed: roles, realm_access/roles, realm_access[roles]"
    )]
    public async Task AClaimThatMayBeSeveralIsRefused(string claim, string error)
    {
        var result = await Meshstack.RunAsync(
            "explain",
            "--from",
            "cluster01/default/sleep",
            "--to",
            "httpbin.namespace02:80",
            "--claim",
            "iss=x",
            "--claim",
            claim
        );
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(error, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHeaderThatBeginsWithAnAtIsNoFile()
    {
        var result = await Meshstack.RunAsync(
            "explain",
            "--from",
            "cluster01/default/sleep",
            "--to",
            "httpbin.namespace02:80",
            "--header",
            "@request.auth.claims.groups=a"
        );
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            "--header: '@request.auth.claims.groups' is not a header's name; say --claim for a claim",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AnUnknownHostIsNamedWithTheNearest()
    {
        var result = await Meshstack.RunAsync(
            "explain",
            "--from",
            "cluster01/default/sleep",
            "--to",
            "httbin.namespace02.logicalcloud02:80"
        );
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("did you mean httpbin.namespace02.logicalcloud02?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderOfManifestsIsAskedTheSameWay()
    {
        Write(
            "one/app.yaml",
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web}]}}}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: by-team, namespace: shop}
            spec: {rules: [{when: [{key: "request.headers[x-team]", values: [a]}]}]}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: asked-elsewhere, namespace: shop}
            spec: {action: CUSTOM, provider: {name: opa}, rules: [{to: [{operation: {paths: [/custom]}}]}]}
            """
        );
        string[] ask = ["explain", "--manifests", _folder, "--from", "one/shop/cart", "--to", "web:80"];
        Assert.Equal(0, (await Meshstack.RunAsync([.. ask, "--header", "X-Team=a"])).ExitCode);
        Assert.Equal(3, (await Meshstack.RunAsync([.. ask, "--header", "X-Team=b"])).ExitCode);
        Assert.Equal(4, (await Meshstack.RunAsync([.. ask, "--header", "X-Team=a", "--path", "/custom"])).ExitCode);
    }

    [Fact]
    public async Task BrokenManifestsAreNamedAllAtOnce()
    {
        Write("one/a.yaml", "kind: Service\nmetadata: [\n");
        Write("one/b.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: x\n   y: z\n");
        var result = await Meshstack.RunAsync("explain", "--manifests", _folder, "--from", "one/a/b", "--to", "c:80");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("one/a.yaml:", result.Error, StringComparison.Ordinal);
        Assert.Contains("one/b.yaml:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStackAndAFolderAreOneTooMany() =>
        Assert.Equal(2, (await Meshstack.RunAsync("explain", "dev", "--manifests", _folder, "--from", "a/b/c", "--to", "c:80")).ExitCode);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
