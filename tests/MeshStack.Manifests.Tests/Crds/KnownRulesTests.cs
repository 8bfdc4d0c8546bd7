namespace MeshStack.Manifests.Tests;

/// <summary>Values that each rule holds for, and values that it does not.</summary>
public class KnownRulesTests
{
    public static TheoryData<string, string[], string[]> Rules =>
        new()
        {
            { "9c8b2fa1e5c2", ["{}", "{selector: {}}", "{targetRefs: []}"], ["{selector: {}, targetRefs: []}"] },
            { "89646882bde7", ["{targetRef: {}}"], ["{selector: {}, targetRef: {}}", "{targetRef: {}, targetRefs: []}"] },
            { "e1938d85b3be", ["{targetRefs: []}"], ["{workloadSelector: {}, targetRefs: []}"] },
            { "e533e1c03915", ["{credentialNames: []}"], ["{tlsCertificates: [], credentialNames: []}"] },
            { "ed1c6e372f71", ["{credentialName: a}"], ["{credentialName: a, credentialNames: []}"] },
            { "e873d174ad32", ["{tlsCertificates: []}"], ["{tlsCertificates: [], credentialNames: []}"] },
            { "95dbd45ec363", ["{endpoints: []}"], ["{workloadSelector: {}, endpoints: []}"] },
            { "4cb7bfad58b0", ["{jwks: a}"], ["{jwks: a, jwksUri: b}", "{jwks_uri: a, jwksUri: b}"] },
            { "e29690d9c14d", ["{wasm: {}}", "{lua: {}}"], ["{}", "{wasm: {}, lua: {}}"] },
            { "3ff6915acab0", ["{address: a}", "{network: a}"], ["{}", "{ports: {}}"] },
            {
                "4723bc5eaefb",
                ["{serviceAccounts: [a]}", "{principals: [a], namespaces: [b]}"],
                ["{serviceAccounts: [a], principals: [b]}", "{notServiceAccounts: [a], notNamespaces: [b]}"]
            },
            {
                "95e3836a303f",
                ["{}", "{portLevelMtls: {}, selector: {matchLabels: {a: b}}}"],
                ["{portLevelMtls: {}}", "{portLevelMtls: {}, selector: {}}", "{portLevelMtls: {}, selector: {matchLabels: {}}}"]
            },
            {
                "bf8edd11d50e",
                ["{}", "{context: ANY}", "{context: WAYPOINT, waypoint: {}}"],
                ["{context: WAYPOINT}", "{waypoint: {}}", "{context: ANY, waypoint: {}}"]
            },
            { "1b0040b126e1", ["{value: a}", "{valueFrom: INLINE, value: a}", "{valueFrom: HOST}"], ["{valueFrom: HOST, value: a}"] },
            { "d6ce7f014d61", ["{}", "{operation: UPSERT, value: a}"], ["{operation: UPSERT}", "{operation: UPSERT, value: ''}"] },
            { "5b3ceeadaf9d", ["{operation: REMOVE}", "{value: a}"], ["{operation: REMOVE, value: a}"] },
            {
                "ae7cd2871563",
                ["{addresses: [10.0.0.0/8]}", "{addresses: [10.0.0.0/8], resolution: STATIC}", "{addresses: [10.0.0.1], resolution: DNS}"],
                ["{addresses: [10.0.0.1, 10.0.0.0/8], resolution: DNS}"]
            },
            { "979d36ca9de7", ["{}", "{resolution: STATIC, endpoints: []}"], ["{endpoints: []}", "{resolution: NONE, endpoints: []}"] },
            {
                "f8aacd3a4eec",
                ["{resolution: DNS_ROUND_ROBIN}", "{resolution: DNS_ROUND_ROBIN, endpoints: [{}]}", "{endpoints: [{}, {}]}"],
                ["{resolution: DNS_ROUND_ROBIN, endpoints: [{}, {}]}"]
            },
            { "7b6fa2085b84", ["{address: unix:///a}", "{ports: {}}"], ["{address: unix:///a, ports: {}}"] },
            { "e33b2a395c19", ["[]", "[{number: 1}, {number: 2}]"], ["[{number: 1}, {number: 2}, {number: 1}]"] },
            { "26758da237cc", ["{}", "{a: b*}"], ["{a: b, c*: d}"] },
            { "8a1f9f4d64a6", ["{a: ''}"], ["{'': a}"] },
            {
                "c2aa73ba29ff",
                ["{http-1: 1, A: 2}"],
                ["{http_1: 1}", "{-a: 1}", "{'': 1}", $"{{{new string('a', 63)}: 1}}", "{\"a\\n\": 1}"]
            },
            {
                "ae7819969e1f",
                ["{'1': a, '65535': b, '080': c}"],
                ["{'0': a}", "{'65536': a}", "{http: a}", "{'99999999999': a}", "{'99999999999999999999': a}", "{' 1': a}"]
            },
            { "3bf4e859ad73", ["1", "65535"], ["0", "-1", "65536"] },
            { "6d84550d7de0", ["a", "''"], ["a*"] },
            { "d6caec74c66b", ["''"], ["a"] },
            { "7451de171ecc", ["a", "'*.a'"], ["'*'"] },
            { "40a7e4064c89", ["''", "HTTP", "HTTPS"], ["http", "TCP"] },
            {
                "b285c881b30f",
                ["1ms", "1.5s", "1h30m", "1000us", "3000000000ms", "2562047h", "+1s"],
                ["999us", "'0'", "'1'", "-1s", "1d", "''", "2562048h", "9999999999999999999999999999h", "1 s", "++1s"]
            },
            { "9e3044fa766a", ["a", "unix:///a", "unix://@a"], ["unix://a", "unix://"] },
            { "000638c10cfb", ["unix:///a", "a/"], ["unix:///a/"] },
            { "cc426255eaf0", ["http://a", "HTTPS://a.b/c"], ["a", "''", "/a", "file:///a", "http://a b", "httpx://a"] },
            { "895e58fc172d", ["oci://a/b:c", "a.b/c:latest", "file:///a", "/a", "http://a"], ["ftp://a", "localhost:5000/a", "a b"] },
            { "fb715cf07f1c", ["oci://a/b:c", "a.b/c:latest", "file:///a", "/a", "http://a"], ["ftp://a", "localhost:5000/a", "a b"] },
        };

    [Theory]
    [MemberData(nameof(Rules))]
    public void ARuleHoldsForWhatItsTextSays(string fingerprint, string[] right, string[] wrong)
    {
        var rule = KnownRules.ByFingerprint[fingerprint];

        Assert.All(right, value => Assert.True(rule.Holds(Istio.Value(value)), value));
        Assert.All(wrong, value => Assert.False(rule.Holds(Istio.Value(value)), value));
        Assert.All(wrong, value => Assert.DoesNotContain("", rule.Culprits(Istio.Value(value))));
    }

    [Fact]
    public void NoRuleIsLeftOut() =>
        Assert.Equal(
            KnownRules.ByFingerprint.Keys.Order(StringComparer.Ordinal),
            Rules.Select(row => (string)row[0]).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("a")]
    [InlineData("[a, 1, null]")]
    [InlineData("{selector: 5, resolution: 5, addresses: {}, endpoints: a, context: [], portLevelMtls: a}")]
    public void RulesTakeValuesOfAnyType(string yaml)
    {
        var value = Istio.Value(yaml);

        Assert.All(
            KnownRules.ByFingerprint.Values,
            rule => Assert.Null(Record.Exception(() => rule.Holds(value) || rule.Culprits(value).Count > 0))
        );
    }
}
