using MeshStack.Infra.Tests.Definition;
using MeshStack.Manifests;
using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Access;

/// <summary>What istiod's values say of injection: where they may keep a sidecar away, nothing is called closed.</summary>
public sealed class InjectorValueTests
{
    private const string Invariant = """

        ---
        kind: Invariants
        only:
          - {to: web, from: [west/cart/*]}
        """;

    [Fact]
    public void WithoutAnyTheServiceIsClosed() => Assert.Empty(Findings(""));

    [Fact]
    public void ASelectorOfOtherPodsLeavesItClosed() =>
        Assert.Empty(Findings("sidecarInjectorWebhook: {neverInjectSelector: [{matchLabels: {app: job}}]}"));

    [Theory]
    [InlineData("global: {proxy: {autoInject: disabled}}", "autoInject is disabled")]
    [InlineData("sidecarInjectorWebhook: {neverInjectSelector: [{matchLabels: {app: web}}]}", "a neverInjectSelector of the injector")]
    [InlineData(
        "sidecarInjectorWebhook: {neverInjectSelector: [{matchExpressions: [{key: tier, operator: Exists}]}]}",
        "a neverInjectSelector of the injector"
    )]
    [InlineData("sidecarInjectorWebhook: {defaultTemplates: [grpc-agent]}", "the injector's templates")]
    [InlineData("sidecarInjectorWebhook: {templates: {sidecar: none}}", "the injector's templates")]
    public void WhatMayBeOpenIsNotCalledClosed(string values, string because)
    {
        var finding = Assert.Single(Findings(values), f => f.Code == "invariant-only");
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("may get through (", finding.Message, StringComparison.Ordinal);
        Assert.Contains(because, finding.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Findings(string istiod)
    {
        using var project = new SampleProject();
        project.Write("Pulumi.test.yaml", SampleProject.Stack + $"\n  meshstack:istio: {{values: {{istiod: {{{istiod}}}}}}}\n");
        project.Write("infra/mesh/test/shop.yaml", SampleProject.Intents + Invariant);
        return StackPreview.Run(project.Root, "test").Findings;
    }
}
