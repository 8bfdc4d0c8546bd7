namespace MeshStack.Infra.Tests.Definition;

/// <summary>Every mistake gives exactly these lines, and nothing else.</summary>
public sealed class BadInputTests
{
    private const string IsHidden = "is hidden, and hidden files are not read: give it a name without a dot in front, or take it away";

    private const string IsLink =
        "is a link, and links are not followed: one may lead upwards, and out of the repository; put what it leads to here";

    /// <summary>A mistake: what is written in place of what, and what is said about it.</summary>
    public sealed record Mistake(string Name, Action<ProjectEdit> Make, params string[] Says)
    {
        public override string ToString() => Name;
    }

    public sealed class ProjectEdit
    {
        private readonly SampleProject _project;

        internal ProjectEdit(SampleProject project) => _project = project;

        public string Stack { get; set; } = "test";

        public void InStack(string old, string @new) => Replace("Pulumi.test.yaml", SampleProject.Stack, old, @new);

        public void InIntents(string old, string @new) => Replace("infra/mesh/test/shop.yaml", SampleProject.Intents, old, @new);

        public void Write(string file, string text) => _project.Write(file, text);

        public void WriteIntents(string text) => _project.Write("infra/mesh/test/shop.yaml", text);

        public void Link(string file, string target)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_project.PathOf(file))!);
            File.CreateSymbolicLink(_project.PathOf(file), target);
        }

        public void Delete(string file) => File.Delete(_project.PathOf(file));

        private void Replace(string file, string text, string old, string @new)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            _project.Write(file, text.Replace(old, @new, StringComparison.Ordinal));
        }
    }

    public static TheoryData<Mistake> Mistakes { get; } =
    [.. Files(), .. Settings(), .. Services(), .. WhatCannotBe(), .. OneWorkload(), .. Accesses(), .. Ambient(), .. Several()];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void AMistakeIsExplained(Mistake mistake)
    {
        ArgumentNullException.ThrowIfNull(mistake);
        using var project = new SampleProject();
        var edit = new ProjectEdit(project);
        mistake.Make(edit);

        var exception = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(project.Root, edit.Stack));

        Assert.Equal(string.Join("\n", mistake.Says), exception.Message);
    }

    [Fact]
    public void TheSampleItselfIsFine()
    {
        using var project = new SampleProject();
        var definition = DefinitionLoader.Load(project.Root, "test");
        Assert.Equal(["east", "west"], definition.Clusters.Select(c => c.Name));
        Assert.Empty(definition.Warnings);
    }

    [Fact]
    public void TheTableIsLong() => Assert.True(Mistakes.Count >= 40);

    private static Mistake[] Files() =>
        [
            new("a missing stack", p => p.Stack = "tst", "Pulumi.tst.yaml:1: there is no stack 'tst'; allowed: test; did you mean test?"),
            new(
                "a stack outside the project",
                p => p.Stack = "../test",
                "Pulumi.yaml:1: '../test' is not a name of a stack (letters, digits, '.', '_' and '-'); allowed: test"
            ),
            new(
                "a hidden file",
                p => p.Write("infra/mesh/test/.more.yaml", "kind: InboundServise\n"),
                "infra/mesh/test/.more.yaml:1: " + IsHidden
            ),
            new(
                "a file in a hidden folder",
                p => p.Write("infra/mesh/test/.d/more.yml", "kind: InboundServise\n"),
                "infra/mesh/test/.d/more.yml:1: " + IsHidden
            ),
            new(
                "hidden files alone",
                p =>
                {
                    p.Delete("infra/mesh/test/shop.yaml");
                    p.Write("infra/mesh/test/.gitkeep", "");
                },
                "infra/mesh/test:1: the folder is empty; it holds the intents, one YAML document each"
            ),
            new("a link to a file", p => p.Link("infra/mesh/test/more.yaml", "shop.yaml"), "infra/mesh/test/more.yaml:1: " + IsLink),
            new("a link to a folder", p => p.Link("infra/mesh/test/teams", ".."), "infra/mesh/test/teams:1: " + IsLink),
            new(
                "a link to nothing",
                p => p.Link("infra/mesh/test/teams/more.yaml", "nothing"),
                "infra/mesh/test/teams/more.yaml:1: " + IsLink
            ),
            new(
                "an empty folder",
                p => p.Delete("infra/mesh/test/shop.yaml"),
                "infra/mesh/test:1: the folder is empty; it holds the intents, one YAML document each"
            ),
            new(
                "a stack by another ending",
                p =>
                {
                    p.Write("Pulumi.lonely.yml", "config: {}\n");
                    p.Stack = "lonely";
                },
                "Pulumi.lonely.yaml:1: there is no stack 'lonely'; rename Pulumi.lonely.yml to Pulumi.lonely.yaml"
            ),
            new("no folder", p => p.Stack = "lonely", "Pulumi.lonely.yaml:1: there is no stack 'lonely'; allowed: test"),
            new(
                "a file that is not YAML",
                p => p.WriteIntents("kind: InboundService\nname: [web\n"),
                "infra/mesh/test/shop.yaml:3: not YAML: a list that begins with '[' is not closed: ',' or ']' is missing"
            ),
            new(
                "binary",
                p => p.WriteIntents("\u0000\u0001\u0002"),
                "infra/mesh/test/shop.yaml:1: not YAML: control characters are not allowed, and U+0000 is one; "
                    + "within quotes it is written as \\u0000"
            ),
            new(
                "a tab",
                p => p.WriteIntents("kind: InboundService\n\tname: web\n"),
                "infra/mesh/test/shop.yaml:2: not YAML: a tab stands where YAML takes spaces only: indent with spaces"
            ),
            new(
                "a file of 10 MB",
                p => p.WriteIntents(new string('#', 10_000_000)),
                "infra/mesh/test/shop.yaml:1: the file has 9.5 MiB; at most 4 MiB is read: split it, for example by team"
            ),
            new(
                "a file of another kind",
                p => p.Write("infra/mesh/test/notes.txt", "hello"),
                "infra/mesh/test/notes.txt:1: is not a YAML file; only *.yaml, *.yml and *.md may stand here"
            ),
            new(
                "a list in place of a document",
                p => p.WriteIntents("- kind: InboundService\n"),
                "infra/mesh/test/shop.yaml:1: expected a mapping of keys and values, got a list"
            ),
            new(
                "deep nesting",
                p => p.WriteIntents("kind: " + new string('[', 5000)),
                "infra/mesh/test/shop.yaml:1: not YAML: nested deeper than 64 levels"
            ),
            new(
                "a key twice",
                p => p.InIntents("port: 80", "port: 80\nport: 81"),
                "infra/mesh/test/shop.yaml:6: not YAML: the key port is given twice"
            ),
            new(
                "a document without a kind",
                p => p.WriteIntents("name: web\n"),
                "infra/mesh/test/shop.yaml:1: kind: required: one of " + Kinds
            ),
            new(
                "an unknown kind",
                p => p.InIntents("kind: ClientAccess", "kind: ClientAcess"),
                "infra/mesh/test/shop.yaml:8: kind: 'ClientAcess' is not a kind of intent; allowed: "
                    + Kinds
                    + "; did you mean ClientAccess?"
            ),
        ];

    private const string Kinds = "CallerGroup, ClientAccess, InboundService, Invariants, ServiceRoute";

    private const string OfAService =
        "accepts, certificateIssuer, certificates, cluster, clusters, connectionPool, credentialName, description, distribute, "
        + "exposedPort, "
        + "externalName, externalPaths, externalPort, externalTls, failover, headless, httpRedirect, instances, kind, loadBalancing, "
        + "meshHost, mutualTls, name, namespace, "
        + "outlierDetection, owner, port, ports, protocol, "
        + "renamedFrom, service, serviceAccount, sidecar, statefulSet, targetPort, workloadLabels";

    private static Mistake[] Settings() =>
        [
            new(
                "a cluster without a context",
                p => p.InStack("context: kind-west", "network: n"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.context: required: the kubeconfig context that reaches the cluster (or "
                    + "kubeConfig)"
            ),
            new(
                "a cluster without anything",
                p => p.InStack("    west:\n      context: kind-west", "    west:"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.context: required: the kubeconfig context that reaches the cluster",
                "infra/mesh/test/shop.yaml:11: cluster: there is no cluster 'west'; allowed: east; did you mean east?"
            ),
            new(
                "no clusters",
                p =>
                {
                    p.InStack(
                        "  meshstack:clusters:\n    east:\n      context: kind-east\n    west:\n      context: kind-west",
                        "  meshstack:clusters: {}"
                    );
                    p.WriteIntents("# nothing yet\n");
                },
                "Pulumi.test.yaml:1: meshstack:clusters: required: at least one cluster, as NAME: {context: KUBECONFIG-CONTEXT}"
            ),
            new(
                "a setting misspelt",
                p => p.InStack("meshstack:meshId", "meshstack:meshID"),
                "Pulumi.test.yaml:3: meshstack:meshID: 'meshID' is neither a setting nor a value that something asks for; allowed: "
                    + "clusters, gateways, istio, meshId, namespaces, platform, removed, root, sidecarScope, topology, trust; did "
                    + "you mean meshId?"
            ),
            new(
                "a setting without namespace",
                p => p.InStack("meshstack:meshId", "meshId"),
                "Pulumi.test.yaml:3: meshId: 'meshId' has no namespace; did you mean meshstack:meshId?"
            ),
            new(
                "a namespace of configuration with a letter too few",
                p => p.InStack("meshstack:meshId", "meshstak:meshId"),
                "Pulumi.test.yaml:3: meshstak:meshId: nothing reads the namespace 'meshstak'; did you mean meshstack:meshId?"
            ),
            new(
                "a namespace of configuration with two letters swapped",
                p => p.InStack("meshstack:meshId", "mehsstack:meshId"),
                "Pulumi.test.yaml:3: mehsstack:meshId: nothing reads the namespace 'mehsstack'; did you mean meshstack:meshId?"
            ),
            new(
                "a namespace of configuration in other letters",
                p => p.InStack("meshstack:meshId", "MeshStack:meshId"),
                "Pulumi.test.yaml:3: MeshStack:meshId: nothing reads the namespace 'MeshStack'; did you mean meshstack:meshId?"
            ),
            new(
                "a context that was copied",
                p => p.InStack("context: kind-west", "context: kind-east"),
                "Pulumi.test.yaml:13: meshstack:clusters.west.context: 'kind-east' is the context of east too: both would be installed "
                    + "into one cluster; give each its own"
            ),
            new(
                "an unknown topology",
                p => p.InStack("meshstack:meshId: test", "meshstack:topology: federatd"),
                "Pulumi.test.yaml:3: meshstack:topology: 'federatd' is not a topology; allowed: external-control-plane, federated, "
                    + "multi-primary, primary-remote; did you mean federated?"
            ),
            new(
                "a key of a cluster misspelt",
                p => p.InStack("context: kind-west", "contxt: kind-west"),
                "Pulumi.test.yaml:13: meshstack:clusters.west.contxt: 'contxt' is not a key here; allowed: adoptExisting, "
                    + "apiServer, ca, clusterIdentifier, context, domain, externalIstiod, gateways, istio, kubeConfig, namespaces, "
                    + "network, primary, region, renamedFrom, role, skipUpdateUnreachable, trustDomain; did you mean context?"
            ),
            new(
                "a region that no node can be labelled with",
                p => p.InStack("context: kind-west", "context: kind-west\n      region: eu central"),
                "Pulumi.test.yaml:14: meshstack:clusters.west.region: 'eu central' is not a value of the label "
                    + "topology.kubernetes.io/region (letters, digits, '-', '_' and '.', at most 63 characters)"
            ),
            new(
                "an empty region",
                p => p.InStack("context: kind-west", "context: kind-west\n      region: \"\""),
                "Pulumi.test.yaml:14: meshstack:clusters.west.region: '' is not a value of the label topology.kubernetes.io/region "
                    + "(letters, digits, '-', '_' and '.', at most 63 characters)"
            ),
            new(
                "a revision of all clusters that none has is said once",
                p => p.InStack("meshstack:meshId: test", "meshstack:namespaces: {shop: {injection: prdo}}"),
                "Pulumi.test.yaml:3: meshstack:namespaces.shop.injection: 'prdo' is not a revision or tag of this cluster; allowed: "
                    + "enabled, disabled, ambient, default"
            ),
            new(
                "an injection of all clusters that none serves is said once",
                p => p.InStack("meshstack:meshId: test", "meshstack:istio: {revision: 1-31-4}\n  meshstack:namespaces: {shop: {}}"),
                "Pulumi.test.yaml:4: meshstack:namespaces.shop.injection: 'enabled' is served by the control plane without a revision or "
                    + "by the tag default, and this cluster has neither: write one of 1-31-4"
            ),
            new(
                "ambient where the data plane is another is said once",
                p => p.InStack("meshstack:meshId: test", "meshstack:namespaces: {shop: {injection: ambient}}"),
                "Pulumi.test.yaml:3: meshstack:namespaces.shop.injection: 'ambient' needs an installation with dataPlane ambient; this "
                    + "cluster has dataPlane sidecar"
            ),
            new(
                "a profile that exists nowhere",
                p => p.InStack("meshstack:meshId: test", "meshstack:istio: {profile: produktion}"),
                "Pulumi.test.yaml:3: meshstack:istio.profile: 'produktion' is not a profile; allowed: default, minimal, demo, ambient, "
                    + "production, preview, stable; did you mean production?"
            ),
            new(
                "a version that is not supported",
                p => p.InStack("meshstack:meshId: test", "meshstack:istio: {version: 1.13.0}"),
                "Pulumi.test.yaml:3: meshstack:istio.version: '1.13.0' cannot be installed: Istio 1.13 has ended, and nobody mends its "
                    + "security flaws any more; allowed: a patch of 1.30 (newest 1.30.8), 1.31 (newest 1.31.4), 1.32 (newest 1.32.0)"
            ),
            new(
                "a switch that would promise too much",
                p => p.InStack("meshstack:meshId: test", "meshstack:istio: {profile: ambient, ambientMultiNetwork: true}"),
                "Pulumi.test.yaml:3: meshstack:istio.ambientMultiNetwork: not possible yet: ambient workloads reach another network only "
                    + "through a Gateway of the class istio-east-west in each cluster, which MeshStack does not make; use sidecars for "
                    + "clusters that find each other's services"
            ),
            new(
                "a value that no chart reads",
                p => p.InStack("meshstack:meshId: test", "meshstack:istio: {values: {istiod: {replcaCount: 3}}}"),
                "Pulumi.test.yaml:3: meshstack:istio.values.istiod.replcaCount: 'replcaCount': the chart istiod reads no value of that "
                    + "name, and would not say so; did you mean replicaCount?"
            ),
            new(
                "a retired host",
                p =>
                    p.InStack(
                        "meshstack:meshId: test",
                        "meshstack:istio:\n    repository: https://istio-release.storage.googleapis.com/charts"
                    ),
                "Pulumi.test.yaml:4: meshstack:istio.repository: istio-release.storage.googleapis.com is switched off in December 2026, "
                    + "and has nothing newer than Istio 1.30: the charts are at https://blob.istio.io/istio-release/charts (or "
                    + "oci://ghcr.io/istio/release/charts)"
            ),
            new(
                "a setting that is encrypted",
                p => p.InStack("meshstack:meshId: test", "meshstack:meshId: {secure: AAAB}"),
                "Pulumi.test.yaml:3: meshstack:meshId: a setting cannot be secret: it stands in the objects of every cluster"
            ),
            new(
                "default providers left on",
                p => p.InStack("[kubernetes]", "[aws]"),
                "Pulumi.test.yaml:1: pulumi:disable-default-providers: 'kubernetes' is not in the list: without it an object that misses "
                    + "its cluster's provider would land in the current context"
            ),
            new(
                "no shared root",
                p => p.InStack("  meshstack:trust:\n    rootCertificate: {config: root}\n", ""),
                "Pulumi.test.yaml:1: meshstack:trust: required with more than one cluster: {generated: {}}, or {rootCertificate: "
                    + "{config: KEY}} with the root that all clusters' CAs chain to; without a shared root no cluster trusts another's "
                    + "workloads"
            ),
            new(
                "a private key in plain text",
                p =>
                    p.InStack(
                        "context: kind-west",
                        "context: kind-west\n      ca:\n        certificate: {config: crt}\n        privateKey: {config: key}\n        "
                            + "chain: {config: chain}\n  meshstack:key: hush"
                    ),
                "Pulumi.test.yaml:18: meshstack:key: a private key in plain text: remove it, have the key replaced, and set the new one "
                    + "with: pulumi config set --secret meshstack:key < FILE"
            ),
            new(
                "one domain for two clusters",
                p => p.InStack("context: kind-west", "context: kind-west\n      domain: east"),
                "Pulumi.test.yaml:13: meshstack:clusters.west.domain: 'east' is the domain of east too: imported hosts would not say "
                    + "which cluster serves them"
            ),
            new(
                "a cluster name that is no label",
                p => p.InStack("    west:", "    West_1:"),
                "Pulumi.test.yaml:13: meshstack:clusters.West_1: 'West_1' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)",
                "infra/mesh/test/shop.yaml:11: cluster: there is no cluster 'west'; allowed: West_1, east; did you mean West_1?"
            ),
            new(
                "replicas that contradict",
                p => p.InStack("ingress: {}", "ingress: {minReplicas: 3, maxReplicas: 2, minAvailable: 3}"),
                "Pulumi.test.yaml:8: meshstack:gateways.ingress.maxReplicas: 2 is less than minReplicas, 3",
                "Pulumi.test.yaml:8: meshstack:gateways.ingress.minAvailable: 3 of 3 replicas: 1 or more is allowed, and fewer than "
                    + "minReplicas, or no node could ever be drained"
            ),
            new(
                "a gateway nobody can call",
                p => p.InStack("eastWest: {}", "eastWest: {serviceType: ClusterIP}"),
                "Pulumi.test.yaml:7: meshstack:gateways.eastWest.address: required: a service of type ClusterIP gets no address that "
                    + "other clusters could call"
            ),
            new(
                "a quantity without sense",
                p => p.InStack("ingress: {}", "ingress: {resources: {requests: {memory: 2 gigs}}}"),
                "Pulumi.test.yaml:8: meshstack:gateways.ingress.resources.requests.memory: '2 gigs' is not a quantity, such as 512Mi or 2Gi"
            ),
        ];

    private static Mistake[] Services() =>
        [
            new(
                "no namespace",
                p => p.InIntents("namespace: shop\n", ""),
                "infra/mesh/test/shop.yaml:1: namespace: required: namespace where it is"
            ),
            new(
                "no port",
                p => p.InIntents("port: 80\n", ""),
                "infra/mesh/test/shop.yaml:1: port: required: port of the Service, a whole number from 1 to 65535; or ports, where "
                    + "it has several"
            ),
            new(
                "a port in quotes",
                p => p.InIntents("port: 80", "port: \"80\""),
                "infra/mesh/test/shop.yaml:5: port: expected a whole number from 1 to 65535, got '80'; without quotes it " + "would be one"
            ),
            new(
                "a port out of range",
                p => p.InIntents("port: 80", "port: 70000"),
                "infra/mesh/test/shop.yaml:5: port: 70000 is not a port; allowed: 1 to 65535"
            ),
            new(
                "a key misspelt",
                p => p.InIntents("port: 80", "port: 80\nexposdPort: 8080"),
                "infra/mesh/test/shop.yaml:6: exposdPort: 'exposdPort' is not a key here; allowed: "
                    + OfAService
                    + "; did you mean exposedPort?"
            ),
            new(
                "an unknown cluster",
                p => p.InIntents("cluster: east", "cluster: esat"),
                "infra/mesh/test/shop.yaml:3: cluster: there is no cluster 'esat'; allowed: east, west; did you mean east?"
            ),
            new(
                "a name that is no label",
                p => p.InIntents("name: web", "name: Web App"),
                "infra/mesh/test/shop.yaml:2: name: 'Web App' is not a DNS label of at most 53 characters (a-z, 0-9 and " + "'-')",
                "infra/mesh/test/shop.yaml:10: service: there is no InboundService 'web'; allowed: Web App"
            ),
            new(
                "a name twice",
                p => p.InIntents("---", "---\nkind: InboundService\nname: web\ncluster: west\nnamespace: shop\nport: 80\n---"),
                "infra/mesh/test/shop.yaml:9: name: 'web' is the name of the InboundService at infra/mesh/test/shop.yaml:1 already"
            ),
            new(
                "a service twice",
                p =>
                    p.InIntents(
                        "---",
                        "---\nkind: InboundService\nname: web2\nservice: web\ncluster: east\nnamespace: shop\nport: 81\n---"
                    ),
                "infra/mesh/test/shop.yaml:8: service: web of east/shop is exposed at infra/mesh/test/shop.yaml:1 "
                    + "already: list all of its ports there (ports), and name them in the accesses"
            ),
            new(
                "an unknown protocol",
                p => p.InIntents("port: 80", "port: 80\nprotocol: http"),
                "infra/mesh/test/shop.yaml:6: protocol: 'http' is not a protocol; allowed: HTTP, HTTP2, GRPC, TCP, TLS; did you mean HTTP?"
            ),
            new(
                "an unknown mode",
                p => p.InIntents("port: 80", "port: 80\nmutualTls: MUTUAL"),
                "infra/mesh/test/shop.yaml:6: mutualTls: 'MUTUAL' is not a mode; allowed: STRICT, PERMISSIVE (MUTUAL is STRICT)"
            ),
            new(
                "a duration without a unit",
                p => p.InIntents("port: 80", "port: 80\noutlierDetection:\n  baseEjectionTime: 15"),
                "infra/mesh/test/shop.yaml:7: outlierDetection.baseEjectionTime: expected a duration with a unit (250ms, 30s, "
                    + "5m, 1h30m), got '15'; did you mean 15s or 15m?"
            ),
            new(
                "an old name of a field",
                p => p.InIntents("port: 80", "port: 80\noutlierDetection:\n  consecutiveErrors: 7"),
                "infra/mesh/test/shop.yaml:7: outlierDetection.consecutiveErrors: 'consecutiveErrors' is not a key here; allowed: "
                    + "baseEjectionTime, consecutive5xxErrors, consecutiveGatewayErrors, consecutiveLocalOriginFailures, "
                    + "failurePercentageThreshold, interval, maxEjectionPercent, minHealthPercent, outlierDetectionHttpErrorCodes, "
                    + "splitExternalLocalOriginErrors; did you mean consecutive5xxErrors?"
            ),
            new(
                "an old algorithm",
                p => p.InIntents("port: 80", "port: 80\nloadBalancing: {simple: LEAST_CONN}"),
                "infra/mesh/test/shop.yaml:6: loadBalancing.simple: 'LEAST_CONN' is not an algorithm; allowed: ROUND_ROBIN, "
                    + "LEAST_REQUEST, RANDOM, PASSTHROUGH (LEAST_CONN became LEAST_REQUEST)"
            ),
            new(
                "a cookie without a name",
                p => p.InIntents("port: 80", "port: 80\nloadBalancing:\n  consistentHash:\n    httpCookie: user1"),
                "infra/mesh/test/shop.yaml:8: loadBalancing.consistentHash.httpCookie: expected a mapping of keys and "
                    + "values, got a text"
            ),
            new(
                "two keys to hash",
                p => p.InIntents("port: 80", "port: 80\nloadBalancing:\n  consistentHash: {useSourceIp: true, httpHeaderName: x-user}"),
                "infra/mesh/test/shop.yaml:7: loadBalancing.consistentHash: exactly one of httpHeaderName, httpCookie, useSourceIp and "
                    + "httpQueryParameterName is allowed"
            ),
            new(
                "an empty connection pool",
                p => p.InIntents("port: 80", "port: 80\nconnectionPool: {}"),
                "infra/mesh/test/shop.yaml:6: connectionPool: tcp or http is required"
            ),
            new(
                "a percentage out of range",
                p => p.InIntents("port: 80", "port: 80\noutlierDetection: {maxEjectionPercent: 150}"),
                "infra/mesh/test/shop.yaml:6: outlierDetection.maxEjectionPercent: 150 is out of range; allowed: 0 to 100"
            ),
            new(
                "yes in place of true",
                p => p.InIntents("port: 80", "port: 80\nsidecar: yes"),
                "infra/mesh/test/shop.yaml:6: sidecar: expected true or false, got 'yes', which not every reader of YAML takes for a "
                    + "boolean: write true"
            ),
        ];

    private static Mistake[] WhatCannotBe() =>
        [
            new(
                "circuit breaking without a sidecar",
                p =>
                    p.InIntents(
                        "port: 80",
                        "port: 80\nsidecar: false\noutlierDetection: {interval: 5m}\nconnectionPool: {tcp: {maxConnections: 1}}"
                    ),
                "infra/mesh/test/shop.yaml:7: outlierDetection: circuit breaking needs the workload's sidecar, and sidecar is false",
                "infra/mesh/test/shop.yaml:8: connectionPool: circuit breaking needs the workload's sidecar, and sidecar is false"
            ),
            new(
                "mutual TLS without a sidecar",
                p => p.InIntents("port: 80", "port: 80\nsidecar: false\nmutualTls: STRICT"),
                "infra/mesh/test/shop.yaml:7: mutualTls: mutual TLS needs the workload's sidecar, and sidecar is false"
            ),
            new(
                "cookies over TCP",
                p => p.InIntents("port: 80\n", "port: 80\nprotocol: TCP\nloadBalancing: {consistentHash: {httpCookie: {name: u}}}\n"),
                "infra/mesh/test/shop.yaml:7: loadBalancing.consistentHash: headers, cookies and query parameters are not seen in TCP: "
                    + "only useSourceIp is allowed",
                "infra/mesh/test/shop.yaml:15: access: methods and paths are not seen in TCP: a policy that names them would allow "
                    + "nothing; remove access"
            ),
            new(
                "load balancing of a headless service",
                p => p.InIntents("port: 80", "port: 80\nheadless: true\ninstances: 2\nloadBalancing: {simple: RANDOM}"),
                "infra/mesh/test/shop.yaml:8: loadBalancing: has no effect on a headless service: its callers choose the instance"
            ),
            new(
                "a headless service without instances",
                p => p.InIntents("port: 80", "port: 80\nheadless: true"),
                "infra/mesh/test/shop.yaml:1: instances: required with headless: the number of pods that callers may name, 1 or more"
            ),
            new(
                "an external name without certificates",
                p => p.InIntents("port: 80", "port: 80\nexternalName: shop.example.com"),
                "infra/mesh/test/shop.yaml:1: certificates: exactly one of certificates, credentialName and certificateIssuer is "
                    + "required with externalName; "
                    + "or externalPaths, where another service of the host has it"
            ),
            new(
                "certificates without an external name",
                p => p.InIntents("port: 80", "port: 80\ncertificates: {certificate: {config: c}, privateKey: {config: k}}"),
                "infra/mesh/test/shop.yaml:6: certificates: has no effect without externalName"
            ),
            new(
                "client certificates without a CA",
                p =>
                    p.InIntents(
                        "port: 80",
                        "port: 80\nexternalName: shop.example.com\nexternalTls: MUTUAL\ncertificates: {certificate: {config: c}, "
                            + "privateKey: {config: k}}"
                    ),
                "infra/mesh/test/shop.yaml:8: certificates.caCertificate: required with externalTls: MUTUAL, to verify clients by"
            ),
        ];

    private static Mistake[] OneWorkload() =>
        [
            new(
                "two modes for one workload",
                p =>
                    p.InIntents(
                        "---",
                        "---\nkind: InboundService\nname: web2\ncluster: east\nnamespace: shop\nport: 81\ntargetPort: "
                            + "81\nmutualTls: PERMISSIVE\nworkloadLabels: {app: web}\n---"
                    ),
                "infra/mesh/test/shop.yaml:14: mutualTls: PERMISSIVE, but web at infra/mesh/test/shop.yaml:1 selects the same workload "
                    + "with STRICT"
            ),
            new(
                "a sidecar and none for one workload",
                p =>
                    p.InIntents(
                        "---",
                        "---\nkind: InboundService\nname: web2\ncluster: east\nnamespace: shop\nport: 81\nsidecar: "
                            + "false\nworkloadLabels: {app: web}\n---"
                    ),
                "infra/mesh/test/shop.yaml:13: sidecar: false, but web at infra/mesh/test/shop.yaml:1 selects the same workload and says "
                    + "otherwise"
            ),
            new(
                "an instance that is a service too",
                p =>
                    p.InIntents(
                        "port: 80\ntargetPort: 8080\n---",
                        "port: 80\nheadless: true\ninstances: 2\n---\nkind: InboundService\nname: web-1\ncluster: east\nnamespace: "
                            + "shop\nport: 81\n---"
                    ),
                "infra/mesh/test/shop.yaml:9: service: web-1 of east/shop is exposed at infra/mesh/test/shop.yaml:1 already: one host "
                    + "has one import"
            ),
            new(
                "too many instances",
                p => p.InIntents("port: 80", "port: 80\nheadless: true\ninstances: 200000000"),
                "infra/mesh/test/shop.yaml:7: instances: 200000000 is out of range; allowed: 1 to 1000"
            ),
            new(
                "a label that is none",
                p => p.InIntents("port: 80", "port: 80\nworkloadLabels: {\"bad key!\": web}"),
                "infra/mesh/test/shop.yaml:6: workloadLabels.bad key!: 'bad key!: web' is not a label: letters, digits, '-', '_' and "
                    + "'.', at most 63 characters; the key may have a DNS prefix and a '/'"
            ),
            new(
                "TLS to a gateway that ends TLS",
                p => p.InIntents("port: 80", "port: 80\nprotocol: TLS\nexternalName: shop.example.com\ncredentialName: shop"),
                "infra/mesh/test/shop.yaml:7: externalName: not possible with protocol TLS: the ingress gateway would end the TLS that "
                    + "the workload expects",
                "infra/mesh/test/shop.yaml:16: access: methods and paths are not seen in TLS: a policy that names them would allow "
                    + "nothing; remove access"
            ),
        ];

    private static Mistake[] Accesses() =>
        [
            new(
                "an address where no header carries it",
                p =>
                    p.WriteIntents(
                        "kind: InboundService\nname: web\ncluster: east\nnamespace: shop\nport: 80\nprotocol: TCP\nexternalName: "
                            + "shop.example.com\ncredentialName: shop\n---\nkind: ClientAccess\nname: cart-to-web\nservice: web\ntype: "
                            + "external\ncidrs: [192.0.2.0/24]\n"
                    ),
                "infra/mesh/test/shop.yaml:14: cidrs: the client's address arrives in a header, and TCP has none: restrict clients by "
                    + "externalTls: MUTUAL on the service"
            ),
            new(
                "a path that normalization removes",
                p => p.InIntents("/items*", "/items/../prices"),
                "infra/mesh/test/shop.yaml:15: access[0].paths[0]: '/items/../prices' matches no path: proxies compare paths after "
                    + "normalization, which leaves no dot segments"
            ),
            new(
                "an unknown service",
                p => p.InIntents("service: web", "service: wbe"),
                "infra/mesh/test/shop.yaml:10: service: there is no InboundService 'wbe'; allowed: web; did you mean web?"
            ),
            new(
                "no access rules",
                p => p.InIntents("access:\n  - methods: [GET]\n    paths: [/items*]", ""),
                "infra/mesh/test/shop.yaml:8: access: required: methods and paths that the caller may ask for; for everything: - "
                    + "methods: [\"*\"]"
            ),
            new(
                "an empty rule",
                p => p.InIntents("  - methods: [GET]\n    paths: [/items*]", "  - {}"),
                "infra/mesh/test/shop.yaml:14: access[0]: methods or paths are required; for everything: methods: [\"*\"]"
            ),
            new(
                "a method in lower case",
                p => p.InIntents("[GET]", "[get]"),
                "infra/mesh/test/shop.yaml:14: access[0].methods[0]: 'get' is not an HTTP method; allowed: GET, HEAD, POST, PUT, PATCH, "
                    + "DELETE, OPTIONS, CONNECT, TRACE, * (methods are case-sensitive); did you mean GET?"
            ),
            new(
                "a method that does not exist",
                p => p.InIntents("[GET]", "[FETCH]"),
                "infra/mesh/test/shop.yaml:14: access[0].methods[0]: 'FETCH' is not an HTTP method; allowed: GET, HEAD, POST, PUT, "
                    + "PATCH, DELETE, OPTIONS, CONNECT, TRACE, *; did you mean PATCH?"
            ),
            new(
                "a path without a slash",
                p => p.InIntents("/items*", "items*"),
                "infra/mesh/test/shop.yaml:15: access[0].paths[0]: 'items*' matches no path: paths begin with '/', or with '*' for a suffix"
            ),
            new(
                "a star inside a path",
                p => p.InIntents("/items*", "/items/*/price"),
                "infra/mesh/test/shop.yaml:15: access[0].paths[0]: '/items/*/price' has a '*' that is compared as text: it stands at the "
                    + "beginning or at the end, once; inside a path use {*} for one segment"
            ),
            new(
                "a query in a path",
                p => p.InIntents("/items*", "/items?all=1"),
                "infra/mesh/test/shop.yaml:15: access[0].paths[0]: '/items?all=1' has a query, which is not a part of the path: remove it"
            ),
            new(
                "a template in a part of a segment",
                p => p.InIntents("[/items*]", "[\"/items/id-{*}\"]"),
                "infra/mesh/test/shop.yaml:15: access[0].paths[0]: '/items/id-{*}': 'id-{*}' is not a whole segment; allowed: {*} and {**}"
            ),
            new(
                "an unknown type of client",
                p => p.InIntents("cluster: west", "type: kubernetes\ncluster: west"),
                "infra/mesh/test/shop.yaml:11: type: 'kubernetes' is not a type of client; allowed: istio, k8s, external"
            ),
            new(
                "a client without a sidecar and a STRICT service",
                p => p.InIntents("cluster: west", "type: k8s\ncidrs: [10.0.0.0/8]\ncluster: east"),
                "infra/mesh/test/shop.yaml:11: type: a client without a sidecar speaks plaintext, and web accepts mTLS only (mutualTls: "
                    + "STRICT): give the client a sidecar, or the service mutualTls: PERMISSIVE"
            ),
            new(
                "a client without a sidecar in another cluster",
                p => p.InIntents("cluster: west", "type: k8s\ncidrs: [10.0.0.0/8]\ncluster: west"),
                "infra/mesh/test/shop.yaml:11: type: a client without a sidecar cannot open the mTLS that the east-west gateway wants: "
                    + "use a client with a sidecar, or type external and the service's externalName"
            ),
            new(
                "an address that is none",
                p => p.InIntents("cluster: west", "type: k8s\ncidrs: [10.0.0/8]\ncluster: west"),
                "infra/mesh/test/shop.yaml:11: type: a client without a sidecar cannot open the mTLS that the east-west gateway wants: "
                    + "use a client with a sidecar, or type external and the service's externalName",
                "infra/mesh/test/shop.yaml:12: cidrs[0]: '10.0.0/8' is neither a CIDR block, such as 10.0.0.0/8, nor an IP address"
            ),
            new(
                "an external client of an internal service",
                p => p.InIntents("cluster: west\nnamespace: cart\n", "type: external\n"),
                "infra/mesh/test/shop.yaml:10: service: web has no externalName, so no client outside the mesh reaches it"
            ),
            new(
                "an external client with a namespace",
                p =>
                {
                    p.InIntents("cluster: west\n", "type: external\n");
                },
                "infra/mesh/test/shop.yaml:10: service: web has no externalName, so no client outside the mesh reaches it",
                "infra/mesh/test/shop.yaml:12: namespace: a client outside the mesh has none: use cidrs, and externalTls: MUTUAL on the "
                    + "service"
            ),
            new(
                "instances of a service that has none",
                p => p.InIntents("cluster: west", "headless: true\ncluster: west"),
                "infra/mesh/test/shop.yaml:11: headless: web is not headless, so it has no instances to name"
            ),
            new(
                "a reserved name",
                p => p.InIntents("name: cart-to-web", "name: web-allow-nothing"),
                "infra/mesh/test/shop.yaml:9: name: 'web-allow-nothing' ends in -allow-nothing, which is kept for the policies of services"
            ),
        ];

    private static Mistake[] Ambient() =>
        [
            new(
                "an ambient caller of another cluster's service",
                p =>
                {
                    p.InStack(
                        "    west:\n      context: kind-west",
                        "    west:\n      context: kind-west\n      istio: {profile: ambient}\n      namespaces: {cart: {injection: "
                            + "ambient}}"
                    );
                },
                "infra/mesh/test/shop.yaml:11: cluster: west/cart is ambient, and a call from west to east needs a sidecar there: "
                    + "ztunnel does not send calls through another cluster's east-west gateway, nor take them from it; give the "
                    + "namespace sidecars (injection: enabled)"
            ),
            new(
                "an ambient service that another cluster calls",
                p =>
                {
                    p.InStack(
                        "    east:\n      context: kind-east",
                        "    east:\n      context: kind-east\n      istio: {profile: ambient}\n      namespaces: {shop: {injection: "
                            + "ambient}}"
                    );
                },
                "infra/mesh/test/shop.yaml:10: service: east/shop is ambient, and a call from west to east needs a sidecar there: ztunnel "
                    + "does not send calls through another cluster's east-west gateway, nor take them from it; give the namespace "
                    + "sidecars (injection: enabled)"
            ),
        ];

    private static Mistake[] Several() =>
        [
            new(
                "several files at once",
                p =>
                {
                    p.InStack("context: kind-west", "contxt: kind-west");
                    p.InIntents("port: 80", "prt: 80");
                    p.Write("infra/mesh/test/a.yaml", "kind: Inbound\n");
                },
                "Pulumi.test.yaml:13: meshstack:clusters.west.contxt: 'contxt' is not a key here; allowed: adoptExisting, "
                    + "apiServer, ca, clusterIdentifier, context, domain, externalIstiod, gateways, istio, kubeConfig, namespaces, "
                    + "network, primary, region, renamedFrom, role, skipUpdateUnreachable, trustDomain; did you mean context?",
                "infra/mesh/test/a.yaml:1: kind: 'Inbound' is not a kind of intent; allowed: " + Kinds,
                "infra/mesh/test/shop.yaml:5: prt: 'prt' is not a key here; allowed: " + OfAService + "; did you mean port?"
            ),
        ];
}
