namespace MeshStack.Infra.Tests.Definition;

/// <summary>Every mistake in what makes several clusters one mesh gives exactly these lines, and nothing else.</summary>
public sealed class BadMeshTests
{
    private const string EastContext = "context: kind-east\n";
    private const string WestContext = "context: kind-west\n";
    private const string EastServer = "      apiServer: https://192.0.2.20:6443\n";
    private const string WestServer = "      apiServer: https://192.0.2.30:6443\n";
    private const string Hosted = EastContext + "      externalIstiod: {host: istiod.example.com, credentialName: istiod-certificate}\n";

    private const string Pair = """
        config:
          pulumi:disable-default-providers: [kubernetes]
          meshstack:topology: TOPOLOGY
          meshstack:trust: {generated: {}}
          meshstack:gateways: {eastWest: {}}
          meshstack:clusters:
            east:
              context: kind-east
              apiServer: https://192.0.2.20:6443
            west:
              context: kind-west
              apiServer: https://192.0.2.30:6443

        """;

    /// <summary>A mistake: what is written in place of what in a mesh of that topology, and what is said about it.</summary>
    public sealed record Mistake(string Name, string Topology, (string Old, string New)[] Edits, params string[] Says)
    {
        public override string ToString() => $"{Name} ({Topology})";
    }

    public static TheoryData<Mistake> Errors { get; } = [.. Roles(), .. Servers(), .. Gateways(), .. External(), .. Trust()];

    public static TheoryData<Mistake> Warnings { get; } = [.. Questionable()];

    public static TheoryData<string> Topologies { get; } = ["federated", "multi-primary", "primary-remote", "external-control-plane"];

    [Theory]
    [MemberData(nameof(Errors))]
    public void AMistakeIsExplained(Mistake mistake)
    {
        ArgumentNullException.ThrowIfNull(mistake);
        var exception = Assert.Throws<DefinitionException>(() => Load(mistake.Topology, mistake.Edits));
        Assert.Equal(string.Join("\n", mistake.Says), exception.Message);
    }

    [Theory]
    [MemberData(nameof(Warnings))]
    public void WhatIsQuestionableIsSaid(Mistake mistake)
    {
        ArgumentNullException.ThrowIfNull(mistake);
        Assert.Equal(mistake.Says, Load(mistake.Topology, mistake.Edits).Warnings.Select(w => w.ToString()));
    }

    [Theory]
    [MemberData(nameof(Topologies))]
    public void ThePairItselfIsFine(string topology) => Assert.Empty(Load(topology, (EastContext, Hosted)).Warnings);

    private static MeshDefinition Load(string topology, params (string Old, string New)[] edits)
    {
        using var project = new SampleProject();
        var stack = Pair;
        foreach (var (old, @new) in edits)
        {
            Assert.Contains(old, stack, StringComparison.Ordinal);
            stack = stack.Replace(old, @new, StringComparison.Ordinal);
        }

        project.Write("Pulumi.test.yaml", stack.Replace("TOPOLOGY", topology, StringComparison.Ordinal));
        if (!stack.Contains("west:", StringComparison.Ordinal))
        {
            project.Write("infra/mesh/test/shop.yaml", "# nothing yet\n");
        }

        return DefinitionLoader.Load(project.Root, "test");
    }

    private static (string Old, string New)[] West(string more) => [(WestContext, WestContext + "      " + more + "\n")];

    private static (string Old, string New)[] East(string more) => [(EastContext, EastContext + "      " + more + "\n")];

    private static Mistake[] Roles() =>
        [
            new(
                "a trust domain that means every other one",
                "federated",
                East("trustDomain: cluster.local"),
                "Pulumi.test.yaml:9: meshstack:clusters.east.trustDomain: 'cluster.local' in a policy means the trust domain of the "
                    + "cluster that reads it, which is 'west' in west: callers of east would be nobody there; give it another name"
            ),
            new(
                "an unknown role",
                "primary-remote",
                West("role: remot"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.role: 'remot' is not a role; allowed: config, external, primary, remote; "
                    + "did you mean remote?"
            ),
            new(
                "remotes only",
                "primary-remote",
                [.. East("role: remote"), .. West("role: remote")],
                "Pulumi.test.yaml:6: meshstack:clusters: every cluster is remote: one has to be primary"
            ),
            new(
                "an unknown primary",
                "primary-remote",
                West("primary: esat"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.primary: 'esat' is not a primary cluster; allowed: east; did you mean east?"
            ),
            new(
                "a remote for a primary",
                "primary-remote",
                West("primary: west"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.primary: 'west' is not a primary cluster; allowed: east; did you mean east?"
            ),
            new(
                "two clusters that host",
                "external-control-plane",
                [
                    (EastContext, Hosted + "      role: external\n"),
                    (WestContext, Hosted.Replace("east", "west", StringComparison.Ordinal) + "      role: external\n"),
                ],
                "Pulumi.test.yaml:6: meshstack:clusters: an external control plane needs a second cluster, which it serves",
                "Pulumi.test.yaml:15: meshstack:clusters.west.role: east is external already; a mesh has one"
            ),
            new(
                "two clusters that hold the configuration",
                "external-control-plane",
                [
                    (EastContext, Hosted),
                    (
                        WestServer,
                        WestServer
                            + "      role: config\n    north:\n      context: kind-north\n      apiServer: https://192.0.2.40:6443\n     "
                            + " role: config\n"
                    ),
                ],
                "Pulumi.test.yaml:14: meshstack:clusters.west.role: north is config already; a mesh has one"
            ),
            new(
                "several revisions from outside",
                "external-control-plane",
                [(EastContext, Hosted), (WestServer, WestServer + "      istio: {revisions: {a: {}, b: {}}, revision: a}\n")],
                "Pulumi.test.yaml:14: meshstack:clusters.west.istio.revisions: an external control plane serves with one revision; with "
                    + "several side by side, let a primary serve"
            ),
            new(
                "nobody to serve",
                "external-control-plane",
                [(EastContext, Hosted), ("    west:\n      " + WestContext + WestServer, "")],
                "Pulumi.test.yaml:6: meshstack:clusters: an external control plane needs a second cluster, which it serves"
            ),
        ];

    private static Mistake[] Servers() =>
        [
            new(
                "no address of API servers",
                "multi-primary",
                [(EastServer, ""), (WestServer, "")],
                "Pulumi.test.yaml:7: meshstack:clusters.east.apiServer: required: istiod of another cluster reads this API server, so "
                    + "its address has to be reachable from a pod there, such as https://10.0.0.1:6443",
                "Pulumi.test.yaml:9: meshstack:clusters.west.apiServer: required: istiod of another cluster reads this API server, so "
                    + "its address has to be reachable from a pod there, such as https://10.0.0.1:6443"
            ),
            new(
                "no address of the remote's API server",
                "primary-remote",
                [(EastServer, ""), (WestServer, "")],
                "Pulumi.test.yaml:9: meshstack:clusters.west.apiServer: required: istiod of another cluster reads this API server, so "
                    + "its address has to be reachable from a pod there, such as https://10.0.0.1:6443"
            ),
            new(
                "no address of the config cluster's API server",
                "external-control-plane",
                [(EastContext, Hosted), (EastServer, ""), (WestServer, "")],
                "Pulumi.test.yaml:10: meshstack:clusters.west.apiServer: required: istiod of another cluster reads this API server, so "
                    + "its address has to be reachable from a pod there, such as https://10.0.0.1:6443"
            ),
            new(
                "an API server without TLS",
                "multi-primary",
                [("https://192.0.2.30", "http://192.0.2.30")],
                "Pulumi.test.yaml:12: meshstack:clusters.west.apiServer: 'http://192.0.2.30:6443' is not an address of an API server, "
                    + "such as https://10.0.0.1:6443"
            ),
            new(
                "an API server without a scheme",
                "multi-primary",
                [("https://192.0.2.30", "192.0.2.30")],
                "Pulumi.test.yaml:12: meshstack:clusters.west.apiServer: '192.0.2.30:6443' is not an address of an API server, such as "
                    + "https://10.0.0.1:6443"
            ),
            new(
                "an API server with a password",
                "multi-primary",
                [("https://192.0.2.30", "https://admin:hush@192.0.2.30")],
                "Pulumi.test.yaml:12: meshstack:clusters.west.apiServer: the address names a user: istiod shows a token of its own, so "
                    + "give the address alone, such as https://10.0.0.1:6443"
            ),
            new(
                "an API server of this machine",
                "multi-primary",
                [("https://192.0.2.30", "https://127.0.0.1")],
                "Pulumi.test.yaml:12: meshstack:clusters.west.apiServer: 'https://127.0.0.1:6443': 127.0.0.1 means "
                    + "whoever asks for it; give the address that pods of other clusters reach"
            ),
            new(
                "an API server of this machine by name",
                "primary-remote",
                [("https://192.0.2.30", "https://localhost")],
                "Pulumi.test.yaml:12: meshstack:clusters.west.apiServer: 'https://localhost:6443': localhost means "
                    + "whoever asks for it; give the address that pods of other clusters reach"
            ),
            new(
                "an API server of this machine in IPv6",
                "multi-primary",
                [("https://192.0.2.30:6443", "'https://[::1]:6443'")],
                "Pulumi.test.yaml:12: meshstack:clusters.west.apiServer: 'https://[::1]:6443': [::1] means whoever asks "
                    + "for it; give the address that pods of other clusters reach"
            ),
            new(
                "an API server of every address",
                "multi-primary",
                [("https://192.0.2.30", "https://0.0.0.0")],
                "Pulumi.test.yaml:12: meshstack:clusters.west.apiServer: 'https://0.0.0.0:6443': 0.0.0.0 is no address "
                    + "of anything: it stands for all of one's own; give the address that pods of other clusters reach"
            ),
            new(
                "an API server of every address in IPv6",
                "multi-primary",
                [("https://192.0.2.30:6443", "'https://[::]:6443'")],
                "Pulumi.test.yaml:12: meshstack:clusters.west.apiServer: 'https://[::]:6443': [::] is no address of "
                    + "anything: it stands for all of one's own; give the address that pods of other clusters reach"
            ),
        ];

    private static Mistake[] Gateways() =>
        [
            new(
                "no way to the primary's istiod",
                "primary-remote",
                [("{eastWest: {}}", "{}")],
                "Pulumi.test.yaml:5: meshstack:gateways.eastWest: required: network west has no gateway through which the other networks "
                    + "could call in",
                "Pulumi.test.yaml:5: meshstack:gateways.eastWest: required: without an east-west gateway there is no way to the control "
                    + "plane for west"
            ),
            new(
                "no way into a network",
                "multi-primary",
                [("{eastWest: {}}", "{}")],
                "Pulumi.test.yaml:5: meshstack:gateways.eastWest: required: network east has no gateway through which the other networks "
                    + "could call in",
                "Pulumi.test.yaml:5: meshstack:gateways.eastWest: required: network west has no gateway through which the other networks "
                    + "could call in"
            ),
            new(
                "a gateway of one cluster only",
                "multi-primary",
                [("  meshstack:gateways: {eastWest: {}}\n", ""), .. West("gateways: {eastWest: {}}")],
                "Pulumi.test.yaml:6: meshstack:clusters.east.gateways.eastWest: required: network east has no gateway through which the "
                    + "other networks could call in"
            ),
        ];

    private static Mistake[] External() =>
        [
            new(
                "nothing says where istiod is found",
                "external-control-plane",
                [],
                "Pulumi.test.yaml:7: meshstack:clusters.east.externalIstiod: required with an external control plane: {host: DNS-NAME, "
                    + "credentialName: SECRET}, where the other clusters find it"
            ),
            new(
                "an empty place of istiod",
                "external-control-plane",
                East("externalIstiod: {}"),
                "Pulumi.test.yaml:9: meshstack:clusters.east.externalIstiod.credentialName: required: the secret of istio-system with "
                    + "the certificate of the host (or certificate and privateKey, as {config: KEY} each)",
                "Pulumi.test.yaml:9: meshstack:clusters.east.externalIstiod.host: required: the DNS name under which the other clusters "
                    + "reach the control plane"
            ),
            new(
                "a short host",
                "external-control-plane",
                East("externalIstiod: {host: istiod, credentialName: Secret Name}"),
                "Pulumi.test.yaml:9: meshstack:clusters.east.externalIstiod.credentialName: 'Secret Name' is not a name of a secret",
                "Pulumi.test.yaml:9: meshstack:clusters.east.externalIstiod.host: 'istiod' is not a full DNS name, such as "
                    + "istiod.example.com"
            ),
            new(
                "an IP address for a host",
                "external-control-plane",
                East("externalIstiod: {host: 192.0.2.99, credentialName: cert}"),
                "Pulumi.test.yaml:9: meshstack:clusters.east.externalIstiod.host: '192.0.2.99' is an IP address: proxies verify a "
                    + "certificate for a DNS name, such as istiod.example.com"
            ),
            new(
                "a key misspelt",
                "external-control-plane",
                East("externalIstiod: {hots: istiod.example.com, credentialName: cert}"),
                "Pulumi.test.yaml:9: meshstack:clusters.east.externalIstiod.hots: 'hots' is not a key here; allowed: "
                    + "certificate, credentialName, gateway, host, privateKey; did you mean host?"
            ),
            new(
                "the host name of a gateway that lists addresses alone",
                "multi-primary",
                East("gateways: {eastWest: {serviceType: NodePort, address: gateway.example.com}}"),
                "Pulumi.test.yaml:9: meshstack:clusters.east.gateways.eastWest.address: 'gateway.example.com': the istiods of other "
                    + "networks know a gateway by the addresses of its Service, and one of type NodePort lists IP addresses alone "
                    + "(externalIPs): give an IP address, or serviceType: LoadBalancer"
            ),
            new(
                "a gateway that cannot be",
                "external-control-plane",
                East("externalIstiod: {host: istiod.example.com, credentialName: cert, gateway: {serviceType: Balancer}}"),
                "Pulumi.test.yaml:9: meshstack:clusters.east.externalIstiod.gateway.serviceType: 'Balancer' is not a type of a gateway's "
                    + "service; allowed: LoadBalancer, NodePort, ClusterIP"
            ),
            new(
                "ports of a gateway that has its own",
                "external-control-plane",
                East("externalIstiod: {host: istiod.example.com, credentialName: cert, gateway: {ports: [{name: http, port: 80}]}}"),
                "Pulumi.test.yaml:9: meshstack:clusters.east.externalIstiod.gateway.ports: not possible: the gateway has the ports of "
                    + "istiod, 15012 and 15017, and 15021"
            ),
            new(
                "a revision that the hosting cluster does not have",
                "external-control-plane",
                [
                    (
                        EastContext,
                        Hosted.Replace(
                            "certificate}",
                            "certificate, gateway: {revision: stable}}\n      istio: {revision: 1-31-4}",
                            StringComparison.Ordinal
                        )
                    ),
                    .. West("istio: {revision: stable}"),
                ],
                "Pulumi.test.yaml:9: meshstack:clusters.east.externalIstiod.gateway.revision: 'stable' is not a revision or tag of this "
                    + "cluster; allowed: 1-31-4"
            ),
            new(
                "a value of a newer chart than the hosting cluster's",
                "external-control-plane",
                [
                    (
                        EastContext,
                        Hosted.Replace(
                            "certificate}",
                            "certificate, gateway: {values: {dnsPolicy: Default}}}\n      istio: {version: 1.30.8}",
                            StringComparison.Ordinal
                        )
                    ),
                ],
                "Pulumi.test.yaml:9: meshstack:clusters.east.externalIstiod.gateway.values.dnsPolicy: the chart gateway reads it since "
                    + "Istio 1.31, and this is 1.30.8"
            ),
        ];

    private static Mistake[] Trust() =>
        [
            new(
                "a trust without a root",
                "multi-primary",
                [("{generated: {}}", "{domain: mesh.example.com}")],
                "Pulumi.test.yaml:4: meshstack:trust: one of generated and rootCertificate is required: {generated: {}} makes a root, "
                    + "{rootCertificate: {config: KEY}} names one that is there already"
            ),
            new(
                "two roots",
                "federated",
                [("{generated: {}}", "{generated: {}, rootCertificate: {config: root}}")],
                "Pulumi.test.yaml:4: meshstack:trust: generated makes a root, and rootCertificate names one that is there already: "
                    + "remove one of the two"
            ),
            new(
                "no trust at all",
                "primary-remote",
                [("  meshstack:trust: {generated: {}}\n", "")],
                "Pulumi.test.yaml:1: meshstack:trust: required with more than one cluster: {generated: {}}, or {rootCertificate: "
                    + "{config: KEY}} with the root that all clusters' CAs chain to; without a shared root no cluster trusts another's "
                    + "workloads"
            ),
            new(
                "a CA that nothing reads",
                "federated",
                West("ca: {certificate: {config: crt}, privateKey: {config: key}}"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.ca: nothing reads it, because trust.generated makes a CA for every "
                    + "cluster: remove it, or replace generated by rootCertificate, the root that it chains to"
            ),
            new(
                "half a CA",
                "federated",
                [("{generated: {}}", "{rootCertificate: {config: root}}"), .. West("ca: {certificate: {config: crt}}")],
                "Pulumi.test.yaml:12: meshstack:clusters.west.ca.privateKey: required, as {config: KEY} with the configuration key that "
                    + "holds it"
            ),
            new(
                "half a CA of a remote, whose turn comes later",
                "primary-remote",
                [("{generated: {}}", "{rootCertificate: {config: root}}"), .. West("ca: {privateKey: {config: key}}")],
                "Pulumi.test.yaml:12: meshstack:clusters.west.ca.certificate: required, as {config: KEY} with the configuration key that "
                    + "holds it"
            ),
            new(
                "a trust domain that is none",
                "multi-primary",
                [("{generated: {}}", "{generated: {}, domain: Mesh_1}")],
                "Pulumi.test.yaml:4: meshstack:trust.domain: 'Mesh_1' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots)"
            ),
            new(
                "a rotation without a phase",
                "federated",
                [("{generated: {}}", "{generated: {root: 2}, rotation: {from: 1, phase: prepair}}")],
                "Pulumi.test.yaml:4: meshstack:trust.rotation.phase: 'prepair' is not a phase of a rotation; allowed: prepare, switch, "
                    + "retire; did you mean prepare?"
            ),
            new(
                "a next root too early",
                "federated",
                [
                    ("{generated: {}}", "{rootCertificate: {config: root}, nextRootCertificate: {config: next}}"),
                    .. West("ca: {certificate: {config: crt}, privateKey: {config: key}}"),
                ],
                "Pulumi.test.yaml:4: meshstack:trust.nextRootCertificate: only in phase prepare of a rotation; the phase is steady, "
                    + "there is no rotation"
            ),
            new(
                "a list in place of the one that lets clusters accept each other",
                "federated",
                West("istio: {meshConfig: {caCertificates: [{pem: x}]}}"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.istio.meshConfig.caCertificates: takes the place of the list by which "
                    + "proxies accept the certificates of east: remove it, or let those clusters share a trust domain"
            ),
            new(
                "the same list among the values",
                "federated",
                West("istio: {values: {istiod: {meshConfig: {caCertificates: [{pem: x}]}}}}"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.istio.values.istiod.meshConfig.caCertificates: takes the place of the list "
                    + "by which proxies accept the certificates of east: remove it, or let those clusters share a trust domain"
            ),
            new(
                "a rotation of somebody else's root",
                "federated",
                [("{generated: {}}", "{rootCertificate: {config: root}, rotation: {phase: prepare}}")],
                "Pulumi.test.yaml:4: meshstack:trust.rotation: has no place where something else issues the certificates: that is what "
                    + "changes the root"
            ),
        ];

    private static Mistake[] Questionable() =>
        [
            new(
                "a role of another topology",
                "multi-primary",
                West("role: remote"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.role: remote has no meaning in a multi-primary mesh; west is primary there"
            ),
            new(
                "a role of the external control plane",
                "primary-remote",
                West("role: config"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.role: config has no meaning in a primary-remote mesh; west is remote there"
            ),
            new(
                "a mirror of a cluster that another one serves",
                "primary-remote",
                West("istio: {hub: registry.west.example.com/istio, images: {proxy: 'r.example.com/proxy:a'}, imagePullSecrets: [west]}"),
                "Pulumi.test.yaml:12: meshstack:clusters.west.istio.hub: the istiod that east configures injects the proxies of west, "
                    + "and takes them from docker.io/istio; from registry.west.example.com/istio come the node agent and ztunnel only",
                "Pulumi.test.yaml:12: meshstack:clusters.west.istio.imagePullSecrets: the istiod that east configures injects the "
                    + "proxies of west, and takes them from docker.io/istio with the secrets of their service accounts; those given here "
                    + "are for the gateways and the node agent of west only",
                "Pulumi.test.yaml:12: meshstack:clusters.west.istio.images.proxy: the istiod that east configures injects the proxies of "
                    + "west, and takes them from docker.io/istio: give the image there"
            ),
            new(
                "trust domains that become one",
                "multi-primary",
                West("trustDomain: west.example.com"),
                "Pulumi.test.yaml:7: meshstack:clusters.east.trustDomain: west.example.com become aliases of 'cluster.local', because "
                    + "these clusters find each other's services: service accounts of the same namespace and name become one identity",
                "Pulumi.test.yaml:12: meshstack:clusters.west.trustDomain: cluster.local become aliases of 'west.example.com', because "
                    + "these clusters find each other's services: service accounts of the same namespace and name become one identity"
            ),
        ];
}
