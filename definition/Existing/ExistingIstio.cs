using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>An Istio that is there already, as the plan of a mesh takes it: its gateways are read, and nothing is made.</summary>
/// <param name="scope">The component in whose place an installation would stand.</param>
/// <param name="installation">What the mesh says of the cluster.</param>
/// <param name="existing">What is known of the Istio.</param>
internal sealed class ExistingIstio(PlannedScope scope, Installation installation, ExistingIstioSettings existing)
{
    /// <summary>Plans what has to be read of it.</summary>
    /// <returns>The control plane, as services and their callers need it.</returns>
    public ControlPlaneModel Plan()
    {
        var name = installation.Cluster.Name;
        scope.Plan.Facts.Clusters.TryAdd(name, PlannedCluster.From(installation) with { Given = new(existing.Root) });
        var controlPlane = new ControlPlaneModel(installation.Cluster)
        {
            SystemNamespace = existing.Namespace,
            Revisions = installation.RevisionSet,
            DataPlane = existing.DataPlane,
            Injection = ClusterInjection.From(installation, name),
        };
        controlPlane = controlPlane with
        {
            EastWest = Gateway(controlPlane, existing.EastWest),
            Ingress = Gateway(controlPlane, existing.Ingress),
        };
        scope.Outputs(("eastWestAddress", controlPlane.EastWest?.Address), ("revision", existing.Revision), ("version", existing.Version));
        return controlPlane;
    }

    private GatewayModel? Gateway(ControlPlaneModel controlPlane, GatewayModel? gateway)
    {
        if (gateway is null)
        {
            return null;
        }

        var mustBeIp = installation.ServesRemotes && IsEastWest(gateway);
        var address =
            gateway.Address is not { } given ? LoadBalancerAddress.Of(scope, controlPlane, gateway, release: null, mustBeIp)
            : mustBeIp ? LoadBalancerAddress.GivenIp(given, scope.Component)
            : given;
        var reached = gateway with { Address = address };
        scope.Plan.Facts.Gateways.Add(
            new(installation.Cluster.Name, reached.Namespace, reached.Name, address)
            {
                Existing = ExistingGateway.Of(reached) with
                {
                    Network =
                        IsEastWest(gateway) && scope.Plan.Facts.Clusters[installation.Cluster.Name].Role.SpansNetworks
                            ? installation.Cluster.Network
                            : null,
                },
            }
        );
        return reached;
    }

    private static bool IsEastWest(GatewayModel gateway) => gateway.Label == GatewayModel.EastWest(null).Label;
}
