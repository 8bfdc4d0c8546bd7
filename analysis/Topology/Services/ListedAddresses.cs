using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>The endpoints that EndpointSlices and Endpoints list for Services without a selector.</summary>
/// <remarks>Source: https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors.</remarks>
internal static class ListedAddresses
{
    private const string ServiceLabel = "kubernetes.io/service-name";

    public static IReadOnlyList<StaticEndpoint> Of(ClusterSnapshot cluster, MeshService service) =>
        [
            .. from slice in cluster.Objects.Of("discovery.k8s.io/EndpointSlice", service.Namespace)
            where slice.Labels()[ServiceLabel].Text == service.Name
            let body = Field.From(slice.Body)
            from endpoint in body["endpoints"].Items
            where endpoint["conditions"]["ready"].Value is not false
            from address in endpoint["addresses"].Texts()
            select new StaticEndpoint(address, PortsOf(body["ports"]), new Dictionary<string, string>(), null, null),
            .. from listed in cluster.Objects.Of("Endpoints", service.Namespace)
            where listed.Name == service.Name
            from subset in Field.From(listed.Body)["subsets"].Items
            from address in subset["addresses"].Items
            where address["ip"].HasContent
            select new StaticEndpoint(address["ip"].Text!, PortsOf(subset["ports"]), new Dictionary<string, string>(), null, null),
        ];

    /// <summary>What hides endpoints that may be the Service's.</summary>
    public static Unreadable? Hiding(ClusterSnapshot cluster, MeshService service) =>
        cluster
            .Objects.Of("discovery.k8s.io/EndpointSlice", service.Namespace)
            .Where(slice => slice.Labels()[ServiceLabel].Text is not { } named || named == service.Name || Mask.IsIn(named))
            .Concat(
                cluster.Objects.Of("Endpoints", service.Namespace).Where(listed => listed.Name == service.Name || Mask.IsIn(listed.Name))
            )
            .Select(listed => cluster.Masks.Of(listed)?.Unread)
            .FirstHidden();

    public static int PortOf(StaticEndpoint endpoint, ServicePort port) =>
        endpoint.Ports.TryGetValue(port.Name, out var own) ? own : port.Target.Number ?? port.Number;

    private static Dictionary<string, int> PortsOf(Field ports) =>
        ports
            .Items.Where(port => port["port"].Port() is not null)
            .DistinctBy(port => port["name"].Text ?? "")
            .ToDictionary(port => port["name"].Text ?? "", port => port["port"].Port()!.Value, StringComparer.Ordinal);
}
