using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A waypoint as the object that istiod runs a proxy for.</summary>
/// <remarks>What <c>istioctl waypoint generate</c> writes: https://istio.io/latest/docs/ambient/usage/waypoint/.</remarks>
internal static class Waypoint
{
    private const long HbonePort = 15008;

    /// <summary>Plans the object.</summary>
    /// <param name="scope">The installation.</param>
    /// <param name="controlPlane">The cluster.</param>
    /// <param name="waypoint">What is asked for.</param>
    /// <param name="reference">Revision or tag of the control plane that runs it.</param>
    /// <param name="after">What has to be there first, besides the control plane.</param>
    public static void Plan(
        PlannedScope scope,
        ControlPlaneModel controlPlane,
        WaypointSettings waypoint,
        string reference,
        IEnumerable<ResourceId> after
    )
    {
        var labels = new Dictionary<string, string> { ["istio.io/waypoint-for"] = waypoint.For };
        if (RevisionSet.ChartName(reference) is { } revision)
        {
            labels["istio.io/rev"] = revision;
        }

        scope.Object(
            scope.Child($"waypoint-{waypoint.Namespace}-{waypoint.Name}"),
            controlPlane.Cluster.Name,
            controlPlane.Ready.Concat(after),
            "gateway.networking.k8s.io/v1",
            "Gateway",
            Metadata.Of(waypoint.Name, waypoint.Namespace, labels),
            ("spec", Spec())
        );
    }

    private static SortedDictionary<string, object> Spec()
    {
        var listener = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = "mesh",
            ["port"] = HbonePort,
            ["protocol"] = "HBONE",
        };
        return new(StringComparer.Ordinal) { ["gatewayClassName"] = "istio-waypoint", ["listeners"] = new object[] { listener } };
    }
}
