using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Evaluation.Outbound;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>Sends all requests of a caller to a host at once.</summary>
internal static class SymbolicQuestion
{
    public static SymbolicOutcome FromWorkload(Client client, HostPort asked, RequestProtocol protocol, CoverageTrace trace) =>
        Ask(asked, protocol, trace, (context, request) => WorkloadOutbound.Send(client, context, request));

    /// <summary>From outside: a gateway may ask for a certificate, which the client may or may not have.</summary>
    public static SymbolicOutcome FromOutside(
        Snapshot snapshot,
        string cluster,
        HostPort asked,
        RequestProtocol protocol,
        CoverageTrace trace
    )
    {
        SymbolicOutcome With(bool hasCertificate) =>
            Ask(
                asked,
                protocol,
                trace,
                (context, request) => OutsideClient.Send(snapshot, new(cluster), context with { HasCertificate = hasCertificate }, request)
            );
        var (with, without) = (With(true), With(false));
        var either = with.Requests.Same(without.Requests) ? without : SymbolicBranches.Join([with, without]);
        return with.Copies.Count == 0
            ? either
            : either with
            {
                Copies = without.Copies.Count > 0 ? without.Copies : [.. with.Copies.Select(Perhaps)],
            };
    }

    // Copies of what clients with a certificate alone get to a route.
    private static MirroredRequest Perhaps(MirroredRequest copy) =>
        copy with
        {
            Verdict = copy.Verdict with
            {
                Outcome = SymbolicOutcome.From(copy.Verdict) is var outcome
                    ? outcome with
                    {
                        Requests = RequestBounds.Unknown(outcome.Requests.Possible, "it depends on the client's certificate"),
                    }
                    : outcome,
            },
        };

    /// <summary>What a caller may send to a port, how it means to be understood first: a hop that reads bytes lets everything through to
    /// whoever reads more of it behind.</summary>
    public static IReadOnlyList<RequestProtocol> ProtocolsOf(ServiceProtocol.Kind? kind) =>
        kind switch
        {
            ServiceProtocol.Kind.Http => [RequestProtocol.Http],
            ServiceProtocol.Kind.Tls => [RequestProtocol.Https, RequestProtocol.Tcp, RequestProtocol.Http],
            ServiceProtocol.Kind.Tcp => [RequestProtocol.Tcp, RequestProtocol.Http, RequestProtocol.Https],
            _ => [RequestProtocol.Http, RequestProtocol.Tcp, RequestProtocol.Https],
        };

    private static SymbolicOutcome Ask(
        HostPort asked,
        RequestProtocol protocol,
        CoverageTrace trace,
        Func<RequestContext, Request, Verdict> send
    )
    {
        var request = new Request
        {
            Host = asked.Gateway?.Host ?? asked.Host,
            Port = asked.Port,
            Protocol = protocol,
            Headers = asked.Gateway is null ? new Dictionary<string, string>() : new() { ["host"] = asked.Host },
        };
        var everything = new SymbolicRequest(RequestBounds.Everything) { Trace = trace };
        var context = new RequestContext
        {
            Http = HttpRequest.From(request),
            IsSealed = protocol == RequestProtocol.Https,
            Asked = asked.Host,
            Requests = everything,
        };
        try
        {
            var outcome = SymbolicOutcome.From(send(context, request));
            trace.IsUndecided |= !outcome.Requests.IsDecided;
            return outcome;
        }
        catch (SetLimitException exception)
        {
            trace.IsUndecided = true;
            return everything.Undecided(exception.Message, []);
        }
    }
}
