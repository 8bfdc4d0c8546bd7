using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The explicit Kubernetes provider of one kube context, and the cluster's identity.</summary>
internal static class ClusterPlanner
{
    /// <summary>Plans the provider.</summary>
    public static ClusterIdentity Plan(PlannedScope component, MeshClusterSettings settings)
    {
        var inputs = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["enableServerSideApply"] = true,
            ["skipUpdateUnreachable"] = settings.SkipUpdateUnreachable,
        };
        if (settings.Context is { } context)
        {
            inputs["context"] = context;
        }

        if (settings.KubeConfig is { } kubeConfig)
        {
            inputs["kubeconfig"] = kubeConfig.AsSecret();
        }

        var identity = settings.Identity(component.Name);
        component.Add(
            new PlannedResource(new(PulumiTypes.KubernetesProvider, component.Child("provider")))
            {
                Cluster = component.Name,
                Inputs = inputs,
            }
        );
        component.Outputs(("domain", identity.Domain), ("network", identity.Network), ("trustDomain", identity.TrustDomain));
        return identity;
    }
}
