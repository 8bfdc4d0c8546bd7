using System.Net;
using MeshStack.Analysis.Evaluation.Gateways;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>Connections that go past a sidecar, in or out, because they are not redirected to it.</summary>
internal static class Interception
{
    /// <summary>The verdict on a connection that a workload's sidecar does not get to see, or may not; null where it does.</summary>
    public static Verdict? Passing(RequestContext context, Workload workload, SidecarScope scope, int port, Connection connection)
    {
        var (isTaken, reason) = workload.Redirection.IsOff ? ByListener(scope, port) : workload.Redirection.Inbound(port);
        var because = workload.Because(reason);
        return isTaken switch
        {
            true => null,
            false => Unchecked(context, workload, connection, $"port {port} of {workload} goes past its sidecar: {reason}", because),
            null => context.Undecided(
                AccessStep.MutualTls,
                workload,
                $"nothing says whether port {port} of {workload} goes past its sidecar: {reason}",
                because
            ),
        };
    }

    /// <summary>A connection straight to the application, which speaks no mTLS of the mesh, and asks nobody.</summary>
    /// <remarks>What a machine runs that nothing is said of may take mTLS as well.</remarks>
    public static Verdict Unchecked(RequestContext context, Workload workload, Connection connection, string why, Cause because) =>
        connection.IsMutualTls && workload.IsMachine
            ? context.Undecided(AccessStep.MutualTls, workload, $"{why} that is known here, and the client uses mTLS", because)
        : connection.IsMutualTls ? context.Unreachable(AccessStep.MutualTls, workload, $"{why}, and the client uses mTLS", because)
        : context.Allowed(AccessStep.Authorization, workload, $"{why}, so nothing is checked", because);

    /// <summary>The verdict on a request that leaves past the client's sidecar, or may; null where the sidecar sends it.</summary>
    public static Verdict? Leaving(Client client, RequestContext context, Request request)
    {
        var workload = client.Workload;
        var (isTaken, reason) = workload.Redirection.Outbound(request.Port, AddressOf(client, request.Host));
        var because = workload.Because(reason);
        return isTaken switch
        {
            true => null,
            false => SidecarlessClient.Send(
                client,
                context.Took(
                    AccessStep.Visibility,
                    client,
                    $"port {request.Port} of {request.Host} is asked for past the sidecar: {reason}",
                    because
                ),
                request
            ),
            null => context.Undecided(
                AccessStep.Visibility,
                client,
                $"nothing says whether the request goes past the sidecar: {reason}",
                because
            ),
        };
    }

    // Without redirection a proxy has the ports alone that a Sidecar names.
    private static (bool? IsTaken, string Reason) ByListener(SidecarScope scope, int port) =>
        scope.HiddenInbound is { } hidden ? (null, $"interceptionMode is NONE, and {hidden.Reason}")
        : scope.IsAmbiguous ? (null, "interceptionMode is NONE, and nothing says which of several Sidecars is the oldest")
        : (IngressListeners.On(scope, port) is not null, "interceptionMode is NONE");

    // Kubernetes' own Services have an address; what stands for other names is not known.
    private static string? AddressOf(Client client, string host)
    {
        if (IPAddress.TryParse(host, out _))
        {
            return host;
        }

        var services = client.Snapshot.Cluster(client.Workload.Cluster).Services;
        var service = ServiceNames
            .Searched(host, client.Workload.Namespace)
            .Select(name => services.GetValueOrDefault(name))
            .FirstOrDefault(found => found is not null);
        return IPAddress.TryParse(service?.ClusterAddress, out _) ? service.ClusterAddress : null;
    }
}
