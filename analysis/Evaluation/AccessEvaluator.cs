using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Evaluation.Outbound;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Evaluation;

/// <summary>Decides whether one caller's request gets through.</summary>
public static class AccessEvaluator
{
    /// <summary>The verdict on a request, with its trace.</summary>
    /// <exception cref="ArgumentException">The snapshot has no such cluster.</exception>
    public static Verdict Evaluate(Snapshot snapshot, Caller caller, Request request) =>
        Evaluate(snapshot, caller, request, SingleRequest.Instance);

    /// <summary>
    /// The same verdict, with every obstacle of a refusal: past each step that refuses the request, it goes on as if the step had let it
    /// through. It ends where a name means nothing, or leads to no endpoint.
    /// </summary>
    /// <exception cref="ArgumentException">The snapshot has no such cluster.</exception>
    public static Verdict Explain(Snapshot snapshot, Caller caller, Request request) =>
        Evaluate(snapshot, caller, request, SingleRequest.Explained);

    private static Verdict Evaluate(Snapshot snapshot, Caller caller, Request request, SingleRequest requests)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        _ = snapshot.Cluster(caller.Cluster);
        var context = new RequestContext
        {
            Http = HttpRequest.From(request),
            IsSealed = request.Protocol == RequestProtocol.Https,
            Asked = request.ServerName ?? request.Host,
            Token = request.Token,
            SourceAddress = caller.SourceAddress,
            GivenSource = caller.SourceAddress,
            Requests = requests,
        };
        return caller switch
        {
            Caller.InMesh workload => FromWorkload(snapshot, workload, context, request),
            Caller.Outside outside => OutsideClient.Send(
                snapshot,
                outside,
                context with
                {
                    RemoteAddress = outside.Address,
                    HasCertificate = outside.HasCertificate,
                },
                request
            ),
            _ => throw new ArgumentException($"A caller cannot be a {caller.GetType().Name}.", nameof(caller)),
        };
    }

    private static Verdict FromWorkload(Snapshot snapshot, Caller.InMesh caller, RequestContext context, Request request)
    {
        var (workloads, assumption) = CallingWorkloads.Of(snapshot, caller);
        return context.Requests.Join([
            .. workloads.Select(workload =>
                (workload.Name, WorkloadOutbound.Send(new Client(snapshot, workload), context.Assuming(assumption), request))
            ),
        ]);
    }
}
