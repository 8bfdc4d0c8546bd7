using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack.GatewayApi;

/// <summary>A waypoint as the object that istiod runs a proxy for.</summary>
/// <remarks>What <c>istioctl waypoint generate</c> writes: https://istio.io/latest/docs/ambient/usage/waypoint/.</remarks>
internal static class Waypoint
{
    private const int HbonePort = 15008;

    public static Gateway Create(string name, WaypointArgs waypoint, string reference, CustomResourceOptions options)
    {
        var labels = new InputMap<string> { ["istio.io/waypoint-for"] = waypoint.For };
        if (RevisionSet.ChartName(reference) is { } revision)
        {
            labels["istio.io/rev"] = revision;
        }

        return new(name, new GatewayArgs
        {
            Metadata = new ObjectMetaArgs { Name = waypoint.Name, Namespace = waypoint.Namespace, Labels = labels },
            Spec = new GatewaySpecArgs
            {
                GatewayClassName = "istio-waypoint",
                Listeners = new ListenerArgs { Name = "mesh", Port = HbonePort, Protocol = "HBONE" },
            },
        }, options);
    }
}
