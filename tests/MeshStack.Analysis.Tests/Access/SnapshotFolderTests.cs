using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access;

public sealed class SnapshotFolderTests : IDisposable
{
    private const string Httpbin = """
        apiVersion: v1
        kind: List
        items:
        - {apiVersion: v1, kind: Namespace, metadata: {name: foo, labels: {istio-injection: enabled}}}
        - {apiVersion: v1, kind: Service, metadata: {name: httpbin, namespace: foo}, spec: {selector: {app: httpbin}, ports: [{port: 8000,
            name: http}]}}
        - {apiVersion: apps/v1, kind: Deployment, metadata: {name: httpbin, namespace: foo},
            spec: {template: {metadata: {labels: {app: httpbin}}, spec: {serviceAccountName: httpbin, containers: [{name: httpbin}]}}}}
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("snapshot").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void AFolderPerClusterIsReadWithWhatKubectlWrites()
    {
        Write("east/all.yaml", Httpbin);
        Write("east/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [all.yaml]\n");

        var verdict = AccessEvaluator.Evaluate(
            Snapshot.FromFolder(_root),
            new Caller.InMesh("east", "foo", "httpbin"),
            new Request { Host = "httpbin", Port = 8000 }
        );

        Assert.IsType<Verdict.Allowed>(verdict);
        Assert.Empty(verdict.Assumptions);
    }

    [Fact]
    public void ReleasesOfAHelmfileGiveTheMeshConfigurationAndGateways()
    {
        Write(
            "east/helmfile.yaml",
            """
            releases:
            - {name: istiod, namespace: mesh-system, chart: istio/istiod, values: [_helm/istiod.yaml]}
            - {name: istio-eastwestgateway, namespace: mesh-system, chart: istio/gateway, values: [_helm/gateway.yaml]}
            """
        );
        Write(
            "east/_helm/istiod.yaml",
            """
            global: {network: net-east}
            meshConfig:
              trustDomain: east.example
              trustDomainAliases: [old.example]
              outboundTrafficPolicy: {mode: REGISTRY_ONLY}
              caCertificates: [{pem: x, trustDomains: [west.example]}]
              defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}
            """
        );
        Write("east/_helm/gateway.yaml", "networkGateway: net-east\n");

        var mesh = Snapshot.FromFolder(_root).MeshOf("east");

        Assert.Equal(
            ("net-east", "east.example", "mesh-system", "REGISTRY_ONLY", true),
            (mesh.Network, mesh.TrustDomain, mesh.RootNamespace, mesh.OutboundTrafficPolicy, mesh.DnsCapture)
        );
        Assert.Equal(["old.example"], mesh.TrustDomainAliases);
        Assert.Equal(["west.example"], mesh.CaTrustDomains);
    }

    [Fact]
    public void TheMeshFileWinsOverTheObjects()
    {
        Write(
            "east/istio.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n    trustDomain: "
                + "one.example\n    enableAutoMtls: false\n"
        );
        Write("mesh.yaml", "clusters:\n  east: {trustDomain: two.example}\n");

        var mesh = Snapshot.FromFolder(_root).MeshOf("east");

        Assert.Equal(("two.example", false), (mesh.TrustDomain, mesh.EnableAutoMtls));
    }

    [Fact]
    public void ASettingThatIsNeitherTrueNorFalseIsNamed()
    {
        Write("east/any.yaml", "");
        Write("mesh.yaml", "clusters:\n  east: {dnsCapture: \"[secret]\"}\n");

        var problem = Assert.Single(Assert.Throws<ManifestFormatException>(() => Snapshot.FromFolder(_root)).Problems);

        Assert.Equal("clusters.east.dnsCapture is [secret]; it is true or false.", problem.Message);
    }

    [Theory]
    [InlineData("1.31")]
    [InlineData("\"1.x\"")]
    [InlineData("\"2.0.0\"")]
    [InlineData("[1.31.4]")]
    public void AVersionThatIsNoneIsNamed(string version)
    {
        Write("east/any.yaml", "");
        Write("mesh.yaml", $"clusters:\n  east: {{istioVersion: {version}}}\n");

        var problem = Assert.Single(Assert.Throws<ManifestFormatException>(() => Snapshot.FromFolder(_root)).Problems);

        Assert.StartsWith("clusters.east.istioVersion is ", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("; it is a version of Istio in quotes, such as \"1.31.4\" or \"1.31\".", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryKeyOfTheMeshFileIsInTheDocument()
    {
        Write("east/any.yaml", "");
        Write("mesh.yaml", "clusters:\n  east: {colour: blue}\n");
        var problem = Assert.Single(Assert.Throws<ManifestFormatException>(() => Snapshot.FromFolder(_root)).Problems);
        var keys = problem.Message[(problem.Message.LastIndexOf("has ", StringComparison.Ordinal) + 4)..].TrimEnd('.').Split(", ");

        Assert.Equal(keys.Order(StringComparer.Ordinal), KeysOf(Document()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WorkloadsAndServicesOfTheMeshFileAreThere()
    {
        Write("east/any.yaml", "");
        Write(
            "mesh.yaml",
            """
            clusters:
              east:
                services: [{namespace: foo, name: web, selector: {app: web}, ports: [{number: 80, targetPort: 8080}]}]
                workloads:
                  - {namespace: foo, name: web, labels: {app: web}, serviceAccount: web}
                  - {namespace: bar, name: cron, sidecar: false}
            """
        );

        var sources = Snapshot.SourcesOfFolder(_root);

        Assert.Equal(
            ["east foo/web web True", "east bar/cron default False"],
            sources.Workloads.Select(one => $"{one.Cluster} {one.Namespace}/{one.Name} {one.ServiceAccount} {one.HasSidecar}")
        );
        Assert.IsType<Verdict.Allowed>(
            AccessEvaluator.Evaluate(
                Snapshot.From(sources),
                new Caller.InMesh("east", "bar", "default"),
                new Request { Host = "web.foo", Port = 80 }
            )
        );
    }

    [Fact]
    public void WhatIsWrongWithThemIsNamed()
    {
        Write("east/any.yaml", "");
        Write(
            "mesh.yaml",
            """
            clusters:
              east:
                controlPlane: {cluster: north, plane: x}
                services: [{name: web, selektor: {app: web}, ports: [{number: many, protocol: http}]}, {namespace: a, name: b}]
                workloads: [{namespace: foo, labels: {app: web}, sidecar: maybe}]
            """
        );

        var problems = Assert.Throws<ManifestFormatException>(() => Snapshot.FromFolder(_root)).Problems;

        Assert.Equal(
            [
                "clusters.east.controlPlane.plane is not known; it has cluster, namespace, configuration.",
                "clusters.east.controlPlane: there is no folder north; the clusters are east.",
                "clusters.east.services[0].selektor is not known; it has namespace, name, selector, network, ports.",
                "clusters.east.services[0] has no namespace.",
                "clusters.east.services[0].ports[0].protocol is not known; it has number, name, targetPort.",
                "clusters.east.services[0].ports[0].number is no number of a port.",
                "clusters.east.services[1].ports is no list of ports.",
                "clusters.east.workloads[0] has no name.",
                "clusters.east.workloads[0].sidecar is maybe; it is true or false.",
            ],
            problems.Select(problem => problem.Message)
        );
    }

    [Fact]
    public void SeveralGatewaysMayBeBehindOneAddress()
    {
        Write("east/any.yaml", "");
        Write("mesh.yaml", "clusters:\n  east: {gateways: {192.0.2.1: [a/one, b/two]}}\n");

        Assert.Equal(
            [new GatewayAddress("east", "a", "one", "192.0.2.1"), new GatewayAddress("east", "b", "two", "192.0.2.1")],
            Snapshot.SourcesOfFolder(_root).Gateways
        );
    }

    [Fact]
    public void AnIstiodElsewhereServesAClusterWithItsConfiguration()
    {
        Write("hub/helmfile.yaml", "releases:\n- {name: istiod, namespace: plane, chart: istio/istiod, values: [values.yaml]}\n");
        Write("hub/values.yaml", "meshConfig: {trustDomain: hub.example}\n");
        Write("east/any.yaml", "");
        Write(
            "mesh.yaml",
            """
            clusters:
              hub: {controlPlane: {cluster: hub, namespace: istio-system}}
              east: {controlPlane: {cluster: hub, namespace: plane, configuration: east}}
            """
        );

        var snapshot = Snapshot.FromFolder(_root);

        Assert.Equal(
            ("hub.example", "plane", "cluster.local"),
            (snapshot.MeshOf("east").TrustDomain, snapshot.MeshOf("east").RootNamespace, snapshot.MeshOf("hub").TrustDomain)
        );
    }

    [Theory]
    [InlineData("https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.4.0/standard-install.yaml", true)]
    [InlineData("https://example.com/anything.yaml", false)]
    public void OfWhatStandsElsewhereDefinitionsAloneArePassedBy(string resource, bool isDecided)
    {
        Write("east/all.yaml", Httpbin);
        Write("east/kustomization.yaml", $"resources: [all.yaml, \"{resource}\"]\n");

        var verdict = AccessEvaluator.Evaluate(
            Snapshot.FromFolder(_root),
            new Caller.InMesh("east", "foo", "httpbin"),
            new Request { Host = "httpbin", Port = 8000 }
        );

        Assert.Equal(isDecided, verdict is Verdict.Allowed);
    }

    [Fact]
    public void EveryBrokenFileIsNamedWithItsLine()
    {
        Write("east/broken.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: a\nspec: {}\n");
        Write("west/nameless.yaml", "apiVersion: v1\nkind: Service\n");
        Write("mesh.yaml", "clusters:\n  north: {trustdomain: x}\n");

        var problems = Assert.Throws<ManifestFormatException>(() => Snapshot.FromFolder(_root)).Problems;

        Assert.Contains(
            problems,
            problem => problem.Location.File.EndsWith("east/broken.yaml", StringComparison.Ordinal) && problem.Location.Line is 3 or 4
        );
        Assert.Contains(problems, problem => problem.Location.File.EndsWith("west/nameless.yaml", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Message.Contains("no folder north", StringComparison.Ordinal));
        Assert.Contains(
            problems,
            problem =>
                problem.Message.Contains("trustdomain", StringComparison.Ordinal)
                && problem.Message.Contains("trustDomain", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void AMeshConfigurationThatIsNoYamlIsNamed()
    {
        Write(
            "east/istio.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata: {mesh: \"a: [\"}\n"
        );

        var problem = Assert.Single(Assert.Throws<ManifestFormatException>(() => Snapshot.FromFolder(_root)).Problems);

        Assert.Contains("data.mesh", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("istio.yaml", problem.Location.File, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFolderIsAnError() =>
        Assert.Contains(
            "no such folder",
            Assert.Throws<ManifestFormatException>(() => Snapshot.FromFolder(Path.Combine(_root, "none"))).Message,
            StringComparison.Ordinal
        );

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    // The table below the heading of the first column's name.
    private static IEnumerable<string> KeysOf(string document) =>
        document
            .Split("| key of a cluster |")[1]
            .Split('\n')
            .Skip(2)
            .TakeWhile(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

    private static string Document([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "proof.md"));
}
