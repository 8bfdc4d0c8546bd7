namespace MeshStack.Manifests.Tests;

public class WriteTests
{
    [Fact]
    public void DocumentsHaveIdentityFirstAndTheRestSorted()
    {
        var manifest = Manifest.From(
            "east",
            new Dictionary<string, object?>
            {
                ["spec"] = new Dictionary<string, object?>
                {
                    ["hosts"] = new[] { "b", "a" },
                    ["addresses"] = Array.Empty<object>(),
                    ["Upper"] = new Dictionary<string, object?>(),
                },
                ["extra"] = null,
                ["metadata"] = new Dictionary<string, object?>
                {
                    ["annotations"] = new Dictionary<string, object?> { ["z"] = "1", ["a"] = "true" },
                    ["uid"] = "u",
                    ["labels"] = new Dictionary<string, object?> { ["app"] = "httpbin" },
                    ["namespace"] = "default",
                    ["name"] = "httpbin",
                },
                ["kind"] = "ServiceEntry",
                ["apiVersion"] = "networking.istio.io/v1",
            }
        );

        Assert.Equal(
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata:
              name: httpbin
              namespace: default
              labels:
                app: httpbin
              annotations:
                a: "true"
                z: "1"
              uid: u
            extra: null
            spec:
              Upper: {}
              addresses: []
              hosts:
              - b
              - a
            ---
            """ + "\n",
            Text.Of(manifest, manifest)[..(Text.Of(manifest).Length + 4)]
        );
    }

    [Theory]
    [InlineData("8080")]
    [InlineData("true")]
    [InlineData("on")]
    [InlineData("no")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("1e3")]
    [InlineData("0x1f")]
    [InlineData("1_000")]
    [InlineData("190:20:30")]
    [InlineData("2001-01-01")]
    [InlineData("2001-12-14t21:59:43.10-05:00")]
    [InlineData("")]
    [InlineData(" leading")]
    [InlineData("trailing ")]
    public void TextThatReadsAsAnotherTypeIsQuoted(string text) =>
        Assert.Contains($"value: \"{text}\"\n", Written(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("httpbin.default.svc.cluster.local")]
    [InlineData("10.0.0.1")]
    [InlineData("1.30.3")]
    [InlineData("10s")]
    [InlineData("/etc/certs")]
    [InlineData("cluster.local/ns/default/sa/sleep")]
    [InlineData("outbound_.80_._.httpbin.default.svc.cluster.local")]
    [InlineData("istio-system/*")]
    public void OrdinaryTextStaysPlain(string text) => Assert.Contains($"value: {text}\n", Written(text), StringComparison.Ordinal);

    [Fact]
    public void TextOfSeveralLinesIsALiteralBlock() =>
        Assert.Contains("value: |\n  first\n    second\n", Written("first\n  second\n"), StringComparison.Ordinal);

    [Fact]
    public void AMissingLastLineEndIsKeptMissing() =>
        Assert.Contains("value: |-\n  first\n  second\n", Written("first\nsecond"), StringComparison.Ordinal);

    [Theory]
    [InlineData(5.0, "5")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e21, "1.0E+21")]
    public void NumbersAreWrittenTheShortestWayThatReadsBack(double number, string expected) =>
        Assert.Contains($"value: {expected}\n", Written(number), StringComparison.Ordinal);

    private static string Written(object? value) =>
        Text.Of(
            Manifest.From(
                "east",
                new Dictionary<string, object?>
                {
                    ["apiVersion"] = "v1",
                    ["kind"] = "ConfigMap",
                    ["metadata"] = new Dictionary<string, object?> { ["name"] = "settings" },
                    ["value"] = value,
                }
            )
        );
}
