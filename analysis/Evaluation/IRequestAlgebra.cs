using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Authorization;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation;

/// <summary>What is evaluated, one request or a set of them, and the steps that work otherwise for one than for the other.</summary>
/// <remarks>Chosen where a question is asked; the steps themselves never ask which one it is.</remarks>
internal interface IRequestAlgebra
{
    /// <summary>True where each step is noted down, for somebody to read.</summary>
    public bool IsTraced { get; }

    /// <summary>True where somebody asks why: causes say which condition of an object failed.</summary>
    public bool IsExplained { get; }

    /// <summary>What is known of the requests where a step lets them through; null where the verdict says all.</summary>
    public IRequestOutcome? Allowed { get; }

    /// <summary>The same where a step refuses them.</summary>
    public IRequestOutcome? Refused { get; }

    /// <summary>The same where a step does not decide.</summary>
    public IRequestOutcome? Undecided(string reason, IReadOnlyList<Cause> because);

    /// <summary>The one verdict of requests that may go any of several ways.</summary>
    public Verdict Join(IReadOnlyList<(string Name, Verdict Verdict)> branches);

    /// <summary>The verdict of a step that refuses the requests.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="onward">What would become of them if the step let them through.</param>
    public Verdict Past(Verdict refusal, Func<Verdict> onward);

    /// <summary>True where something gets through, or may do so.</summary>
    public bool IsThrough(Verdict verdict);

    /// <summary>The requests as a proxy reads them, or the verdict where it takes no such request.</summary>
    public (RequestContext Context, Verdict? Stop) Read(
        RequestContext context,
        AccessStep step,
        object proxy,
        MeshConfiguration mesh,
        ProxyHeaders headers
    );

    /// <summary>A proxy's RequestAuthentications and AuthorizationPolicies, and what comes after them.</summary>
    public Verdict Authorize(
        RequestContext context,
        Workload workload,
        WorkloadRules rules,
        Arrival arrival,
        Func<RequestContext, AuthorizationDecision, Verdict> onward
    );

    /// <summary>HTTP routes, all of them for this proxy, in their order.</summary>
    /// <param name="client">The proxy.</param>
    /// <param name="context">The requests.</param>
    /// <param name="routes">The routes.</param>
    /// <param name="origin">The gateway or sidecar that they are for.</param>
    /// <param name="unrouted">Where the requests would go without these routes; null where that is nowhere.</param>
    public Verdict Route(
        Client client,
        RequestContext context,
        IReadOnlyList<HttpRoute> routes,
        RouteOrigin origin,
        Func<Verdict>? unrouted
    );

    /// <summary>The requests as the route sends them on, or the verdict where that is not known.</summary>
    public (RequestContext Context, Verdict? Stop) Rewrite(Client client, RequestContext context, HttpRoute route, HttpMatch? match);

    /// <summary>The requests after a route's destination set, added and removed headers.</summary>
    public IRequestAlgebra WithHeaders(Field changes, Manifest manifest);

    /// <summary>True where the order of VirtualServices, which is not known, matters to the requests.</summary>
    public bool IsContested(IReadOnlyList<HttpRoute> routes, HttpRequest request, RouteOrigin origin);

    /// <summary>The requests once they came in by the host of a gateway's server.</summary>
    public IRequestAlgebra Through(GatewayServer server, string host);

    /// <summary>The verdict of requests that end at a workload.</summary>
    public Verdict ArrivedAt(Verdict verdict, RequestContext context, Workload workload, int port);

    /// <summary>The verdict of requests of which it is not known whether they get through, and that come to nobody else than they are
    /// for.</summary>
    public Verdict AtWhomItIsFor(Verdict verdict);

    /// <summary>The verdict of requests of which a proxy sends copies elsewhere, whatever becomes of them.</summary>
    public Verdict WithCopies(Verdict verdict, IReadOnlyList<MirroredRequest> copies);

    /// <summary>A proxy does something with the requests.</summary>
    public void Handle(CallEffect effect, RequestContext context, CallEnd end);

    /// <summary>A proxy sends the requests, or copies of them, to the destinations of a route.</summary>
    public void Divide(RequestContext context, RouteSplit split);

    /// <summary>Tries out what may become of the requests, which counts for nothing but what is told of it.</summary>
    public void Perhaps(RequestContext context, Action<RequestContext> send);

    /// <summary>An object has a say, whether or not it takes any request.</summary>
    public void Ask(Manifest manifest);

    /// <summary>A place of an object takes all of the requests.</summary>
    public void Pass(ConfigLocation location);
}
