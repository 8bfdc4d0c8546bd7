using MeshStack.Infra.Offline;
using GatewayAddress = MeshStack.Analysis.Access.GatewayAddress;

namespace MeshStack.Infra.Access;

/// <summary>The addresses of a stack's gateways, placeholders among them.</summary>
internal static class StackGateways
{
    public static IEnumerable<GatewayAddress> Of(StackComposition stack)
    {
        var found = stack.Recording.Outputs.GetValueOrDefault(StackOutputs.GatewaysName) as IReadOnlyDictionary<string, object?>;
        foreach (var cluster in stack.Definition.Clusters)
        {
            var addresses = found?.GetValueOrDefault(cluster.Name) as IReadOnlyDictionary<string, object?>;
            foreach (var (use, address) in addresses ?? new Dictionary<string, object?>())
            {
                var gateway = use switch
                {
                    "eastWest" => MeshGateway.EastWest(null, cluster.Plan.SystemNamespace),
                    "ingress" => MeshGateway.Ingress(null),

                    // No service of the mesh is reached through it.
                    StackOutputs.ControlPlane => null,
                    _ => MeshGateway.NamedIngress(use, null),
                };
                if (gateway != null && address is string { Length: > 0 } text)
                {
                    yield return new(cluster.Name, gateway.Namespace, gateway.Name, text);
                }
            }
        }
    }
}
