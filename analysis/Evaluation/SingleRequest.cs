using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Authorization;
using MeshStack.Analysis.Evaluation.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation;

/// <summary>One request, evaluated as the proxies on its way do.</summary>
internal sealed class SingleRequest : IRequestAlgebra
{
    private SingleRequest(bool isExplained) => IsExplained = isExplained;

    /// <summary>A request that ends where a step refuses it: all that is known of it stands in its context.</summary>
    public static SingleRequest Instance { get; } = new(isExplained: false);

    /// <summary>One that goes on past each refusal, to find the others.</summary>
    public static SingleRequest Explained { get; } = new(isExplained: true);

    public bool IsTraced => true;

    public bool IsExplained { get; }

    public IRequestOutcome? Allowed => null;

    public IRequestOutcome? Refused => null;

    public IRequestOutcome? Undecided(string reason, IReadOnlyList<Cause> because) => null;

    public Verdict Join(IReadOnlyList<(string Name, Verdict Verdict)> branches)
    {
        var joined = Branches.Join(branches);
        var ways = branches.Select(branch => branch.Verdict);
        return !IsExplained ? joined
            : joined.IsRefusal ? Obstacles.Of(joined, ways)
            : joined is Verdict.Allowed ? Closings.Of(joined, ways)
            : joined;
    }

    public Verdict Past(Verdict refusal, Func<Verdict> onward) => IsExplained ? Obstacles.Of(refusal, [onward()]) : refusal;

    public bool IsThrough(Verdict verdict) => verdict is Verdict.Allowed or Verdict.Undecided;

    public (RequestContext Context, Verdict? Stop) Read(
        RequestContext context,
        AccessStep step,
        object proxy,
        MeshConfiguration mesh,
        ProxyHeaders headers
    ) => HttpReading.Read(context, step, proxy, mesh, headers);

    public Verdict Authorize(
        RequestContext context,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<RequestContext, AuthorizationDecision, Verdict> onward
    ) => ProxyPolicies.Decide(context, workload, rules, arrival, onward);

    public Verdict Route(
        Client client,
        RequestContext context,
        IReadOnlyList<HttpRoute> routes,
        RouteOrigin origin,
        Func<Verdict>? unrouted
    ) => HttpRouting.First(client, context, routes, origin, unrouted);

    public (RequestContext Context, Verdict? Stop) Rewrite(Client client, RequestContext context, HttpRoute route, HttpMatch? match)
    {
        var (http, why) = RequestRewrite.Apply(route, match, context.Http!);
        if (http is null)
        {
            return (context, context.Undecided(AccessStep.Route, client, why!, route.Because("it rewrites the request")));
        }

        var outcome = http == context.Http ? "the route is taken" : $"the route is taken, as {http.Method} {http.Authority} {http.Path}";
        return (context.Took(AccessStep.Route, client, outcome, route.Because("it matches")) with { Http = http }, null);
    }

    public IRequestAlgebra WithHeaders(Field changes, Manifest manifest) => this;

    public bool IsContested(IReadOnlyList<HttpRoute> routes, HttpRequest request, RouteOrigin origin)
    {
        var taking = routes.Where(route => route.IsFor(origin) && !route.Find(request, origin).Certainty.IsNo).ToArray();
        var specific = taking.Where(route => !route.IsCatchAll).ToArray();
        return (specific.Length > 0 ? specific : taking).Select(route => route.Manifest).Distinct().Skip(1).Any();
    }

    public IRequestAlgebra Through(GatewayServer server, string host) => this;

    public Verdict ArrivedAt(Verdict verdict, RequestContext context, Workload workload, int port) => verdict;

    public Verdict AtWhomItIsFor(Verdict verdict) => verdict;

    public Verdict WithCopies(Verdict verdict, IReadOnlyList<MirroredRequest> copies) =>
        verdict with
        {
            Mirrored = [.. verdict.Mirrored, .. copies],
        };

    public void Handle(CallEffect effect, RequestContext context, CallEnd end) { }

    public void Divide(RequestContext context, RouteSplit split) { }

    public void Perhaps(RequestContext context, Action<RequestContext> send) { }

    public void Ask(Manifest manifest) { }

    public void Pass(ConfigLocation location) { }
}
