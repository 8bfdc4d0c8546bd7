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

            // What was made, left and taken over, by this stack or by hand, keeps the manager that it had, which would then refuse every
            // change of a field that it set: a root could not be rotated any more in a cluster that was destroyed once.
            ["enablePatchForce"] = true,

            // Else a secret is deleted and made again whenever its data change, and cacerts is missing while a rotation is cut in between.
            ["enableSecretMutable"] = true,
            ["skipUpdateUnreachable"] = settings.SkipUpdateUnreachable,

            // Without it, another address or file of the same cluster would replace everything in it.
            ["clusterIdentifier"] = settings.IdentifierOf(component.Name),
        };
        if (settings.AdoptExisting)
        {
            inputs["upsertExistingObjects"] = true;
        }

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
            PlannedResource.Of(PulumiTypes.KubernetesProvider, component.Child("provider")) with
            {
                Cluster = component.Name,
                Inputs = inputs,
            }
        );
        component.Outputs(("domain", identity.Domain), ("network", identity.Network), ("trustDomain", identity.TrustDomain));
        return identity;
    }
}
