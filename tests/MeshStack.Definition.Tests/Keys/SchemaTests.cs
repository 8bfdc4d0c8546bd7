using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Infra.Tests.Topologies;

namespace MeshStack.Definition.Tests.Keys;

/// <summary>What is a definition passes the schemas, and what is none does not.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema Intents = JsonSchema.FromText(KeySchemas.OfIntents(IntentKinds.Standard));
    private static readonly JsonSchema Stack = JsonSchema.FromText(KeySchemas.OfStack());

    public static TheoryData<string> Meshes { get; } = [.. MeshProject.Names];

    public static TheoryData<string> IntentFiles { get; } =
    [
        .. Directory
            .EnumerateFiles(Checkout.PathOf("infra/mesh"), "*.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Checkout.Root, f))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> StackFiles { get; } =
    [.. Directory.EnumerateFiles(Checkout.Root, "Pulumi.*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(IntentFiles))]
    public void TheExamplesIntentsPass(string file) => Passes(Intents, File.ReadAllText(Checkout.PathOf(file)));

    [Theory]
    [MemberData(nameof(StackFiles))]
    public void TheExamplesStacksPass(string file) => Passes(Stack, File.ReadAllText(Checkout.PathOf(file)));

    [Theory]
    [MemberData(nameof(Meshes))]
    public void EveryKindOfMeshPasses(string name)
    {
        using var project = MeshProject.Of(name);
        Passes(Stack, File.ReadAllText(Path.Combine(project.Root, $"Pulumi.{MeshProject.Stack}.yaml")));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(project.Root, "infra", "mesh"), "*.yaml", SearchOption.AllDirectories))
        {
            Passes(Intents, File.ReadAllText(file));
        }
    }

    [Theory]
    [InlineData("name: web", "name: A_b")]
    [InlineData("namespace: shop", "namespace: Shop")]
    [InlineData("port: 80", "prt: 80")]
    [InlineData("port: 80", "port: 70000")]
    [InlineData("port: 80", "port: \"80\"")]
    [InlineData("port: 80", "port: 80\nprotocol: http")]
    [InlineData("port: 80", "port: 80\nsidecar: yes")]
    [InlineData("port: 80", "port: 80\noutlierDetection: {interval: 15}")]
    [InlineData("port: 80", "port: 80\noutlierDetection: {intervall: 15s}")]
    [InlineData("port: 80", "port: 80\noutlierDetection: {outlierDetectionHttpErrorCodes: [99]}")]
    [InlineData("port: 80", "port: 80\nloadBalancing: {consistentHash: {httpCookie: {path: /}}}")]
    [InlineData("port: 80", "port: 80\nloadBalancing: {consistentHash: {ringHash: {minimumRingSize: 0}}}")]
    [InlineData("port: 80", "port: 80\ncertificates: {certificate: PEM, privateKey: {config: key}}")]
    [InlineData("namespace: shop\n", "")]
    [InlineData("name: web\n", "")]
    [InlineData("kind: ClientAccess", "kind: ClientAcess")]
    [InlineData("methods:", "method:")]
    [InlineData("[GET]", "[get]")]
    public void AMistakeInAnIntentDoesNotPass(string old, string @new) => Fails(Intents, SampleProject.Intents, old, @new);

    [Theory]
    [InlineData("meshstack:trust", "meshstack:trsut")]
    [InlineData("meshstack:meshId", "meshId")]
    [InlineData("pulumi:disable-default-providers: [kubernetes]", "pulumi:disable-default-providers: [aws]")]
    [InlineData("context: kind-west", "contxt: kind-west")]
    [InlineData("meshstack:meshId: test", "meshstack:topology: federatd")]
    [InlineData("meshstack:meshId: test", "meshstack:istio: {profil: production}")]
    [InlineData("meshstack:meshId: test", "meshstack:istio: {profile: produktion}")]
    [InlineData("meshstack:meshId: test", "meshstack:namespaces: {shop: {inject: enabled}}")]
    [InlineData("ingress: {}", "ingres: {}")]
    [InlineData("ingress: {}", "ingress: {resources: {request: {memory: 2Gi}}}")]
    [InlineData("ingress: {}", "egress: {hosts: [{port: 443}]}")]
    [InlineData("ingress: {}", "ingress: {hosts: [{host: example.com}]}")]
    [InlineData("context: kind-west", "context: kind-west\n      ca: {certificate: {config: crt}, privateKey: PEM}")]
    public void AMistakeInAStackDoesNotPass(string old, string @new) => Fails(Stack, SampleProject.Stack, old, @new);

    private static void Passes(JsonSchema schema, string text)
    {
        foreach (var document in YamlJson.Of(text))
        {
            var found = Evaluate(schema, document);
            Assert.True(found.IsValid, JsonSerializer.Serialize(found));
        }
    }

    private static void Fails(JsonSchema schema, string text, string old, string @new)
    {
        Passes(schema, text);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.Contains(YamlJson.Of(text.Replace(old, @new, StringComparison.Ordinal)), document => !Evaluate(schema, document).IsValid);
    }

    private static EvaluationResults Evaluate(JsonSchema schema, JsonNode? document) =>
        schema.Evaluate(JsonSerializer.SerializeToElement(document), new EvaluationOptions { OutputFormat = OutputFormat.List });
}
