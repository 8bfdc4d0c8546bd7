using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Definition;

/// <summary>Keys in Istio's own words are errors at their line where the Istio of a cluster does not have the field.</summary>
public sealed class FieldVersionTests : IDisposable
{
    private readonly SampleProject _project = new();

    [Theory]
    [InlineData(
        "1.30.8",
        "outlierDetection: {failurePercentageThreshold: 20}",
        "outlierDetection.failurePercentageThreshold: is a field of Istio 1.32 and newer, and east runs 1.30.8 and west runs 1.30.8, "
            + "which would drop it"
    )]
    [InlineData(
        "1.31.4",
        "outlierDetection: {failurePercentageThreshold: 20}",
        "outlierDetection.failurePercentageThreshold: is a field of Istio 1.32 and newer, and east runs 1.31.4 and west runs 1.31.4, "
            + "which would drop it"
    )]
    [InlineData(
        "1.30.8",
        "outlierDetection: {outlierDetectionHttpErrorCodes: [502, 503]}",
        "outlierDetection.outlierDetectionHttpErrorCodes: is a field of Istio 1.31 and newer, and east runs 1.30.8 and west runs 1.30.8, "
            + "which would drop it"
    )]
    [InlineData(
        "1.30.8",
        "connectionPool: {http: {http2KeepAlive: {interval: 30s, timeout: 5s}}}",
        "connectionPool.http.http2KeepAlive: is a field of Istio 1.31 and newer, and east runs 1.30.8 and west runs 1.30.8, which would "
            + "drop it"
    )]
    public void AFieldThatNoClusterHasIsRefused(string version, string setting, string message)
    {
        Write($"{{version: {version}}}", "", setting);
        Assert.Equal("infra/mesh/test/shop.yaml:6: " + message, Assert.Throws<DefinitionException>(Load).Message);
    }

    [Theory]
    [InlineData("1.32.0", "outlierDetection: {failurePercentageThreshold: 20}", "failurePercentageThreshold: 20")]
    [InlineData("1.31.4", "outlierDetection: {outlierDetectionHttpErrorCodes: [502, 503]}", "outlierDetectionHttpErrorCodes: [502, 503]")]
    [InlineData(
        "1.31.4",
        "connectionPool: {http: {http2KeepAlive: {interval: 30s, timeout: 5s}}}",
        "http2KeepAlive: {interval: 30s, timeout: 5s}"
    )]
    [InlineData("1.30.8", "connectionPool: {http: {maxConcurrentStreams: 10}}", "maxConcurrentStreams: 10")]
    public async Task AFieldThatEveryClusterHasReachesTheObjectAndFitsItsSchema(string version, string setting, string inTheObject)
    {
        Write($"{{version: {version}}}", "", setting);
        var preview = StackPreview.Run(Load());
        Assert.DoesNotContain(preview.Findings, f => f.Severity == Manifests.Severity.Error);
        var rule = preview.Recording.Manifests.Single(m => m is { Kind: "DestinationRule", Name: "web", Cluster: "east" });
        Assert.Contains(inTheObject, Flow(rule.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void ACallersClusterHasToKnowTheFieldToo()
    {
        Write(
            "{version: 1.31.4}",
            "\n      istio: {version: 1.30.8}",
            "connectionPool: {http: {http2KeepAlive: {interval: 30s, timeout: 5s}}}"
        );
        Assert.Equal(
            "infra/mesh/test/shop.yaml:6: connectionPool.http.http2KeepAlive: is a field of Istio 1.31 and newer, and west runs 1.30.8, "
                + "which would drop it",
            Assert.Throws<DefinitionException>(Load).Message
        );
    }

    /// <summary>The istiod that reads a policy decides, and not the charts of a cluster where none runs.</summary>
    [Theory]
    [InlineData("primary-remote", "1.31.4", "1.30.8", null)]
    [InlineData("primary-remote", "1.30.8", "1.31.4", "east runs 1.30.8")]
    [InlineData("external-control-plane", "1.30.8", "1.31.4", null)]
    [InlineData("external-control-plane", "1.31.4", "1.30.8", "west runs 1.30.8")]
    public async Task TheIstiodThatReadsThePolicyDecides(string topology, string east, string west, string? refused)
    {
        _project.Write(
            "Pulumi.test.yaml",
            $$$"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:topology: {{{topology}}}
              meshstack:trust: {generated: {}}
              meshstack:gateways: {eastWest: {}}
              meshstack:clusters:
                east:
                  context: e
                  istio: {version: {{{east}}}}
                  apiServer: https://192.0.2.1:6443
                  externalIstiod: {host: istiod.example.com, credentialName: istiod}
                west: {context: w, istio: {version: {{{west}}}}, apiServer: "https://192.0.2.2:6443"}
            """
        );
        _project.Write(
            "infra/mesh/test/shop.yaml",
            """
            kind: InboundService
            name: web
            cluster: west
            namespace: shop
            port: 80
            connectionPool: {http: {http2KeepAlive: {interval: 30s, timeout: 5s}}}
            """
        );
        if (refused is not null)
        {
            Assert.Equal(
                $"infra/mesh/test/shop.yaml:6: connectionPool.http.http2KeepAlive: is a field of Istio 1.31 and newer, and {refused}, "
                    + "which would drop it",
                Assert.Throws<DefinitionException>(Load).Message
            );
            return;
        }

        var preview = StackPreview.Run(Load());
        Assert.DoesNotContain(preview.Findings, f => f.Severity == Manifests.Severity.Error);
        Assert.Contains(
            preview.Recording.Manifests,
            m => m.Kind == "DestinationRule" && Flow(m.Body).Contains("http2KeepAlive", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void OfTwoRevisionsTheOlderDecides()
    {
        Write(
            "{revisions: {old: {version: 1.30.8}, new: {version: 1.31.4}}, revision: new}",
            "",
            "outlierDetection: {outlierDetectionHttpErrorCodes: [503]}"
        );
        Assert.Contains("east runs 1.30.8", Assert.Throws<DefinitionException>(Load).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "outlierDetection: {outlierDetectionHttpErrorCodes: [99]}",
        "outlierDetection.outlierDetectionHttpErrorCodes[0]: expected a whole number from 100 to 599, got '99'"
    )]
    [InlineData(
        "outlierDetection: {failurePercentageThreshold: 101}",
        "outlierDetection.failurePercentageThreshold: 101 is out of range; allowed: 0 to 100"
    )]
    [InlineData(
        "connectionPool: {http: {http2KeepAlive: {interval: 30s}}}",
        "connectionPool.http.http2KeepAlive.timeout: required: time without an answer to a ping until the connection is closed"
    )]
    [InlineData(
        "connectionPool: {http: {http2KeepAlive: {interval: 30, timeout: 5s}}}",
        "connectionPool.http.http2KeepAlive.interval: expected a duration with a unit (250ms, 30s, 5m, 1h30m), got '30'; "
            + "did you mean 30s or 30m?"
    )]
    public void TheirValuesAreChecked(string setting, string message)
    {
        Write("{version: 1.32.0}", "", setting);
        Assert.Equal("infra/mesh/test/shop.yaml:6: " + message, Assert.Throws<DefinitionException>(Load).Message);
    }

    public void Dispose() => _project.Dispose();

    private MeshDefinition Load() => DefinitionLoader.Load(_project.Root, "test");

    private void Write(string istio, string ofWest, string setting)
    {
        _project.Write(
            "Pulumi.test.yaml",
            SampleProject.Stack.Replace("  meshstack:trust:", $"  meshstack:istio: {istio}\n  meshstack:trust:", StringComparison.Ordinal)
                + ofWest
        );
        _project.Write(
            "infra/mesh/test/shop.yaml",
            SampleProject.Intents.Replace("port: 80\n", $"port: 80\n{setting}\n", StringComparison.Ordinal)
        );
    }

    private static string Flow(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => $"{{{string.Join(", ", map.Select(e => $"{e.Key}: {Flow(e.Value)}"))}}}",
            string text => text,
            System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Flow))}]",
            _ => FormattableString.Invariant($"{value}"),
        };
}
