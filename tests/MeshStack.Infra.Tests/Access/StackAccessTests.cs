using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Infra.Tests.Access;

/// <summary>Who may call whom in the checked-in stacks, against tables that were written by hand from the intents' words.</summary>
public sealed class StackAccessTests
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE"];

    // Callers, each of which asks every service for every path with every method.
    private static readonly string[] DevCallers =
    [
        "cluster01 default sleep",
        "cluster02 default sleep",
        "cluster02 default bookinfo-user",
        "cluster01 default bookinfo-user",
        "cluster01 namespace01 bookinfo-productpage",
        "cluster02 namespace02 httpbin",
        "cluster01 default other",
        "cluster02 default other",
    ];

    private static readonly string[] DevTargets =
    [
        "httpbin.namespace02.logicalcloud02:80",
        "httpbin.namespace02:8000",
        "productpage.namespace01.logicalcloud01:80",
        "productpage.namespace01:9080",
    ];

    private static readonly string[] DevPaths =
    [
        "/",
        "/status",
        "/status/200",
        "/headers",
        "/headers/x",
        "/static",
        "/static/a.css",
        "/api/v1/products",
        "/api/v1/products/1",
    ];

    private static readonly string[] DevAllowed =
    [
        "cluster01 default sleep -> httpbin.namespace02.logicalcloud02:80 GET /headers",
        "cluster01 default sleep -> httpbin.namespace02.logicalcloud02:80 GET /status",
        "cluster01 default sleep -> httpbin.namespace02.logicalcloud02:80 GET /status/200",
        "cluster02 default bookinfo-user -> productpage.namespace01.logicalcloud01:80 GET /api/v1/products",
        "cluster02 default bookinfo-user -> productpage.namespace01.logicalcloud01:80 GET /static",
        "cluster02 default bookinfo-user -> productpage.namespace01.logicalcloud01:80 GET /static/a.css",
        "cluster02 default sleep -> productpage.namespace01.logicalcloud01:80 GET /api/v1/products",
        "cluster02 default sleep -> productpage.namespace01.logicalcloud01:80 GET /static",
        "cluster02 default sleep -> productpage.namespace01.logicalcloud01:80 GET /static/a.css",
    ];

    private static readonly string[] ProdCallers =
    [
        "fra1 shop storefront",
        "fra1 shop catalog",
        "fra1 shop other",
        "fra2 payments payments-api",
        "fra2 payments other",
        "fra2 search search-index",
        "iad1 backoffice refunds",
        "iad1 backoffice other",
        "iad1 indexing indexer",
        "iad1 indexing other",
        "iad1 exports *",
        "iad1 exports nightly",
        "iad1 ledger ledger-postgres",
    ];

    private static readonly string[] ProdTargets =
    [
        "catalog.shop.svc.cluster.local:9000",
        "payments.payments.svc.cluster.local:8443",
        "search-index-1.search.svc.cluster.local:9200",
        "search-index.search.svc.cluster.local:9200",
        "storefront.shop.svc.cluster.local:80",
    ];

    private static readonly string[] ProdPaths =
    [
        "/",
        "/cart",
        "/cart/1",
        "/v1/payments",
        "/v1/payments/7",
        "/v1/payments/7/refund",
        "/products/_search",
        "/products/_doc/1",
        "/products/_doc/1/2",
        "/catalog.v1.Catalog/ListProducts",
        "/catalog.v1.Catalog/Get",
    ];

    private static readonly string[] ProdAllowed =
    [
        "fra1 shop storefront -> catalog.shop.svc.cluster.local:9000 POST /catalog.v1.Catalog/Get",
        "fra1 shop storefront -> catalog.shop.svc.cluster.local:9000 POST /catalog.v1.Catalog/ListProducts",
        "fra1 shop storefront -> payments.payments.svc.cluster.local:8443 GET /v1/payments/7",
        "fra1 shop storefront -> payments.payments.svc.cluster.local:8443 POST /v1/payments",
        "fra1 shop storefront -> search-index-1.search.svc.cluster.local:9200 GET /products/_search",
        "fra1 shop storefront -> search-index-1.search.svc.cluster.local:9200 POST /products/_search",
        "fra1 shop storefront -> search-index.search.svc.cluster.local:9200 GET /products/_search",
        "fra1 shop storefront -> search-index.search.svc.cluster.local:9200 POST /products/_search",
        "iad1 backoffice refunds -> payments.payments.svc.cluster.local:8443 GET /v1/payments/7",
        "iad1 backoffice refunds -> payments.payments.svc.cluster.local:8443 POST /v1/payments/7/refund",
        "iad1 exports * -> catalog.shop.svc.cluster.local:9000 POST /catalog.v1.Catalog/ListProducts",
        "iad1 exports nightly -> catalog.shop.svc.cluster.local:9000 POST /catalog.v1.Catalog/ListProducts",
        "iad1 indexing indexer -> search-index-1.search.svc.cluster.local:9200 DELETE /products/_doc/1",
        "iad1 indexing indexer -> search-index-1.search.svc.cluster.local:9200 PUT /products/_doc/1",
        "iad1 indexing indexer -> search-index.search.svc.cluster.local:9200 DELETE /products/_doc/1",
        "iad1 indexing indexer -> search-index.search.svc.cluster.local:9200 PUT /products/_doc/1",
    ];

    [Fact]
    public async Task InDevExactlyTheNamedRequestsAreOpen() =>
        Assert.Equal(string.Join('\n', DevAllowed), string.Join('\n', Open(await SnapshotOf("dev"), DevCallers, DevTargets, DevPaths)));

    [Fact]
    public async Task InProdExactlyTheNamedRequestsAreOpen() =>
        Assert.Equal(
            string.Join('\n', ProdAllowed),
            string.Join('\n', Open(await SnapshotOf("prod"), ProdCallers, ProdTargets, ProdPaths))
        );

    /// <summary>A database: bytes, so that the caller alone counts.</summary>
    [Fact]
    public async Task InProdPaymentsAloneReachesTheLedger()
    {
        var snapshot = await SnapshotOf("prod");
        var open = ProdCallers.Where(c =>
            AccessEvaluator.Evaluate(
                snapshot,
                CallerOf(c),
                new Request
                {
                    Host = "ledger-postgres.ledger.svc.cluster.local",
                    Port = 5432,
                    Protocol = RequestProtocol.Tcp,
                }
            ) is Verdict.Allowed
        );
        Assert.Equal(["fra2 payments payments-api"], open);
    }

    [Theory]
    [InlineData("fra1", "shop.example.com", 443, "GET", "/anything", true)]
    [InlineData("fra1", "shop.example.com", 443, "HEAD", "/", true)]
    [InlineData("fra1", "shop.example.com", 443, "POST", "/cart/1", true)]
    [InlineData("fra1", "shop.example.com", 443, "POST", "/checkout", true)]
    [InlineData("fra1", "shop.example.com", 443, "POST", "/admin", false)]
    [InlineData("fra1", "shop.example.com", 443, "DELETE", "/cart", false)]
    [InlineData("fra1", "payments.example.com", 443, "GET", "/", false)]
    [InlineData("fra1", "shop.example.com", 80, "GET", "/", false)]
    [InlineData("fra2", "shop.example.com", 443, "GET", "/", false)]
    public async Task InProdShoppersReachTheStorefrontAlone(string cluster, string host, int port, string method, string path, bool allowed)
    {
        var verdict = AccessEvaluator.Evaluate(
            await SnapshotOf("prod"),
            new Caller.Outside(cluster),
            new Request
            {
                Host = host,
                Port = port,
                Method = method,
                Path = path,
                Protocol = RequestProtocol.Https,
            }
        );
        Assert.Equal(allowed, verdict is Verdict.Allowed);
        Assert.IsNotType<Verdict.Undecided>(verdict);
    }

    private static IEnumerable<string> Open(Snapshot snapshot, string[] callers, string[] targets, string[] paths) =>
        (
            from caller in callers
            from target in targets
            from method in Methods
            from path in paths
            let request = new Request
            {
                Host = target.Split(':')[0],
                Port = int.Parse(target.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture),
                Method = method,
                Path = path,
            }
            let verdict = AccessEvaluator.Evaluate(snapshot, CallerOf(caller), request)
            let mark = verdict is Verdict.Undecided ? "? " + verdict.Reason : ""
            where verdict is Verdict.Undecided or Verdict.Allowed && !LeavesTheMesh(verdict)
            select $"{caller} -> {target} {method} {path}{mark}"
        ).Order(StringComparer.Ordinal);

    /// <summary>A host that the caller's cluster does not know is a name of the world outside; the mesh's service is not what it
    /// reaches.</summary>
    private static bool LeavesTheMesh(Verdict verdict) =>
        verdict.Assumptions.Any(a => a.StartsWith("DNS outside of the mesh", StringComparison.Ordinal));

    private static Caller.InMesh CallerOf(string caller) =>
        caller.Split(' ') is [var cluster, var ns, var account] ? new(cluster, ns, account) : throw new ArgumentException(caller);

    private static async Task<Snapshot> SnapshotOf(string stack) => MeshSnapshot.Of(StackPreview.Run(Repository.Root, stack));
}
