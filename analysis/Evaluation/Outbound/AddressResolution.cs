using System.Net;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>What an address that is asked for in place of a name means at a workload.</summary>
internal static class AddressResolution
{
    /// <summary>What hides an address of a ServiceEntry that may be closer to the one asked for than those that are shown, or whether one
    /// has the port.</summary>
    public static Unreadable? Hiding(Client client, string asked, int port) =>
        IPAddress.TryParse(asked, out _)
        && client.Workload.Sidecar == SidecarPresence.Present
        && client.Snapshot.Cluster(client.Workload.Cluster).ServiceAt(asked) is null
            ? client
                .ControlPlane.Entries.SelectMany(entries => entries)
                .Where(entry =>
                    (
                        entry.HiddenAddress is not null
                            ? entry.HidesPorts || entry.Port(port) is not null
                            : entry.HidesPorts && entry.BitsOf(asked, port) > 0
                    ) && (entry.HidesExportTo || client.Registry.Reaches(entry, client.Workload.Namespace))
                )
                .Select(entry => entry.HiddenAddress ?? entry.HiddenFront)
                .FirstHidden()
            : null;

    /// <summary>The host of the Service or, for sidecars, of the ServiceEntry that has an address, or the pod's address.</summary>
    /// <returns>Null for any other address.</returns>
    public static (RequestContext Context, string Host)? Find(Client client, RequestContext context, string asked, int port)
    {
        if (!IPAddress.TryParse(asked, out _))
        {
            return null;
        }

        var local = client.Snapshot.Cluster(client.Workload.Cluster);
        var service =
            local.ServiceAt(asked)
            ?? (
                client.Workload.Sidecar != SidecarPresence.Present
                    ? null
                    : client
                        .ControlPlane.Entries.SelectMany(entries => entries)
                        .Select(entry => (Entry: entry, Bits: entry.BitsOf(asked, port)))
                        .Where(one =>
                            one.Bits > 0
                            && !one.Entry.IsWildcard
                            && (one.Entry.HidesExportTo || client.Registry.Reaches(one.Entry, client.Workload.Namespace))
                        )
                        .OrderByDescending(one => one.Bits)
                        .ThenBy(one => one.Entry.Host, StringComparer.Ordinal)
                        .FirstOrDefault()
                        .Entry
            );
        return service is not null
                ? (
                    context.Took(AccessStep.Dns, client, $"{asked} is {service.Host}", service.Because($"its address is {asked}")),
                    service.Host
                )
            : client.Snapshot.Addresses.PodAt(asked) is { } pod
                ? (context.Took(AccessStep.Dns, client, $"{asked} is {pod}", pod.Because($"its address is {asked}")), asked)
            : null;
    }
}
