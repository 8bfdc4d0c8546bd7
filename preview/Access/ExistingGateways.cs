using System.Globalization;
using MeshStack.Analysis.Topology;

namespace MeshStack.Preview.Access;

/// <summary>The gateways that are said to be there, and that nothing of the plan makes.</summary>
internal static class ExistingGateways
{
    private const int HttpPort = 80;

    private const string NetworkLabel = "topology.istio.io/network";

    /// <summary>Their Services.</summary>
    public static IEnumerable<DeclaredService> Services(MeshFacts facts) =>
        Of(facts)
            .Select(gateway => new DeclaredService(
                gateway.Cluster,
                gateway.Namespace,
                gateway.Name,
                gateway.Existing!.Selector,
                [
                    .. gateway.Existing.Ports.Select(port => new DeclaredPort(
                        port,
                        (port == HttpPort ? "http-" : "tls-") + port.ToString(CultureInfo.InvariantCulture),
                        port
                    )),
                ]
            )
            {
                Network = gateway.Existing.Network,
            });

    /// <summary>Their pods.</summary>
    public static IEnumerable<DeclaredWorkload> Workloads(MeshFacts facts) =>
        Of(facts)
            .Select(gateway => new DeclaredWorkload(
                gateway.Cluster,
                gateway.Namespace,
                gateway.Name,
                LabelsOf(gateway.Existing!),
                gateway.Existing!.ServiceAccount,
                HasSidecar: true,
                gateway.Existing.Ports.ToDictionary(port => port.ToString(CultureInfo.InvariantCulture))
            )
            {
                IsGateway = true,
            });

    // The gateway of a network looks at that network alone, which its pods say.
    private static IReadOnlyDictionary<string, string> LabelsOf(ExistingGateway gateway) =>
        gateway.Network is { } network
            ? new Dictionary<string, string>(gateway.Selector, StringComparer.Ordinal) { [NetworkLabel] = network }
            : gateway.Selector;

    private static IEnumerable<DeclaredGateway> Of(MeshFacts facts) =>
        facts
            .Gateways.Where(gateway => gateway.Existing is not null)
            .OrderBy(gateway => gateway.Cluster, StringComparer.Ordinal)
            .ThenBy(gateway => gateway.Name, StringComparer.Ordinal);
}
