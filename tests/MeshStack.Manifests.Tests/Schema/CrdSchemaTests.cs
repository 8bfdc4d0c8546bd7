using MeshStack.CrdSchema;

namespace MeshStack.Manifests.Tests;

public class CrdSchemaTests
{
    private const string Missing = "The definitions of the pinned Istio are not at hand (../shared/istio).";

    [SkippableTheory]
    [InlineData("an unknown field", "DestinationRule", "{host: a, trafficPolicy: {loadbalancer: {}}}", "spec.trafficPolicy.loadbalancer: is an unknown field")]
    [InlineData("a required field", "DestinationRule", "{}", "spec.host: is required")]
    [InlineData("a wrong type", "DestinationRule", "{host: 5}", "spec.host: is not a text: 5")]
    [InlineData("a value of no enum", "DestinationRule", "{host: a, trafficPolicy: {tls: {mode: mutual}}}", "spec.trafficPolicy.tls.mode: is not one of DISABLE, SIMPLE, MUTUAL, ISTIO_MUTUAL: mutual")]
    [InlineData("null", "DestinationRule", "{host: null}", "spec.host: is null")]
    [InlineData("a number beyond 32 bits", "DestinationRule", "{host: a, trafficPolicy: {outlierDetection: {maxEjectionPercent: 5000000000}}}", "spec.trafficPolicy.outlierDetection.maxEjectionPercent: is not a 32-bit number: 5000000000")]
    [InlineData("a negative number", "DestinationRule", "{host: a, trafficPolicy: {portLevelSettings: [{port: {number: -1}}]}}", "spec.trafficPolicy.portLevelSettings[0].port.number: is not at least 0")]
    [InlineData("two of oneOf", "DestinationRule", "{host: a, trafficPolicy: {loadBalancer: {simple: RANDOM, consistentHash: {useSourceIp: true}}}}", "spec.trafficPolicy.loadBalancer: does not fit oneOf of simple, consistentHash: 2 of 3 fit")]
    [InlineData("two of a oneOf within allOf", "DestinationRule", "{host: a, trafficPolicy: {loadBalancer: {consistentHash: {useSourceIp: true, httpHeaderName: x}}}}", "spec.trafficPolicy.loadBalancer.consistentHash: does not fit allOf: 1 of 2 fit")]
    [InlineData("a duration below 1ms", "DestinationRule", "{host: a, trafficPolicy: {outlierDetection: {interval: 10us}}}", "spec.trafficPolicy.outlierDetection.interval: is a duration of at least 1ms")]
    [InlineData("a duration without a unit", "VirtualService", "{http: [{timeout: '15'}]}", "spec.http[0].timeout: is a duration of at least 1ms")]
    [InlineData("no items", "ServiceEntry", "{hosts: []}", "spec.hosts: is not at least 1 items")]
    [InlineData("a rule on several fields", "ServiceEntry", "{hosts: [a.b], resolution: DNS, addresses: [10.0.0.0/8]}", "spec: has CIDR addresses only with NONE and STATIC")]
    [InlineData("a rule on a list", "ServiceEntry", "{hosts: [a.b], resolution: DNS, ports: [{number: 80, name: a}, {number: 80, name: b}]}", "spec.ports: has each port number once")]
    [InlineData("a rule on keys", "Sidecar", "{workloadSelector: {labels: {app: 'a*'}}}", "spec.workloadSelector.labels.app: has no wildcard")]
    [InlineData("a required field of an item", "Gateway", "{servers: [{hosts: [a.b], port: {number: 80, name: http}}]}", "spec.servers[0].port.protocol: is required")]
    [InlineData("two credentials", "Gateway", "{servers: [{hosts: [a.b], port: {number: 80, name: http, protocol: HTTP}, tls: {credentialName: a, credentialNames: [b]}}]}", "spec.servers[0].tls: has at most one of credentialName, credentialNames")]
    [InlineData("two ways to match", "VirtualService", "{http: [{match: [{uri: {exact: /a, prefix: /}}]}]}", "spec.http[0].match[0].uri: does not fit oneOf of exact, prefix, regex: 2 of 4 fit")]
    [InlineData("a body that is no base64", "VirtualService", "{http: [{directResponse: {status: 200, body: {bytes: '*'}}}]}", "spec.http[0].directResponse.body.bytes: is not base64: *")]
    [InlineData("a pattern", "AuthorizationPolicy", "{targetRefs: [{group: A, kind: Service, name: a}]}", "is not a match of")]
    [InlineData("a selector and targets", "AuthorizationPolicy", "{selector: {}, targetRefs: [{group: '', kind: Service, name: a}]}", "spec: has at most one of selector, targetRef, targetRefs")]
    [InlineData("ports without a selector", "PeerAuthentication", "{portLevelMtls: {'80': {mode: STRICT}}}", "spec: has ports only with a selector")]
    [InlineData("a port that is none", "PeerAuthentication", "{selector: {matchLabels: {app: a}}, portLevelMtls: {http: {mode: STRICT}}}", "spec.portLevelMtls: has ports from 1 to 65535")]
    public void Wrong_objects_are_rejected(string what, string kind, string spec, string expected)
    {
        Skip.If(CrdSchemas.OfPinnedIstio is null, Missing);
        Assert.NotEmpty(what);

        Assert.Contains(CrdSchemas.OfPinnedIstio.Validate(Of(kind, spec)), error => error.ToString().Contains(expected, StringComparison.Ordinal));
    }

    public static TheoryData<RuleCase> Right => [.. RuleCase.Right];

    [SkippableTheory]
    [MemberData(nameof(Right))]
    public void Objects_that_the_rules_accept_fit_their_schemas(RuleCase right)
    {
        Skip.If(CrdSchemas.OfPinnedIstio is null, Missing);
        ArgumentNullException.ThrowIfNull(right);

        Assert.Empty(right.Manifests.Where(manifest => manifest.Group.EndsWith("istio.io", StringComparison.Ordinal)).SelectMany(CrdSchemas.OfPinnedIstio.Validate));
    }

    [SkippableFact]
    public void Every_served_schema_is_understood_to_the_last_keyword()
    {
        Skip.If(CrdSchemas.OfPinnedIstio is null, Missing);

        Assert.All(CrdSchemas.OfPinnedIstio.Served, name => CrdSchemas.OfPinnedIstio.Validate(Manifest.From("east", Body(name.Split(' ')[0], name.Split(' ')[1], null))));
        Assert.Contains("networking.istio.io/v1 VirtualService", CrdSchemas.OfPinnedIstio.Served);
    }

    [SkippableFact]
    public void Labels_are_text_and_metadata_has_no_unknown_fields()
    {
        Skip.If(CrdSchemas.OfPinnedIstio is null, Missing);
        var manifest = Assert.Single(ManifestYaml.Read("apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: a, label: {a: b}, labels: {rev: 1}}\n", "a.yaml", "east"));

        Assert.Equal(["metadata.label: is an unknown field", "metadata.labels.rev: is no text"], CrdSchemas.OfPinnedIstio.Validate(manifest).Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("{type: object, properties: {spec: {type: object, dependentRequired: {}}}}", "dependentRequired")]
    [InlineData("{type: tuple}", "tuple")]
    [InlineData("{type: string, format: colour}", "colour")]
    [InlineData("{type: object, x-kubernetes-validations: [{rule: self.a == 1}]}", "self.a == 1")]
    public void What_cannot_be_judged_is_said_and_not_passed(string schema, string named)
    {
        var schemas = CrdSchemas.Parse($"apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {{name: a}}\nspec: {{group: a.b, names: {{kind: A}}, versions: [{{name: v1, served: true, schema: {{openAPIV3Schema: {schema}}}}}]}}\n", "a.yaml");

        var exception = Assert.Throws<UnsupportedSchemaException>(() => schemas.Validate(Manifest.From("east", Body("a.b/v1", "A", null))));

        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_without_a_schema_is_not_passed() =>
        Assert.Throws<UnsupportedSchemaException>(() => CrdSchemas.Parse("", "a.yaml").Validate(Manifest.From("east", Body("a.b/v1", "A", null))));

    private static Manifest Of(string kind, string spec)
    {
        var apiVersion = kind is "AuthorizationPolicy" or "PeerAuthentication" ? "security.istio.io/v1" : "networking.istio.io/v1";
        return Assert.Single(ManifestYaml.Read($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: a}}\nspec: {spec}\n", "a.yaml", "east"));
    }

    private static Dictionary<string, object?> Body(string apiVersion, string kind, object? spec)
    {
        var body = new Dictionary<string, object?> { ["apiVersion"] = apiVersion, ["kind"] = kind, ["metadata"] = new Dictionary<string, object?> { ["name"] = "a" } };
        if (spec is not null)
        {
            body["spec"] = spec;
        }

        return body;
    }
}
