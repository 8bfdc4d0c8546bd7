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
    [InlineData("routedBy: [{to: web, namespaces: []}]")]
    [InlineData("routedBy: [{to: web, namespaces: [shop, istio-system]}]")]
    [InlineData("neverReaches: [{from: outside, to: web}]")]
    [InlineData("neverReaches: [{from: east/*/*, to: web, within: 1}]")]
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
    [InlineData(
        "neverReaches: [{from: west/*/*, to: web, within: 3}]",
        "invariant-never-reaches",
        "a chain of 1 call leads there: west cart/* → east shop/web:80: GET /items*, by east AuthorizationPolicy "
            + "shop/cart-to-web: rules[0] matches"
    )]
    [InlineData(
        "neverReaches: [{from: west/cart/nobody, to: web}]",
        "invariant-never-reaches",
        "a chain of 1 call leads there: west cart/* → east shop/web:80: GET /items*, by east AuthorizationPolicy "
            + "shop/cart-to-web: rules[0] matches"
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
    public async Task CallsThatAnotherNamespaceRoutesAreAnError()
    {
        _project.Write(
            "infra/mesh/test/shop.yaml",
            SampleProject.Intents.Replace(
                "targetPort: 8080",
                "targetPort: 8080\nexternalName: web.example.com\ncredentialName: web",
                StringComparison.Ordinal
            ) + "\n---\nkind: ClientAccess\nname: all-to-web\nservice: web\ntype: external\naccess: [{methods: [GET], paths: [/items*]}]\n"
        );
        Assert.DoesNotContain(await FindingsAsync("routedBy: [{to: web, namespaces: [shop]}]"), one => one.Severity == Severity.Error);
        var finding = Assert.Single(
            await FindingsAsync("routedBy: [{to: web, namespaces: [istio-system]}]"),
            one => one.Severity == Severity.Error
        );
        Assert.Equal(("invariant-routed-by", "shop/web"), (finding.Code, finding.Object));
        Assert.Equal(
            "calls of outside east to web.example.com:443 are routed from the namespace shop, by east VirtualService shop/web-ingress: "
                + "spec.http[0]: it matches",
            finding.Message
        );
    }

    [Fact]
    public async Task WhoRoutesAndWhatIsReachedIsCheckedAsItIsWritten()
    {
        var exception = await Assert.ThrowsAsync<DefinitionException>(() =>
            FindingsAsync(
                "routedBy: [{to: web, namespaces: [shp]}]\nneverReaches: [{from: outside, to: web, within: 0, except: [esat/*/*]}]"
            )
        );
        Assert.Equal(
            $"""
            {File}:2: routedBy[0].namespaces[0]: there is no namespace 'shp'; allowed: cart, istio-system, shop; did you mean shop?
            {File}:3: neverReaches[0].except[0]: there is no cluster 'esat'; allowed: east, west; did you mean east?
            {File}:3: neverReaches[0].within: 0 is out of range; allowed: 1 to 100
            """,
            exception.Message
        );
    }

    [Fact]
    public async Task AWayThroughAnExceptedCallerDoesNotCount()
    {
        _project.Write(
            "infra/mesh/test/ledger.yaml",
            """
            kind: InboundService
            name: ledger
            cluster: east
            namespace: money
            port: 80
            targetPort: 8080
            serviceAccount: ledger
            ---
            kind: ClientAccess
            name: web-to-ledger
            service: ledger
            cluster: east
            namespace: shop
            serviceAccount: web
            access: [{methods: [POST], paths: [/book]}]
            """
        );
        _project.Write(
            "infra/mesh/test/shop.yaml",
            SampleProject.Intents.Replace("port: 80\n", "port: 80\nserviceAccount: web\n", StringComparison.Ordinal)
        );
        var finding = Assert.Single(await FindingsAsync("neverReaches: [{from: west/cart/*, to: ledger}]"), IsOfInvariants);
        Assert.Equal(
            "a chain of 2 calls leads there: west cart/* → east shop/web:80 → east money/ledger:80: POST /book, by "
                + "east AuthorizationPolicy money/web-to-ledger: rules[0] matches",
            finding.Message
        );
        Assert.DoesNotContain(await FindingsAsync("neverReaches: [{from: west/cart/*, to: ledger, within: 1}]"), IsOfInvariants);
        Assert.DoesNotContain(
            await FindingsAsync("neverReaches: [{from: west/cart/*, to: ledger, except: [east/shop/web]}]"),
            IsOfInvariants
        );
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
              - {from: outsid, to: web, path: /a*}
            only:
              - {to: web}
            ---
            kind: Invariants
            """
        );
        const string caller = "CLUSTER/NAMESPACE/SERVICEACCOUNT (each may be *) nor outside";
        var exception = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(_project.Root, "test"));
        Assert.Equal(
            $"""
            {File}:2: nver: 'nver' is not a key here; allowed: always, kind, never, neverReaches, only, routedBy; did you mean never?
            {File}:4: never[0].from: there is no cluster 'esat'; allowed: east, west; did you mean east?
            {File}:4: never[0].to: there is no InboundService 'wbe'; allowed: web; did you mean web?
            {File}:5: never[1].from: there is no namespace 'crt'; allowed: cart; did you mean cart?
            {File}:5: never[1].path: 'items' matches no path: paths begin with '/', or with '*' for a suffix
            {File}:5: never[1].to: there is no service 'wbe'; allowed: web; did you mean web?
            {File}:6: never[2].from: 'west' is neither {caller}
            {File}:6: never[2].pth: 'pth' is not a key here; allowed: from, method, path, to; did you mean path?
            {File}:6: never[2].to: 'east/shop' is neither the name of an InboundService nor CLUSTER/NAMESPACE/SERVICE (each may be *)
            {File}:8: always[0].from: 'outsid' is neither {caller}; did you mean outside?
            {File}:8: always[0].method: required: always names one request
            {File}:8: always[0].path: '/a*' is not a path: it begins with '/', and always names one request, without '*'
            {File}:10: only[0].from: required: the callers, [] for nobody
            {File}:12: says nothing: one of always, never, neverReaches, only and routedBy is required
            """,
            exception.Message
        );
    }

    public void Dispose() => _project.Dispose();

    private static bool IsOfInvariants(Finding finding) => finding.Code.StartsWith("invariant-", StringComparison.Ordinal);

    private async Task<IReadOnlyList<Finding>> FindingsAsync(string invariant)
    {
        _project.Write(File, $"kind: Invariants\n{invariant}\n");
        return (StackPreview.Run(_project.Root, "test")).Findings;
    }
}
