namespace MeshStack.Manifests.Tests;

public class IstioCrdsTests
{
    [Fact]
    public void ThreeMinorVersionsAreKnownOldestFirst()
    {
        Assert.Equal(["1.30", "1.31", "1.32"], IstioCrds.Versions);
        Assert.Equal("1.32", IstioCrds.Newest.Version);
    }

    [Theory]
    [InlineData("1.30", "1.30")]
    [InlineData("1.30.3", "1.30")]
    [InlineData("1.30.8", "1.30")]
    [InlineData("1.31.4", "1.31")]
    [InlineData("1.32.0-rc.1", "1.32")]
    public void APatchHasTheDefinitionsOfItsMinorVersion(string version, string minor) =>
        Assert.Equal(minor, IstioCrds.For(version).Version);

    [Theory]
    [InlineData("1.29.6")]
    [InlineData("1.33.0")]
    [InlineData("2.30.0")]
    [InlineData("latest")]
    [InlineData("")]
    public void VersionsThatAreNotKnownAreRefusedWithTheKnownOnes(string version)
    {
        Assert.False(IstioCrds.TryFor(version, out _));

        var exception = Assert.Throws<ArgumentException>(() => IstioCrds.For(version));

        Assert.StartsWith(
            $"The CustomResourceDefinitions of Istio {version} are not known; known are those of 1.30, 1.31, 1.32.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("networking.istio.io", "DestinationRule", "spec.host", "1.30")]
    [InlineData("networking.istio.io", "DestinationRule", "spec.trafficPolicy.connectionPool.http.http2KeepAlive.interval", "1.31")]
    [InlineData(
        "networking.istio.io",
        "DestinationRule",
        "spec.subsets[3].trafficPolicy.portLevelSettings[].loadBalancer.backendUtilization",
        "1.32"
    )]
    [InlineData("networking.istio.io", "VirtualService", "spec.http[0].redirect.prefixRewrite", "1.31")]
    [InlineData("networking.istio.io", "VirtualService", "spec.http[0].redirect.prefixrewrite", null)]
    [InlineData("networking.istio.io", "VirtualService", "spec.http.redirect", null)]
    [InlineData("networking.istio.io", "EnvoyFilter", "spec.configPatches[].patch.value.anything.below", "1.30")]
    [InlineData("security.istio.io", "PeerAuthentication", "spec.portLevelMtls[\"8080\"].mode", "1.30")]
    [InlineData("security.istio.io", "PeerAuthentication", "spec.portLevelMtls.8080.modes", null)]
    [InlineData("security.istio.io", "RequestAuthentication", "spec.jwtRules[].presence", "1.32")]
    [InlineData("security.istio.io", "RequestAuthentication", "metadata.labels", "1.30")]
    [InlineData("security.istio.io", "DestinationRule", "spec.host", null)]
    [InlineData("apps", "Deployment", "spec.replicas", null)]
    public void TheVersionThatBroughtAFieldIsKnown(string group, string kind, string path, string? since) =>
        Assert.Equal(since, IstioCrds.FieldSince(group, kind, path));

    [Theory]
    [InlineData("networking.istio.io", "EnvoyFilter", "spec.configPatches[].patch.operation", "MERGE", "1.30")]
    [InlineData("networking.istio.io", "EnvoyFilter", "spec.configPatches[0].patch.operation", "MERGE_AND_REPLACE_LIST", "1.31")]
    [InlineData("security.istio.io", "RequestAuthentication", "spec.jwtRules[0].presence", "REQUIRED", "1.32")]
    [InlineData("security.istio.io", "RequestAuthentication", "spec.jwtRules[0].presence", "SOMETIMES", null)]
    public void TheVersionThatBroughtAValueIsKnown(string group, string kind, string path, string value, string? since) =>
        Assert.Equal(since, IstioCrds.ValueSince(group, kind, path, value));

    [Fact]
    public void TheFieldsThatAVersionAddsAreListed()
    {
        var fields = IstioCrds.For("1.31").FieldsMissingIn("1.30");
        var added = fields.Select(field => field.ToString()).ToList();

        Assert.Contains("DestinationRule spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.failover[].from", added);
        Assert.Contains("Sidecar spec.ingress[].connectionPool.http.http2KeepAlive", added);
        Assert.Contains("Gateway spec.servers[].tls.insecureSkipVerify", added);
        Assert.Contains("VirtualService spec.http[].redirect.prefixRewrite", added);
        Assert.Equal(["DestinationRule", "Gateway", "Sidecar", "VirtualService"], fields.Select(field => field.Kind).Distinct());
        Assert.Equal(added.Order(StringComparer.Ordinal), added);
    }

    [Theory]
    [InlineData("1.30", "1.31")]
    [InlineData("1.31", "1.32")]
    public void NoFieldIsRemovedFromOneVersionToTheNext(string older, string newer) =>
        Assert.Empty(IstioCrds.For(older).FieldsMissingIn(newer));

    [Fact]
    public void AFieldOfANewerVersionIsSaidToBeOne()
    {
        var rule = Istio.Object("DestinationRule", "{host: a, trafficPolicy: {outlierDetection: {failurePercentageThreshold: 50}}}");

        Assert.Equal(
            ["spec.trafficPolicy.outlierDetection.failurePercentageThreshold: exists since Istio 1.32, and this is Istio 1.30"],
            IstioCrds.For("1.30.8").Errors(rule)
        );
        Assert.Empty(IstioCrds.For("1.32.0").Validate(rule));
    }

    [Theory]
    [InlineData("{hosts: [a]}", true)]
    [InlineData("{host: a, trafficPolicy: {retryBudget: {budgetInterval: 5s}}}", true)]
    [InlineData("{host: 5}", false)]
    [InlineData("{host: a, trafficPolicy: {tls: {mode: MUTUALS}}}", false)]
    public void UnknownFieldsWhichTheAPIServerDropsAreToldApart(string spec, bool isUnknown) =>
        Assert.Contains(IstioCrds.For("1.30").Validate(Istio.Object("DestinationRule", spec)), error => error.IsUnknownField == isUnknown);

    [Fact]
    public void AValueOfANewerVersionIsSaidToBeOne()
    {
        var filter = Istio.Object("EnvoyFilter", "{configPatches: [{patch: {operation: MERGE_AND_REPLACE_LIST}}]}");

        Assert.Equal(
            [
                "spec.configPatches[0].patch.operation: \"MERGE_AND_REPLACE_LIST\" exists since Istio 1.31, and this is Istio 1.30; "
                    + "allowed: INVALID, MERGE, ADD, REMOVE, INSERT_BEFORE, INSERT_AFTER, INSERT_FIRST, REPLACE",
            ],
            IstioCrds.For("1.30").Errors(filter)
        );
        Assert.Empty(IstioCrds.For("1.31").Validate(filter));
    }

    [Theory]
    [InlineData(
        "networking.istio.io/v1",
        "DestinationRules",
        "kind: networking.istio.io of Istio 1.32 has no kind \"DestinationRules\"; allowed: DestinationRule, EnvoyFilter, Gateway, "
            + "ProxyConfig, ServiceEntry, Sidecar, VirtualService, WorkloadEntry, WorkloadGroup; did you mean DestinationRule?"
    )]
    [InlineData(
        "networking.istio.io/v1beta2",
        "Gateway",
        "apiVersion: Istio 1.32 does not serve Gateway as \"networking.istio.io/v1beta2\"; allowed: networking.istio.io/v1, "
            + "networking.istio.io/v1alpha3, networking.istio.io/v1beta1; did you mean networking.istio.io/v1beta1?"
    )]
    [InlineData(
        "networking.istio.io/v1",
        "EnvoyFilter",
        "apiVersion: Istio 1.32 does not serve EnvoyFilter as \"networking.istio.io/v1\"; allowed: networking.istio.io/v1alpha3; "
            + "did you mean networking.istio.io/v1alpha3?"
    )]
    public void AKindThatIstioDoesNotKnowIsOneError(string apiVersion, string kind, string expected) =>
        Assert.Equal([expected], IstioCrds.Newest.Errors(Istio.Object(apiVersion, kind, "{a: b}", "{name: A}")));

    [Fact]
    public void AKindOfANewerVersionIsSaidToBeOne()
    {
        var (toy, other) = (Toy.Kind("Toy", "{}"), Toy.Kind("Other", "{}"));
        var crds = CrdVersions.From([Toy.Table("1.30.0", $"[{other}]"), Toy.Table("1.31.0", $"[{other}, {toy}]")]).All;

        Assert.Equal(["kind: Toy exists since Istio 1.31, and this is Istio 1.30"], crds[0].Errors(Toy.Object("{}")));
        Assert.Empty(crds[1].Validate(Toy.Object("{}")));
    }

    [Fact]
    public void AVersionThatIsNotServedIsAnError() =>
        Assert.Equal(
            ["apiVersion: Istio 1.30 does not serve Toy as \"a.istio.io/v1alpha1\"; allowed: a.istio.io/v1; did you mean a.istio.io/v1?"],
            Toy.Crds("{}")[0].Errors(Istio.Object("a.istio.io/v1alpha1", "Toy", "{}", "{name: a}"))
        );

    [Theory]
    [InlineData("gateway.networking.k8s.io/v1", "Gateway")]
    [InlineData("install.istio.io/v1alpha1", "IstioOperator")]
    [InlineData("v1", "Service")]
    public void ObjectsOfOtherGroupsAreNotJudged(string apiVersion, string kind) =>
        Assert.Empty(IstioCrds.Newest.Validate(Istio.Object(apiVersion, kind, "{a: b}", "{name: A, labels: {a: 1}}")));
}
