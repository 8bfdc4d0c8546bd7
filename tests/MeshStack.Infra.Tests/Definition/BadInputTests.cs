using MeshStack.Infra.Definition;

namespace MeshStack.Infra.Tests.Definition;

/// <summary>Every mistake gives exactly these lines, and nothing else.</summary>
public sealed class BadInputTests
{
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

        public void Delete(string file) => File.Delete(_project.PathOf(file));

        private void Replace(string file, string text, string old, string @new)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            _project.Write(file, text.Replace(old, @new, StringComparison.Ordinal));
        }
    }

    public static TheoryData<Mistake> Mistakes { get; } =
    [
        .. Files(), .. Settings(), .. Services(), .. WhatCannotBe(), .. Accesses(), .. Several(),
    ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void AMistakeIsExplained(Mistake mistake)
    {
        ArgumentNullException.ThrowIfNull(mistake);
        using var project = new SampleProject();
        var edit = new ProjectEdit(project);
        mistake.Make(edit);

        var exception = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(project.Root, edit.Stack));

        File.AppendAllText("/tmp/cases.txt", $"@@{mistake.Name}\n{exception.Message}\n");
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
        new("a missing stack", p => p.Stack = "tst", "?"),
        new("an empty folder", p => p.Delete("infra/mesh/test/shop.yaml"), "?"),
        new("no folder", p => p.Stack = "lonely", "?"),
        new("a file that is not YAML", p => p.WriteIntents("kind: InboundService\nname: [web\n"), "?"),
        new("binary", p => p.WriteIntents("\u0000\u0001\u0002"), "?"),
        new("a tab", p => p.WriteIntents("kind: InboundService\n\tname: web\n"), "?"),
        new("a file of 10 MB", p => p.WriteIntents(new string('#', 10_000_000)), "?"),
        new("a file of another kind", p => p.Write("infra/mesh/test/notes.txt", "hello"), "?"),
        new("a list in place of a document", p => p.WriteIntents("- kind: InboundService\n"), "?"),
        new("deep nesting", p => p.WriteIntents("kind: " + new string('[', 5000)), "?"),
        new("a key twice", p => p.InIntents("port: 80", "port: 80\nport: 81"), "?"),
        new("a document without a kind", p => p.WriteIntents("name: web\n"), "?"),
        new("an unknown kind", p => p.InIntents("kind: ClientAccess", "kind: ClientAcess"), "?"),
    ];

    private static Mistake[] Settings() =>
    [
        new("a cluster without a context", p => p.InStack("context: kind-west", "network: n"), "?"),
        new("a cluster without anything", p => p.InStack("    west:\n      context: kind-west", "    west:"), "?"),
        new("no clusters", p => { p.InStack("  meshstack:clusters:\n    east:\n      context: kind-east\n    west:\n      context: kind-west", "  meshstack:clusters: {}"); p.WriteIntents("# nothing yet\n"); }, "?"),
        new("a setting misspelt", p => p.InStack("meshstack:meshId", "meshstack:meshID"), "?"),
        new("a setting without namespace", p => p.InStack("meshstack:meshId", "meshId"), "?"),
        new("an unknown topology", p => p.InStack("meshstack:meshId: test", "meshstack:topology: federatd"), "?"),
        new("a key of a cluster misspelt", p => p.InStack("context: kind-west", "contxt: kind-west"), "?"),
        new("a profile that exists nowhere", p => p.InStack("meshstack:meshId: test", "meshstack:istio: {profile: production}"), "?"),
        new("a version that is not supported", p => p.InStack("meshstack:meshId: test", "meshstack:istio: {version: 1.13.0}"), "?"),
        new("default providers left on", p => p.InStack("[kubernetes]", "[aws]"), "?"),
        new("no shared root", p => p.InStack("  meshstack:trust:\n    rootCertificate: {config: root}\n", ""), "?"),
        new("a private key in plain text", p => p.InStack("context: kind-west", "context: kind-west\n      ca:\n        certificate: {config: crt}\n        privateKey: {config: key}\n        chain: {config: chain}\n  meshstack:key: hush"), "?"),
        new("one domain for two clusters", p => p.InStack("context: kind-west", "context: kind-west\n      domain: east"), "?"),
        new("a cluster name that is no label", p => p.InStack("    west:", "    West_1:"), "?", "?"),
        new("replicas that contradict", p => p.InStack("ingress: {}", "ingress: {minReplicas: 3, maxReplicas: 2, minAvailable: 3}"), "?"),
        new("a gateway nobody can call", p => p.InStack("{address: 192.0.2.10}", "{serviceType: ClusterIP}"), "?"),
        new("a quantity without sense", p => p.InStack("ingress: {}", "ingress: {resources: {requests: {memory: 2 gigs}}}"), "?"),
    ];

    private static Mistake[] Services() =>
    [
        new("no namespace", p => p.InIntents("namespace: shop\n", ""), "?"),
        new("no port", p => p.InIntents("port: 80\n", ""), "?"),
        new("a port in quotes", p => p.InIntents("port: 80", "port: \"80\""), "?"),
        new("a port out of range", p => p.InIntents("port: 80", "port: 70000"), "?"),
        new("a key misspelt", p => p.InIntents("port: 80", "port: 80\nexposdPort: 8080"), "?"),
        new("an unknown cluster", p => p.InIntents("cluster: east", "cluster: esat"), "?"),
        new("a name that is no label", p => p.InIntents("name: web", "name: Web App"), "?", "?"),
        new("a name twice", p => p.InIntents("---", "---\nkind: InboundService\nname: web\ncluster: west\nnamespace: shop\nport: 80\n---"), "?"),
        new("a service twice", p => p.InIntents("---", "---\nkind: InboundService\nname: web2\nservice: web\ncluster: east\nnamespace: shop\nport: 81\n---"), "?"),
        new("an unknown protocol", p => p.InIntents("port: 80", "port: 80\nprotocol: http"), "?"),
        new("an unknown mode", p => p.InIntents("port: 80", "port: 80\nmutualTls: MUTUAL"), "?"),
        new("a duration without a unit", p => p.InIntents("port: 80", "port: 80\noutlierDetection:\n  baseEjectionTime: 15"), "?"),
        new("an old name of a field", p => p.InIntents("port: 80", "port: 80\noutlierDetection:\n  consecutiveErrors: 7"), "?"),
        new("an old algorithm", p => p.InIntents("port: 80", "port: 80\nloadBalancing: {simple: LEAST_CONN}"), "?"),
        new("a cookie without a name", p => p.InIntents("port: 80", "port: 80\nloadBalancing:\n  consistentHash:\n    httpCookie: user1"), "?", "?"),
        new("two keys to hash", p => p.InIntents("port: 80", "port: 80\nloadBalancing:\n  consistentHash: {useSourceIp: true, httpHeaderName: x-user}"), "?"),
        new("an empty connection pool", p => p.InIntents("port: 80", "port: 80\nconnectionPool: {}"), "?"),
        new("a percentage out of range", p => p.InIntents("port: 80", "port: 80\noutlierDetection: {maxEjectionPercent: 150}"), "?"),
        new("yes in place of true", p => p.InIntents("port: 80", "port: 80\nsidecar: yes"), "?"),
    ];

    private static Mistake[] WhatCannotBe() =>
    [
        new("circuit breaking without a sidecar", p => p.InIntents("port: 80", "port: 80\nsidecar: false\noutlierDetection: {interval: 5m}\nconnectionPool: {tcp: {maxConnections: 1}}"), "?", "?"),
        new("mutual TLS without a sidecar", p => p.InIntents("port: 80", "port: 80\nsidecar: false\nmutualTls: STRICT"), "?"),
        new("cookies over TCP", p => p.InIntents("port: 80\n", "port: 80\nprotocol: TCP\nloadBalancing: {consistentHash: {httpCookie: {name: u}}}\n"), "?", "?"),
        new("load balancing of a headless service", p => p.InIntents("port: 80", "port: 80\nheadless: true\ninstances: 2\nloadBalancing: {simple: RANDOM}"), "?"),
        new("a headless service without instances", p => p.InIntents("port: 80", "port: 80\nheadless: true"), "?"),
        new("an external name without certificates", p => p.InIntents("port: 80", "port: 80\nexternalName: shop.example.com"), "?"),
        new("certificates without an external name", p => p.InIntents("port: 80", "port: 80\ncertificates: {certificate: {config: c}, privateKey: {config: k}}"), "?"),
        new("client certificates without a CA", p => p.InIntents("port: 80", "port: 80\nexternalName: shop.example.com\nexternalTls: MUTUAL\ncertificates: {certificate: {config: c}, privateKey: {config: k}}"), "?"),
    ];

    private static Mistake[] Accesses() =>
    [
        new("an unknown service", p => p.InIntents("service: web", "service: wbe"), "?"),
        new("no access rules", p => p.InIntents("access:\n  - methods: [GET]\n    paths: [/items*]", ""), "?"),
        new("an empty rule", p => p.InIntents("  - methods: [GET]\n    paths: [/items*]", "  - {}"), "?"),
        new("a method in lower case", p => p.InIntents("[GET]", "[get]"), "?"),
        new("a method that does not exist", p => p.InIntents("[GET]", "[FETCH]"), "?"),
        new("a path without a slash", p => p.InIntents("/items*", "items*"), "?"),
        new("a star inside a path", p => p.InIntents("/items*", "/items/*/price"), "?"),
        new("a query in a path", p => p.InIntents("/items*", "/items?all=1"), "?"),
        new("a template in a part of a segment", p => p.InIntents("[/items*]", "[\"/items/id-{*}\"]"), "?"),
        new("an unknown type of client", p => p.InIntents("cluster: west", "type: kubernetes\ncluster: west"), "?"),
        new("a client without a sidecar and a STRICT service", p => p.InIntents("cluster: west", "type: k8s\ncidrs: [10.0.0.0/8]\ncluster: east"), "?"),
        new("a client without a sidecar in another cluster", p => p.InIntents("cluster: west", "type: k8s\ncidrs: [10.0.0.0/8]\ncluster: west"), "?"),
        new("an address that is none", p => p.InIntents("cluster: west", "type: k8s\ncidrs: [10.0.0/8]\ncluster: west"), "?", "?"),
        new("an external client of an internal service", p => p.InIntents("cluster: west\nnamespace: cart\n", "type: external\n"), "?"),
        new("an external client with a namespace", p => { p.InIntents("cluster: west\n", "type: external\n"); }, "?", "?"),
        new("instances of a service that has none", p => p.InIntents("cluster: west", "headless: true\ncluster: west"), "?"),
        new("a reserved name", p => p.InIntents("name: cart-to-web", "name: web-allow-nothing"), "?"),
    ];

    private static Mistake[] Several() =>
    [
        new("several files at once", p =>
        {
            p.InStack("context: kind-west", "contxt: kind-west");
            p.InIntents("port: 80", "prt: 80");
            p.Write("infra/mesh/test/a.yaml", "kind: Inbound\n");
        }, "?"),
    ];
}
