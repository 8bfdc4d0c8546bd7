using MeshStack.Analysis.Topology.Gateways;

namespace MeshStack.Analysis.Findings;

/// <summary>Services whose label asks for a waypoint that they are not bound to: calls go past it, and nothing fails.</summary>
internal static class UnboundWaypoints
{
    public static IEnumerable<Finding> Of(GovernedControlPlane controlPlane)
    {
        var cluster = controlPlane.ControlPlane;
        var unbound = cluster
            .Services.Values.OrderBy(service => service.Host, StringComparer.Ordinal)
            .Select(service => (Service: service, Why: cluster.Waypoints.Of(service).Unbound))
            .Where(one => one.Why is not null);
        foreach (
            var of in unbound.GroupBy(one =>
                ManifestOf(one.Service.Labels.ContainsKey(Waypoints.Use), one.Service.Namespace, one.Service.Name)
            )
        )
        {
            if (of.Key is { } manifest)
            {
                yield return FindingSubject.Finding(
                    Severity.Warning,
                    AccessFindingCodes.WaypointUnbound,
                    manifest,
                    $"metadata.labels.{Waypoints.Use}",
                    $"It binds nothing, and calls to {of.First().Service.Host} go past the waypoint: {of.First().Why}."
                );
            }
        }

        Manifest? ManifestOf(bool isOwn, string ns, string name) =>
            isOwn
                ? cluster.Objects.Of("Service", ns).FirstOrDefault(one => one.Name == name)
                : cluster.Objects.Of("Namespace").FirstOrDefault(one => one.Name == ns);
    }
}
