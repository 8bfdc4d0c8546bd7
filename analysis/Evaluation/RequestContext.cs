using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation;

/// <summary>A request on its way: what it has become, and the steps it took.</summary>
internal sealed record RequestContext
{
    private const int MostHops = 8;

    // Nobody reads what sets of requests went through, but for the gateways, which tell how a target is reached.
    private ImmutableList<TraceStep> Steps { get; init; } = [];

    private ImmutableList<string> PassedGateways { get; init; } = [];

    private ImmutableList<string> Assumptions { get; init; } = [];

    /// <summary>The request, or null where it is no HTTP.</summary>
    public HttpRequest? Http { get; init; }

    /// <summary>True where the client's own TLS hides it from proxies that do not terminate it.</summary>
    public bool IsSealed { get; init; }

    /// <summary>The host that the client asked for, as its TLS names it.</summary>
    public required string Asked { get; init; }

    /// <summary>The pod of a headless Service whose own name the client asked for; null where it asked for no single one.</summary>
    public Workload? Pod { get; init; }

    public Token? Token { get; init; }

    /// <summary>Who took the token off the request; null where nobody did.</summary>
    public string? TokenTakenBy { get; init; }

    public string? RemoteAddress { get; init; }

    /// <summary>The address of the pod that sent it last, where it is known.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>The address that the caller's own connection comes from, where that was said.</summary>
    public string? GivenSource { get; init; }

    /// <summary>The same at a gateway, which address translation may hide otherwise.</summary>
    public string? SourceAtGateway => SourceAddress == GivenSource ? GivenSource : null;

    /// <summary>True for a client that showed a certificate of its own to a gateway.</summary>
    public bool HasCertificate { get; init; }

    public int Hops { get; init; }

    /// <summary>The service that it was let through to although the client does not see it.</summary>
    public MeshService? TakenForSeen { get; init; }

    /// <summary>The object that said last where it is sent; null for none.</summary>
    public RouteStep? RoutedBy { get; init; }

    /// <summary>The destination of the last route that sent it; null where no route did.</summary>
    public RouteLeg? Leg { get; init; }

    /// <summary>True for a copy that a proxy made.</summary>
    public bool IsCopy { get; init; }

    /// <summary>True where it is not known that it is taken on this way.</summary>
    public bool IsPerhaps { get; init; }

    /// <summary>What it stands for: this one request, or a set of requests.</summary>
    public required IRequestAlgebra Requests { get; init; }

    public bool IsLost => Hops > MostHops;

    /// <summary>The gateways that it came through, in their order; null without one.</summary>
    public string? Gateways => PassedGateways.Count == 0 ? null : string.Join(", ", PassedGateways);

    /// <summary>The request as a proxy reads it.</summary>
    public HttpRequest? Readable => IsSealed ? null : Http;

    public RequestContext Took(AccessStep step, object proxy, string outcome, params IReadOnlyList<Cause> because)
    {
        if (!Requests.IsTraced && step != AccessStep.Gateway)
        {
            return this;
        }

        var name = proxy.ToString()!;
        return this with
        {
            Steps = Requests.IsTraced ? Steps.Add(new(step, name, outcome, because)) : Steps,
            PassedGateways = step != AccessStep.Gateway || PassedGateways.Contains(name) ? PassedGateways : PassedGateways.Add(name),
        };
    }

    public RequestContext Took(
        AccessStep step,
        object proxy,
        [InterpolatedStringHandlerArgument("")] ref StepText outcome,
        params IReadOnlyList<Cause> because
    ) => Took(step, proxy, Requests.IsTraced ? outcome.ToStringAndClear() : "", because);

    /// <summary>A route has several destinations, each of which gets its share.</summary>
    public RequestContext Split(object proxy, IReadOnlyList<CallShare> shares, Cause because) =>
        Requests.IsTraced
            ? this with
            {
                Steps = Steps.Add(new(AccessStep.Route, proxy.ToString()!, string.Join(", ", shares), [because]) { Shares = shares }),
            }
            : this;

    /// <summary>It came in by a server's host.</summary>
    public RequestContext Through(GatewayServer server, string host) => this with { Requests = Requests.Through(server, host) };

    /// <summary>An object said where it is sent.</summary>
    public RequestContext Routed(Cause cause) => this with { RoutedBy = new(RoutedBy, cause, null) };

    /// <summary>It comes to a workload, whether or not it is taken there.</summary>
    public void Arrives(Workload workload, int port) =>
        Requests.Handle(IsCopy ? CallEffect.Copied : CallEffect.Sent, this, CallEnd.At(workload, port));

    /// <summary>It leaves the mesh.</summary>
    public void Leaves(string host, int port) =>
        Requests.Handle(IsCopy ? CallEffect.Copied : CallEffect.Sent, this, new(FormattableString.Invariant($"{host}:{port}")));

    /// <summary>It ends, as a proxy has nothing to send it to.</summary>
    public void Ends(string why)
    {
        if (!IsCopy)
        {
            Requests.Handle(CallEffect.Aborted, this, new(why));
        }
    }

    public RequestContext Assuming(string? assumption) =>
        assumption is null || Assumptions.Contains(assumption) ? this : this with { Assumptions = Assumptions.Add(assumption) };

    public Verdict Allowed(AccessStep step, object proxy, string reason, params IReadOnlyList<Cause> because) =>
        new Verdict.Allowed
        {
            Outcome = Requests.Allowed,
            Step = step,
            Reason = reason,
            Because = because,
            Trace = TraceTo(step, proxy, reason, because),
            Assumptions = Assumptions,
        };

    public Verdict Denied(AccessStep step, object proxy, string reason, params IReadOnlyList<Cause> because) =>
        new Verdict.Denied
        {
            Outcome = Requests.Refused,
            Obstacles = Requests.IsTraced ? [new(step, proxy.ToString()!, reason, because)] : [],
            Step = step,
            Reason = reason,
            Because = because,
            Trace = TraceTo(step, proxy, reason, because),
            Assumptions = Assumptions,
        };

    /// <summary>A proxy answers itself, as its route tells it to.</summary>
    public Verdict Answered(object proxy, string reason, Cause because) =>
        ((Verdict.Unreachable)Unreachable(AccessStep.Route, proxy, reason, because)) with
        {
            IsAnswered = true,
        };

    public Verdict Unreachable(AccessStep step, object proxy, string reason, params IReadOnlyList<Cause> because) =>
        new Verdict.Unreachable
        {
            Outcome = Requests.Refused,
            Obstacles = Requests.IsTraced ? [new(step, proxy.ToString()!, reason, because)] : [],
            Step = step,
            Reason = reason,
            Because = because,
            Trace = TraceTo(step, proxy, reason, because),
            Assumptions = Assumptions,
        };

    public Verdict Undecided(AccessStep step, object proxy, Unreadable unreadable) =>
        Undecided(step, proxy, unreadable.Reason, unreadable.Because);

    public Verdict Undecided(AccessStep step, object proxy, string reason, params IReadOnlyList<Cause> because) =>
        new Verdict.Undecided
        {
            Outcome = Requests.Undecided(reason, because),
            Step = step,
            Reason = reason,
            Because = because,
            Trace = TraceTo(step, proxy, reason, because),
            Assumptions = Assumptions,
        };

    private ImmutableList<TraceStep> TraceTo(AccessStep step, object proxy, string reason, IReadOnlyList<Cause> because) =>
        Requests.IsTraced ? Steps.Add(new(step, proxy.ToString()!, reason, because)) : [];
}
