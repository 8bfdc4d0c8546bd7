using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Evaluation.Authorization;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Symbolic;

internal sealed partial record SymbolicRequest : IRequestAlgebra
{
    public bool IsTraced => false;

    public bool IsExplained => false;

    public IRequestOutcome Allowed => new SymbolicOutcome(Requests, [new(null, 0, Requests.Possible, null)], Because);

    public IRequestOutcome Refused => SymbolicOutcome.None;

    IRequestOutcome IRequestAlgebra.Undecided(string reason, IReadOnlyList<Cause> because) => Undecided(reason, because);

    public SymbolicOutcome Undecided(string reason, IReadOnlyList<Cause> because) =>
        new(RequestBounds.Unknown(Requests.Possible, reason), [], [.. Because, .. because]);

    public Verdict Join(IReadOnlyList<(string Name, Verdict Verdict)> branches) => SymbolicBranches.Join(branches);

    public Verdict Past(Verdict refusal, Func<Verdict> onward) => refusal;

    public bool IsThrough(Verdict verdict) => !SymbolicOutcome.From(verdict).Requests.Possible.IsEmpty;

    // Each spelling of a path that a proxy would change is a request of its own, and is asked about as it is.
    public (RequestContext Context, Verdict? Stop) Read(
        RequestContext context,
        AccessStep step,
        object proxy,
        MeshConfiguration mesh,
        ProxyHeaders headers
    ) => (context with { Requests = Read(headers) }, null);

    public Verdict Authorize(
        RequestContext context,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<RequestContext, AuthorizationDecision, Verdict> onward
    ) => SymbolicPolicies.Apply(context, this, workload, rules, arrival, onward);

    public Verdict Route(
        Client client,
        RequestContext context,
        IReadOnlyList<HttpRoute> routes,
        RouteOrigin origin,
        Func<Verdict>? unrouted
    ) => SymbolicRouting.Follow(this, client, context, routes, origin);

    public (RequestContext Context, Verdict? Stop) Rewrite(Client client, RequestContext context, HttpRoute route, HttpMatch? match) =>
        (
            context with
            {
                Requests = SymbolicRewrite.Apply(route, match, this),
                Http = SymbolicRewrite.Authority(route, context.Http!),
            },
            null
        );

    public IRequestAlgebra WithHeaders(Field changes, Manifest manifest) => Changed(changes, manifest);

    public bool IsContested(IReadOnlyList<HttpRoute> routes, HttpRequest request, RouteOrigin origin) =>
        routes.Where(route => route.IsFor(origin)).Select(route => route.Manifest).Distinct().Skip(1).Any();

    public IRequestAlgebra Through(GatewayServer server, string host) =>
        Trace is null ? this : this with { Opened = Opened.Add(ConfigLocation.From(server, host)) };

    public Verdict ArrivedAt(Verdict verdict, RequestContext context, Workload workload, int port)
    {
        var outcome = SymbolicOutcome.From(verdict);
        foreach (var location in Opened)
        {
            Trace?.Pass(location, outcome.Requests.Possible, outcome.Requests.Possible);
        }

        return verdict with
        {
            Outcome = outcome.At(workload, port, context),
        };
    }

    public Verdict AtWhomItIsFor(Verdict verdict) => verdict with { Outcome = SymbolicOutcome.From(verdict) with { IsWhereMeant = true } };

    public Verdict WithCopies(Verdict verdict, IReadOnlyList<MirroredRequest> copies) =>
        SymbolicOutcome.From(verdict) is var outcome
            ? verdict with
            {
                Outcome = outcome with { Copies = [.. outcome.Copies, .. copies] },
            }
            : verdict;

    public void Handle(CallEffect effect, RequestContext context, CallEnd end)
    {
        if (Trace is not null && !Requests.Possible.IsEmpty)
        {
            Trace.Handle(new(effect, end, Requests.Possible, context.RoutedBy, context.Leg, context.IsPerhaps));
        }
    }

    public void Divide(RequestContext context, RouteSplit split)
    {
        if (Trace is not null && !Requests.Possible.IsEmpty)
        {
            Trace.Divide(new(split, Requests.Possible, context.IsPerhaps));
        }
    }

    public void Perhaps(RequestContext context, Action<RequestContext> send)
    {
        if (Trace is not null)
        {
            send(context with { IsPerhaps = true });
        }
    }

    public void Ask(Manifest manifest) => Trace?.Ask(manifest);

    public void Pass(ConfigLocation location) => Trace?.Pass(location, RequestSet.Everything, Requests.Possible);
}
