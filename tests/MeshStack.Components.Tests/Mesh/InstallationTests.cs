namespace MeshStack.Components.Tests.Meshes;

/// <summary>What the charts are told in each role, and what stands around them.</summary>
public sealed class InstallationTests
{
    [Theory]
    [InlineData("multi-primary", "c1", "istio-system", "n1", null)]
    [InlineData("primary-remote", "c1", "istio-system", "n1", null)]
    [InlineData("primary-remote", "c2", "istio-system", "n2", "c1")]
    [InlineData("external-control-plane", "c1", "istio-system", "n1", null)]
    [InlineData("external-control-plane", "c2", "external-istiod", "n2", null)]
    [InlineData("external-control-plane", "c3", "external-istiod", "n2", "c2")]
    public async Task TheSystemNamespaceNamesTheNetworkAndWhoMayManageTheCluster(
        string topology,
        string cluster,
        string ns,
        string network,
        string? manager
    )
    {
        var run = await MeshRun.OfAsync(topology);
        var isIssuer = manager is null && ns == "istio-system";
        var annotations =
            "\"annotations\":{"
            + (isIssuer ? "\"meshstack/next-trust\":\"steady 1\"," : "")
            + "\"meshstack/retain-on-delete\":\"true\""
            + (manager is null ? "" : $",\"topology.istio.io/controlPlaneClusters\":\"{manager}\"")
            + "},";
        Assert.Equal(
            (
                """{"apiVersion":"v1","kind":"Namespace","metadata":{<annotations>"labels":{"topology.istio.io/network":"<network>"}"""
                + ""","name":"<space>"}}"""
            )
                .Replace("<annotations>", annotations, StringComparison.Ordinal)
                .Replace("<network>", network, StringComparison.Ordinal)
                .Replace("<space>", ns, StringComparison.Ordinal),
            run.Json("kubernetes:core/v1:Namespace", $"{cluster}-istio-{ns}")
        );
    }

    [Theory]
    [InlineData("multi-primary", "c2", """{"defaultRevision":"default"}""")]
    [InlineData("primary-remote", "c1", """{"defaultRevision":"default"}""")]
    [InlineData("primary-remote", "c2", """{"defaultRevision":"","profile":"remote"}""")]
    [InlineData("external-control-plane", "c1", """{"defaultRevision":"default"}""")]
    [InlineData(
        "external-control-plane",
        "c2",
        """{"base":{"validationURL":"https://istiod.example.com:15017/validate"},"defaultRevision":"default","global":"""
            + """{"istioNamespace":"external-istiod"},"profile":"remote"}"""
    )]
    [InlineData(
        "external-control-plane",
        "c3",
        """{"defaultRevision":"","global":{"istioNamespace":"external-istiod"},"profile":"remote"}"""
    )]
    public async Task TheBaseChartIsTold(string topology, string cluster, string values) =>
        Assert.Equal(values, (await MeshRun.OfAsync(topology)).Values($"{cluster}-istio-base"));

    [Theory]
    [InlineData(
        "primary-remote",
        "c2",
        """{"global":{"configCluster":true,"configValidation":false,"meshID":"sample","multiCluster":{"clusterName":"c2"}"""
            + ""","network":"n2","remotePilotAddress":"192.0.2.1"},"istiodRemote":{"injectionPath":"/inject/cluster/c2/net/n2"}"""
            + ""","profile":"remote"}"""
    )]
    [InlineData(
        "external-control-plane",
        "c2",
        """{"base":{"validationURL":"https://istiod.example.com:15017/validate"},"configMap":true,"global":{"configCluster":true"""
            + ""","istioNamespace":"external-istiod","meshID":"sample","multiCluster":{"clusterName":"c2"},"network":"n2"}"""
            + ""","istiodRemote":{"injectionURL":"https://istiod.example.com:15017/inject/cluster/c2/net/n2"},"profile":"remote"}"""
    )]
    [InlineData(
        "external-control-plane",
        "c3",
        """{"global":{"configValidation":false,"istioNamespace":"external-istiod","meshID":"sample","multiCluster":"""
            + """{"clusterName":"c3"},"network":"n2"},"istiodRemote":{"injectionURL":"https://istiod.example.com:"""
            + """15017/inject/cluster/c3/net/n2"},"profile":"remote"}"""
    )]
    public async Task AClusterThatIsServedFromElsewhereIsTold(string topology, string cluster, string values) =>
        Assert.Equal(values, (await MeshRun.OfAsync(topology)).Values($"{cluster}-istio-istiod"));

    [Fact]
    public async Task APrimaryKnowsThatItServesOthers() =>
        Assert.Equal(
            """{"global":{"externalIstiod":true,"hub":"docker.io/istio","meshID":"sample","multiCluster":{"clusterName":"c1"}"""
                + ""","network":"n1"},"meshConfig":{"defaultConfig":{"proxyMetadata":{"ISTIO_META_DNS_CAPTURE":"true"}}"""
                + ""","outboundTrafficPolicy":{"mode":"ALLOW_ANY"},"trustDomain":"cluster.local"}}""",
            (await MeshRun.OfAsync("primary-remote")).Values("c1-istio-istiod")
        );

    [Fact]
    public async Task AHostedIstiodActsForTheConfigCluster() =>
        Assert.Equal(
            """
            {"env":{"INJECTION_WEBHOOK_CONFIG_NAME":"","LOCAL_CLUSTER_SECRET_WATCHER":"true","SHARED_MESH_CONFIG":"istio",
            "VALIDATION_WEBHOOK_CONFIG_NAME":""},"global":{"caAddress":"istiod.example.com:15012","configValidation":false,
            "externalIstiod":true,"hub":"docker.io/istio","istioNamespace":"external-istiod","meshID":"sample","multiCluster":{
            "clusterName":"c2"},"network":"n2","operatorManageWebhooks":true},"meshConfig":{"caCertificates":[{"pem":"${
            sample-trust-root-1}\n","trustDomains":["c1.example.com"]}],"defaultConfig":{"discoveryAddress":"istiod.example.com:15012",
            "proxyMetadata":{"CA_ROOT_CA":"/etc/ssl/certs/ca-certificates.crt","ISTIO_META_DNS_CAPTURE":"true",
            "XDS_ROOT_CA":"/etc/ssl/certs/ca-certificates.crt"}},"outboundTrafficPolicy":{"mode":"ALLOW_ANY"},
            "rootNamespace":"external-istiod","trustDomain":"c2.example.com"},"volumeMounts":[{"mountPath":"/etc/istio/config",
            "name":"config-volume"},{"mountPath":"/var/lib/istio/inject","name":"inject-volume"}],"volumes":[{"configMap":{
            "name":"istio"},"name":"config-volume"},{"configMap":{"name":"istio-sidecar-injector"},"name":"inject-volume"}]}
            """.ReplaceLineEndings(""),
            (await MeshRun.OfAsync("external-control-plane")).Values("c1-external-istiod")
        );

    [Theory]
    [InlineData("federated", "c2", "istio-system")]
    [InlineData("multi-primary", "c2", "istio-system")]
    [InlineData("primary-remote", "c2", "istio-system")]
    [InlineData("external-control-plane", "c2", "external-istiod")]
    public async Task AnEastWestGatewayServesTheNetworkOfItsCluster(string topology, string cluster, string ns)
    {
        var run = await MeshRun.OfAsync(topology);
        var release = run.Inputs("kubernetes:helm.sh/v3:Release", cluster + "-istio-eastwestgateway");
        Assert.Equal("""{"networkGateway":"n2","service":{"type":"LoadBalancer"}}""", MeshRun.JsonOf(release["values"]));
        Assert.Equal(("gateway", "istio-eastwestgateway", ns), (release["chart"], release["name"], release["namespace"]));
    }

    [Theory]
    [InlineData("multi-primary", "c1-istio", "c1", "istio-system")]
    [InlineData("primary-remote", "c1-istio", "c1", "istio-system")]
    [InlineData("external-control-plane", "c1-istio", "c1", "istio-system")]
    [InlineData("external-control-plane", "c1-external", "c2", "external-istiod")]
    public async Task AnIssuerHasItsOwnCaBelowTheSharedRoot(string topology, string component, string cluster, string ns)
    {
        var run = await MeshRun.OfAsync(topology);
        var ca = $"${{sample-trust-ca-1-{cluster}}}";
        Assert.Equal(
            (
                """{"apiVersion":"v1","kind":"Secret","metadata":{"annotations":{"meshstack/trust":"steady 1"}"""
                + ""","name":"cacerts","namespace":"<space>"},"stringData":{"ca-cert.pem":"<ca>"""
                + "\""
                + ""","ca-key.pem":"key-marker-of-sample-trust-ca-1-<cluster>-key","cert-chain.pem":"<ca>\n${"""
                + """sample-trust-root-1}\n","root-cert.pem":"${sample-trust-root-1}\n"}}"""
            )
                .Replace("<space>", ns, StringComparison.Ordinal)
                .Replace("<ca>", ca, StringComparison.Ordinal)
                .Replace("<cluster>", cluster, StringComparison.Ordinal),
            run.Json("kubernetes:core/v1:Secret", component + "-cacerts")
        );
    }

    [Fact]
    public async Task FederatedClustersValidateEachOtherAndStayThemselves() =>
        Assert.Equal(
            """{"caCertificates":[{"pem":"${sample-trust-root-1}\n","trustDomains":["c1.example.com","c3.example.com"]}]"""
                + ""","defaultConfig":{"proxyMetadata":{"ISTIO_META_DNS_CAPTURE":"true"}},"outboundTrafficPolicy":{"mode":"ALLOW_ANY"}"""
                + ""","trustDomain":"c2.example.com"}""",
            MeshConfig(await MeshRun.OfAsync("federated"), "c2-istio-istiod")
        );

    [Theory]
    [InlineData("c1", "mesh.example.com", "two.example.com")]
    [InlineData("c2", "two.example.com", "mesh.example.com")]
    public async Task ClustersThatFindEachOtherTakeTheirTrustDomainsForOne(string cluster, string domain, string alias)
    {
        var run = await MeshRun.OfAsync(
            "multi-primary",
            a => (a.TrustDomain, a.Clusters["c2"].Cluster.TrustDomain) = ("mesh.example.com", "two.example.com")
        );
        Assert.Equal(
            (
                """{"defaultConfig":{"proxyMetadata":{"ISTIO_META_DNS_CAPTURE":"true"}},"outboundTrafficPolicy":{"mode":"ALLOW_ANY"}"""
                + ""","trustDomain":"<domain>","trustDomainAliases":["<alias>"]}"""
            )
                .Replace("<domain>", domain, StringComparison.Ordinal)
                .Replace("<alias>", alias, StringComparison.Ordinal),
            MeshConfig(run, cluster + "-istio-istiod")
        );
    }

    [Fact]
    public async Task TheHostOfAControlPlaneKeepsItsOwnIdentities() =>
        Assert.EndsWith(
            "\"trustDomain\":\"c1.example.com\"}",
            MeshConfig(await MeshRun.OfAsync("external-control-plane"), "c1-istio-istiod"),
            StringComparison.Ordinal
        );

    private static string MeshConfig(MeshRun run, string release) =>
        MeshRun.JsonOf(((IReadOnlyDictionary<string, object>)run.Inputs("kubernetes:helm.sh/v3:Release", release)["values"])["meshConfig"]);

    [Theory]
    [InlineData(
        MeshTopologies.PrimaryRemote,
        "c2",
        "istio-revision-tag-prod",
        """{"path":"/inject/cluster/c2/net/n2","name":"istiod-1-31-4","namespace":"istio-system"}"""
    )]
    [InlineData(
        MeshTopologies.ExternalControlPlane,
        "c3",
        "istio-revision-tag-prod-external-istiod",
        """{"url":"https://istiod.example.com:15017/inject/cluster/c3/net/n2"}"""
    )]
    public async Task ATagOfAServedClusterInjectsByTheIstiodElsewhere(string topology, string cluster, string webhook, string clientConfig)
    {
        var run = await MeshRun.OfAsync(
            topology,
            a =>
            {
                foreach (var member in a.Clusters.Values)
                {
                    (member.Install.Revision, member.Install.Tags) = ("1-31-4", new() { ["prod"] = "1-31-4" });
                }
            }
        );
        var json = run.Json("kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration", $"{cluster}-istio-tag-prod");
        Assert.Contains($"\"name\":\"{webhook}\"", json, StringComparison.Ordinal);
        using var expected = System.Text.Json.JsonDocument.Parse(clientConfig);
        Assert.All(
            expected.RootElement.EnumerateObject(),
            p => Assert.Contains($"\"{p.Name}\":{p.Value.GetRawText()}", json, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(run.Registered, r => r.Name == $"{cluster}-istio-tag-prod-service");
    }
}
