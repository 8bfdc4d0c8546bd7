namespace MeshStack.Manifests.Tests;

public class ValidationTests
{
    public static TheoryData<string> Versions => [.. IstioCrds.Versions];

    public static TheoryData<RuleCase> Right => [.. RuleCase.Right];

    [Theory]
    [InlineData(
        "DestinationRule",
        "{host: a, trafficPolicy: {loadbalancer: {}}}",
        "spec.trafficPolicy.loadbalancer: is an unknown field; allowed: connectionPool, loadBalancer, outlierDetection, "
            + "portLevelSettings, proxyProtocol, retryBudget, tls, tunnel; did you mean loadBalancer?"
    )]
    [InlineData("DestinationRule", "{}", "spec.host: is required")]
    [InlineData("DestinationRule", "{host: null}", "spec.host: is required, and null is the same as nothing")]
    [InlineData("DestinationRule", "{host: 5}", "spec.host: expected a string, got 5; in quotes it would be one")]
    [InlineData("DestinationRule", "{host: a, subsets: [null]}", "spec.subsets[0]: expected an object, got null")]
    [InlineData("DestinationRule", "{host: a, exportTo: .}", "spec.exportTo: expected a list, got a text")]
    [InlineData(
        "DestinationRule",
        "{host: a, trafficPolicy: {tls: {mode: mutual}}}",
        "spec.trafficPolicy.tls.mode: \"mutual\" is not one of DISABLE, SIMPLE, MUTUAL, ISTIO_MUTUAL; did you mean MUTUAL?"
    )]
    [InlineData(
        "DestinationRule",
        "{host: a, trafficPolicy: {outlierDetection: {maxEjectionPercent: 5000000000}}}",
        "spec.trafficPolicy.outlierDetection.maxEjectionPercent: 5000000000 is not a number of 32 bits, from -2147483648 to 2147483647"
    )]
    [InlineData(
        "DestinationRule",
        "{host: a, trafficPolicy: {outlierDetection: {maxEjectionPercent: '50'}}}",
        "spec.trafficPolicy.outlierDetection.maxEjectionPercent: expected a whole number, got \"50\"; without quotes " + "it would be one"
    )]
    [InlineData(
        "DestinationRule",
        "{host: a, trafficPolicy: {outlierDetection: {splitExternalLocalOriginErrors: 'true'}}}",
        "spec.trafficPolicy.outlierDetection.splitExternalLocalOriginErrors: expected true or false, got \"true\"; "
            + "without quotes it would be"
    )]
    [InlineData(
        "DestinationRule",
        "{host: a, trafficPolicy: {portLevelSettings: [{port: {number: -1}}]}}",
        "spec.trafficPolicy.portLevelSettings[0].port.number: -1 is not allowed; allowed: 0 to 4294967295"
    )]
    [InlineData(
        "DestinationRule",
        "{host: a, trafficPolicy: {loadBalancer: {simple: RANDOM, consistentHash: {useSourceIp: true}}}}",
        "spec.trafficPolicy.loadBalancer: simple and consistentHash are given; at most one of simple, consistentHash is allowed"
    )]
    [InlineData(
        "DestinationRule",
        "{host: a, trafficPolicy: {loadBalancer: {consistentHash: {useSourceIp: true, httpHeaderName: x}}}}",
        "spec.trafficPolicy.loadBalancer.consistentHash: httpHeaderName and useSourceIp are given; at most one of httpHeaderName, "
            + "httpCookie, useSourceIp, httpQueryParameterName is allowed"
    )]
    [InlineData(
        "DestinationRule",
        "{host: a, trafficPolicy: {outlierDetection: {interval: 10us}}}",
        "spec.trafficPolicy.outlierDetection.interval: \"10us\" breaks Istio's rule: must be a valid duration greater than 1ms"
    )]
    [InlineData(
        "VirtualService",
        "{http: [{timeout: '15'}]}",
        "spec.http[0].timeout: \"15\" breaks Istio's rule: must be a valid duration greater than 1ms"
    )]
    [InlineData("ServiceEntry", "{hosts: []}", "spec.hosts: has 0 items; at least 1 item must be given")]
    [InlineData(
        "ServiceEntry",
        "{hosts: [a.b], resolution: DNS, addresses: [10.0.0.0/8]}",
        "spec: addresses and resolution break Istio's rule: CIDR addresses are allowed only for NONE/STATIC resolution types"
    )]
    [InlineData(
        "ServiceEntry",
        "{hosts: [a.b], resolution: DNS, ports: [{number: 80, name: a}, {number: 80, name: b}]}",
        "spec.ports: breaks Istio's rule: port number cannot be duplicated"
    )]
    [InlineData(
        "ServiceEntry",
        "{hosts: [a.b], resolution: DNS, ports: [{number: 80, name: a}, {number: 81, name: a}]}",
        "spec.ports[1]: has the name of item 0 (\"a\"); items are told apart by name"
    )]
    [InlineData(
        "Sidecar",
        "{workloadSelector: {labels: {app: 'a*'}}}",
        "spec.workloadSelector.labels.app: \"a*\" breaks Istio's rule: wildcard is not supported in selector"
    )]
    [InlineData(
        "PeerAuthentication",
        "{selector: {matchLabels: {'a*/b': c}}}",
        "spec.selector.matchLabels: \"a*/b\" breaks Istio's rule: wildcard not allowed in label key match"
    )]
    [InlineData("Gateway", "{servers: [{hosts: [a.b], port: {number: 80, name: http}}]}", "spec.servers[0].port.protocol: is required")]
    [InlineData(
        "Gateway",
        "{servers: [{hosts: [a.b], port: {number: 80, name: http, protocol: HTTP}, tls: {credentialName: a, credentialNames: [b]}}]}",
        "spec.servers[0].tls: credentialName and credentialNames break Istio's rule: only one of credentialName or credentialNames "
            + "can be set"
    )]
    [InlineData(
        "VirtualService",
        "{http: [{match: [{uri: {exact: /a, prefix: /}}]}]}",
        "spec.http[0].match[0].uri: exact and prefix are given; at most one of exact, prefix, regex is allowed"
    )]
    [InlineData(
        "VirtualService",
        "{http: [{directResponse: {status: 200, body: {bytes: '*'}}}]}",
        "spec.http[0].directResponse.body.bytes: \"*\" is not base64"
    )]
    [InlineData(
        "AuthorizationPolicy",
        "{targetRefs: [{group: A, kind: Service, name: a}]}",
        "spec.targetRefs[0].group: \"A\" does not match ^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
    )]
    [InlineData(
        "AuthorizationPolicy",
        "{selector: {}, targetRefs: [{group: '', kind: Service, name: a}]}",
        "spec: selector and targetRefs break Istio's rule: only one of targetRefs or selector can be set"
    )]
    [InlineData(
        "PeerAuthentication",
        "{portLevelMtls: {'80': {mode: STRICT}}}",
        "spec: portLevelMtls breaks Istio's rule: portLevelMtls requires selector"
    )]
    [InlineData(
        "PeerAuthentication",
        "{selector: {matchLabels: {app: a}}, portLevelMtls: {http: {mode: STRICT}}}",
        "spec.portLevelMtls: \"http\" breaks Istio's rule: port must be between 1-65535"
    )]
    public void WrongObjectsAreRejected(string kind, string spec, string expected) =>
        Assert.Equal([expected], IstioCrds.For("1.30.8").Errors(Istio.Object(kind, spec)));

    [Fact]
    public void AllErrorsAreSaidAtOnceInTheOrderOfTheirPaths()
    {
        var routes = Istio.Object("VirtualService", "{http: [{timeouts: 1s, retries: {attempts: many}}], exportTo: {}, gateways: [5]}");

        Assert.Equal(
            ["spec.exportTo", "spec.gateways[0]", "spec.http[0].retries.attempts", "spec.http[0].timeouts"],
            IstioCrds.Newest.Validate(routes).Select(error => error.Path)
        );
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void ObjectsThatTheRulesAcceptFitTheSchemasOfEveryVersionThatHasTheirFields(RuleCase right)
    {
        ArgumentNullException.ThrowIfNull(right);

        Assert.Empty(right.Manifests.SelectMany(IstioCrds.Newest.Validate));
        Assert.All(
            IstioCrds.Versions.SelectMany(version => right.Manifests.SelectMany(IstioCrds.For(version).Validate)),
            error => Assert.StartsWith("exists since Istio", error.Message, StringComparison.Ordinal)
        );
    }

    // The API server drops them before it looks.
    [Fact]
    public void NullsOfFieldsCountAsNothing()
    {
        const string Policy = "{tls: null, loadBalancer: {simple: RANDOM, consistentHash: null}}";

        Assert.Empty(IstioCrds.Newest.Validate(Istio.Object("DestinationRule", $"{{host: a, subsets: null, trafficPolicy: {Policy}}}")));
    }

    // With a status subresource, the API server drops the status of what is applied.
    [Theory]
    [MemberData(nameof(Versions))]
    public void AStatusIsNotJudged(string version)
    {
        const string Yaml = "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: a}\nspec: {}\nstatus: {conditions: 5}\n";

        Assert.Empty(IstioCrds.For(version).Validate(Istio.Read(Yaml)));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void WhateverStandsInAFieldOfUnknownFieldsIsTaken(string version)
    {
        var filter = Istio.Object("EnvoyFilter", "{configPatches: [{patch: {value: {a: {b: [null, 1, c]}}}}]}");

        Assert.Empty(IstioCrds.For(version).Validate(filter));
    }

    [Theory]
    [InlineData(
        "DestinationRule",
        "{host: '${east.host}', trafficPolicy: {tls: {mode: '${mode}'}, outlierDetection: {interval: '${a}s', maxEjectionPercent: "
            + "'${b}'}}}"
    )]
    [InlineData(
        "ServiceEntry",
        "{hosts: [a.b], resolution: DNS, ports: [{number: '${east.port}', name: http}], endpoints: [{address: "
            + "'${east.gateway.address}', ports: {http: '${east.port}'}}]}"
    )]
    public void APlaceholderStandsForWhateverItsFieldTakes(string kind, string spec) =>
        Assert.Empty(IstioCrds.Newest.Validate(Istio.Object(kind, spec)));

    [Fact]
    public void APlaceholderStandsForNoListAndNoObject()
    {
        var rule = Istio.Object("DestinationRule", "{host: a, exportTo: '${a}', trafficPolicy: '${b}'}");

        Assert.Equal(["spec.exportTo", "spec.trafficPolicy"], IstioCrds.Newest.Validate(rule).Select(error => error.Path));
    }

    [Fact]
    public void LongValuesAreShortenedInMessages()
    {
        var policy = Istio.Object("PeerAuthentication", $"{{mtls: {{mode: {new string('x', 5000)}}}}}");

        var error = Assert.Single(IstioCrds.Newest.Validate(policy));

        Assert.StartsWith($"\"{new string('x', 100)}…\" is not one of", error.Message, StringComparison.Ordinal);
    }
}
