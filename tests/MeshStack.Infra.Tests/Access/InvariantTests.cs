using MeshStack.Infra.Tests.Definition;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Manifests;
using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Access;

public sealed class InvariantTests : IDisposable
{
    private const string File = "infra/mesh/test/invariants.yaml";

    private readonly SampleProject _project = new();

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task TheCheckedInStacksKeepTheirs(string stack)
    {
        var preview = StackPreview.Run(Repository.Root, stack);
        Assert.NotEmpty(preview.Definition.Invariants);
        Assert.Empty(preview.Findings);
    }

    [Theory]
    [InlineData("never: [{from: outside, to: web}]")]
    [InlineData("never: [{from: east/*/*, to: web}]")]
    [InlineData("never: [{from: '*/*/*', to: web, method: POST}]")]
    [InlineData("never: [{from: west/cart/*, to: web, path: /admin*}]")]
    [InlineData("always: [{from: west/cart/*, to: web, method: GET, path: /items/1}]")]
    [InlineData("only: [{to: web, from: [west/cart/*]}]")]
    [InlineData("only: [{to: east/shop/*, from: [west/*/*]}]")]
    public async Task WhatHoldsIsNotMentioned(string invariant) => Assert.Empty(await FindingsAsync(invariant));

    [Theory]
    [InlineData(
        "never: [{from: west/*/*, to: web}]",
        "invariant-never",
        "GET /items from west cart/* gets through, by east AuthorizationPolicy shop/cart-to-web: rules[0] matches"
    )]
    [InlineData(
        "never: [{from: '*/*/*', to: '*/*/*', method: GET, path: /items/9}]",
        "invariant-never",
        "GET /items/9 from west cart/* gets through, by east AuthorizationPolicy shop/cart-to-web: rules[0] matches"
    )]
    [InlineData(
        "never: [{from: west/cart/nobody, to: web}]",
        "invariant-never",
        "GET /items from west cart/* gets through, by east AuthorizationPolicy shop/cart-to-web: rules[0] matches"
    )]
    [InlineData(
        "always: [{from: west/cart/*, to: web, method: POST, path: /items/1}]",
        "invariant-always",
        "POST /items/1 from west cart/* is denied: no ALLOW policy matches, by east AuthorizationPolicy shop/cart-to-web: none of its "
            + "rules matches, east AuthorizationPolicy shop/web-allow-nothing: it has no rules"
    )]
    [InlineData(
        "only: [{to: web, from: []}]",
        "invariant-only",
        "GET /items from west cart/* gets through, by east AuthorizationPolicy shop/cart-to-web: rules[0] matches"
    )]
    [InlineData(
        "only: [{to: web, from: [west/cart/one]}]",
        "invariant-only",
        "GET /items from west cart/* gets through, by east AuthorizationPolicy shop/cart-to-web: rules[0] matches"
    )]
    public async Task WhatDoesNotHoldIsAnErrorWithARequestAndTheObjects(string invariant, string code, string message)
    {
        var finding = Assert.Single(await FindingsAsync(invariant));
        Assert.Equal(
            (Severity.Error, code, "east", "shop/web", message),
            (finding.Severity, finding.Code, finding.Cluster, finding.Object, finding.Message)
        );
        Assert.Equal(new SourceLocation(File, 2), finding.Source);
    }

    [Fact]
    public async Task ABrokenOneIsAnErrorOfThePreview()
    {
        _project.Write(File, "kind: Invariants\nnever: [{from: west/*/*, to: web}]\n");
        Assert.True(MeshPreview.From(StackPreview.Run(_project.Root, "test")).HasErrors);
    }

    [Fact]
    public void EveryWrongNameIsSaidWithTheNearest()
    {
        _project.Write(
            File,
            """
            kind: Invariants
            nver: []
            never:
              - {from: esat/*/*, to: wbe}
              - {from: west/crt/*, to: east/shop/wbe, path: items}
              - {from: west, to: east/shop, pth: /}
            always:
              - {from: outside, to: web, path: /a*}
            only:
              - {to: web}
            ---
            kind: Invariants
            """
        );
        var exception = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(_project.Root, "test"));
        Assert.Equal(
            $"""
            {File}:2: nver: 'nver' is not a key here; allowed: always, kind, never, only; did you mean never?
            {File}:4: never[0].from: there is no cluster 'esat'; allowed: east, west; did you mean east?
            {File}:4: never[0].to: there is no InboundService 'wbe'; allowed: web; did you mean web?
            {File}:5: never[1].from: there is no namespace 'crt'; allowed: cart; did you mean cart?
            {File}:5: never[1].path: 'items' matches no path: paths begin with '/', or with '*' for a suffix
            {File}:5: never[1].to: there is no service 'wbe'; allowed: web; did you mean web?
            {File}:6: never[2].from: 'west' is neither CLUSTER/NAMESPACE/SERVICEACCOUNT (each may be *) nor outside
            {File}:6: never[2].pth: 'pth' is not a key here; allowed: from, method, path, to; did you mean path?
            {File}:6: never[2].to: 'east/shop' is neither the name of an InboundService nor CLUSTER/NAMESPACE/SERVICE (each may be *)
            {File}:8: always[0].method: required: always names one request
            {File}:8: always[0].path: '/a*' is not a path: it begins with '/', and always names one request, without '*'
            {File}:10: only[0].from: required: the callers, [] for nobody
            {File}:12: says nothing: never, always or only is required
            """,
            exception.Message
        );
    }

    public void Dispose() => _project.Dispose();

    private async Task<IReadOnlyList<Finding>> FindingsAsync(string invariant)
    {
        _project.Write(File, $"kind: Invariants\n{invariant}\n");
        return (StackPreview.Run(_project.Root, "test")).Findings;
    }
}
