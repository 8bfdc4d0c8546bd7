using MeshStack.Infra.Tests.Definition;
using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Preview.Checks;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>Objects are held against the definitions of the Istio that their cluster has.</summary>
public sealed class SchemaChecksTests : IDisposable
{
    private readonly SampleProject _project = new();

    [Theory]
    [InlineData("{version: 1.30.8}", "exists since Istio 1.31, and this is Istio 1.30")]
    [InlineData(
        "{revisions: {old: {version: 1.30.8}, new: {version: 1.31.4}}, revision: new}",
        "exists since Istio 1.31, and this is Istio 1.30"
    )]
    [InlineData("{version: 1.31.4}", null)]
    [InlineData("{version: 1.32.0}", null)]
    public void AFieldIsHeldAgainstEveryVersionOfTheCluster(string istio, string? message)
    {
        var findings = Check(istio, """{http2KeepAlive: {interval: 30s, timeout: 5s}}""");
        Assert.Equal(
            message is null
                ? []
                :
                [
                    $"error schema-unknown-field east DestinationRule shop/a spec.trafficPolicy.connectionPool.http.http2KeepAlive "
                        + message,
                ],
            findings.Select(Text)
        );
    }

    [Fact]
    public void WhatNoVersionTakesIsSaidOnceInTheWordsOfTheNewer()
    {
        var finding = Assert.Single(
            Check("{revisions: {old: {version: 1.30.8}, new: {version: 1.31.4}}, revision: new}", "{maxRetrys: 3}")
        );
        Assert.StartsWith(
            "is an unknown field; allowed: h2UpgradePolicy, http1MaxPendingRequests, http2KeepAlive,",
            finding.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith("; did you mean maxRetries?", finding.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _project.Dispose();

    private IReadOnlyList<Finding> Check(string istio, string http)
    {
        _project.Write(
            "Pulumi.test.yaml",
            SampleProject.Stack.Replace("  meshstack:trust:", $"  meshstack:istio: {istio}\n  meshstack:trust:", StringComparison.Ordinal)
        );
        var definition = DefinitionLoader.Load(_project.Root, "test");
        var manifests = ManifestYaml.Read(
            $"apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {{name: a, namespace: shop}}\nspec: {{host: a, "
                + $"trafficPolicy: {{connectionPool: {{http: {http}}}}}}}\n",
            "a.yaml",
            "east"
        );
        var recording = new Recording
        {
            Clusters =
            [
                new()
                {
                    Name = "east",
                    Provider = "east",
                    Manifests = [.. manifests],
                },
            ],
        };
        return SchemaChecks.Check(StackComposition.Compose(definition) with { Recording = recording });
    }

    private static string Text(Finding finding) =>
        $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code} {finding.Cluster} {finding.Object} {finding.Path} "
        + $"{finding.Message}";
}
