namespace MeshStack.Manifests.Tests;

public class IstioRuleTests
{
    // Istio warns of every EnvoyFilter, whatever it holds.
    private const string EveryEnvoyFilter = "envoy-filter";

    public static TheoryData<RuleCase> Wrong => [.. RuleCase.Wrong];

    public static TheoryData<RuleCase> Right => [.. RuleCase.Right];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void DiscoversServicesOf(RuleCase wrong)
    {
        var findings = Findings(wrong).Where(finding => finding.Code != EveryEnvoyFilter || wrong.Rule == EveryEnvoyFilter).ToArray();

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(wrong.Rule, finding.Code));
        Assert.Contains(wrong.Path, findings.Select(finding => finding.Path));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Accepts(RuleCase right) => Assert.DoesNotContain(Findings(right), finding => finding.Code != EveryEnvoyFilter);

    [Fact]
    public void AHeaderThatIsNoTextIsJudged()
    {
        const string Text = """
            apiVersion: security.istio.io/v1
            kind: RequestAuthentication
            metadata: {name: a, namespace: shop}
            spec: {jwtRules: [{issuer: a, outputClaimToHeaders: [{claim: a, header: [b]}]}]}
            """;
        Assert.Empty(IstioChecks.Check(ManifestYaml.Read(Text, "a.yaml", "east")));
    }

    [Fact]
    public void EveryRuleHasACaseThatItFindsAndOneThatItAccepts()
    {
        Assert.Equal(
            IstioChecks.Rules.Select(rule => rule.Code),
            RuleCase.Wrong.Select(wrong => wrong.Rule).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            IstioChecks.Rules.Select(rule => rule.Code),
            RuleCase.Right.SelectMany(right => right.Rules).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void RulesHaveUniqueCodes() => Assert.Distinct(IstioChecks.Rules.Select(rule => rule.Code));

    [Fact]
    public void RulesSayWhatHoldsWhyItDoesAndWhatToDoAboutAFinding() =>
        Assert.All(
            IstioChecks.Rules,
            rule =>
            {
                Assert.All([rule.Summary, rule.Why, rule.Fix], text => Assert.Matches(@"^\S[^\n]+\S\.$", text));
                Assert.Distinct([rule.Summary, rule.Why, rule.Fix]);
            }
        );

    [Fact]
    public void ErrorsOfASingleObjectAreIstios() =>
        Assert.All(
            IstioChecks.Rules.Where(rule => rule.Origin == RuleOrigin.MeshStack && rule.Severity == Severity.Error),
            rule => Assert.Equal("mesh", RuleCase.Wrong.First(wrong => wrong.Rule == rule.Code).File)
        );

    [Fact]
    public void FindingsAreTheSameWhateverTheOrderOfTheObjects()
    {
        var manifests = RuleCase
            .Wrong.Where(wrong => wrong.File != "mesh")
            .SelectMany((wrong, index) => wrong.Manifests.Select(manifest => Manifest.From($"cluster{index:000}", manifest.Body)))
            .ToArray();

        Assert.Equal(IstioChecks.Check(manifests), IstioChecks.Check([.. manifests.Reverse()]));
    }

    [Fact]
    public void AFindingNamesTheClusterTheObjectThePlaceAndTheLine()
    {
        var manifests = ManifestYaml.Read(
            "apiVersion: networking.istio.io/v1beta1\nkind: Sidecar\nmetadata: {name: default, namespace: shop}\nspec: {egress: [{hosts: "
                + "[httpbin]}]}\n",
            "shop.yaml",
            "east"
        );

        var finding = Assert.Single(IstioChecks.Check(manifests));

        Assert.Equal(
            ("east", "Sidecar shop/default", "spec.egress[0].hosts[0]", "shop.yaml:1"),
            (finding.Cluster, finding.Object, finding.Path, finding.Source!.ToString())
        );
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("text")]
    [InlineData("[1, [a], {b: null}]")]
    [InlineData(
        "{servers: x, http: [null, 1, {match: [null, 2], route: [null, z], retries: []}], rules: [null, {from: [null], to: x}], egress: "
            + "[null], ingress: [null, 1], ports: [null, {number: x}], trafficPolicy: 5, subsets: [null], hosts: [1, null, {}]}"
    )]
    [InlineData(
        "{jwtRules: [null, 1, {jwks: [], audiences: [null]}], configPatches: [null, 1, {patch: 1, match: [], applyTo: 2}, {applyTo: "
            + "HTTP_FILTER, patch: {operation: ADD, value: [null, {a: null}]}}], tracing: [null, {customTags: [1]}], metrics: 1, url: 5, "
            + "wasm: [], lua: 1, vmConfig: [1], match: [null, {ports: [null]}], probe: 1, template: [], labels: [1], address: 5}"
    )]
    public void SpecsOfAnyShapeAreCheckedWithoutACrash(string spec)
    {
        var kinds = RuleCase.Wrong.SelectMany(wrong => wrong.Manifests).Select(manifest => (manifest.ApiVersion, manifest.Kind)).Distinct();
        var text = string.Join(
            "---\n",
            kinds.Select(kind => $"apiVersion: {kind.ApiVersion}\nkind: {kind.Kind}\nmetadata: {{name: a}}\nspec: {spec}\n")
        );

        IstioChecks.Check(ManifestYaml.Read(text, "any.yaml", "east"));
    }

    private static IReadOnlyList<Finding> Findings(RuleCase of) => IstioChecks.Check(of.Manifests);
}
