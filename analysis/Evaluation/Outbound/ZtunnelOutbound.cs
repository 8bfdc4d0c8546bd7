using MeshStack.Analysis.Evaluation.Arrivals;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>A request that leaves a pod in ambient mode: to Services and pods of its cluster as without a sidecar, with the identity of its
/// service account wherever the other end takes it.</summary>
/// <remarks>Source: src/proxy/outbound.rs of istio/ztunnel: it follows no VirtualService, DestinationRule or Sidecar.</remarks>
internal static class ZtunnelOutbound
{
    public static Verdict Send(Client client, RequestContext context, Request request)
    {
        if (client.ControlPlane.Name != client.Workload.Cluster)
        {
            var remote = ZtunnelInbound.Remote(client.Workload);
            return context.Undecided(AccessStep.Visibility, client, remote, client.Workload.Because(remote));
        }

        var assumed = context.Assuming(client.Workload.Capture!.Assumption);
        return EntryFor(client, request) is { } entry
            ? assumed.Undecided(
                AccessStep.Visibility,
                client,
                $"what ztunnel makes of {entry.Kind} {entry.Namespace}/{entry.Name} is not evaluated",
                entry.Because($"{request.Host} may be one of its hosts or addresses")
            )
            : SidecarlessClient.Send(client, assumed, request);
    }

    // Its DNS and its addresses are ztunnel's own as well.
    private static MeshService? EntryFor(Client client, Request request)
    {
        var names = ServiceNames.Searched(request.Host, client.Workload.Namespace);
        return client
            .ControlPlane.Entries.SelectMany(entries => entries)
            .Concat(client.ControlPlane.AnyHostEntries)
            .FirstOrDefault(entry =>
                entry.HidesHosts
                || entry.HiddenAddress is not null
                || names.Any(name => HostMatch.IsSubset(name, entry.Host))
                || entry.BitsOf(request.Host, request.Port) > 0
            );
    }
}
