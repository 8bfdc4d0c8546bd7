using Pulumi;
using Pulumi.Kubernetes;

namespace MeshStack;

/// <summary>One Kubernetes cluster of the mesh: its explicit provider and its identity.</summary>
public sealed class MeshCluster : ComponentResource
{
    /// <summary>Creates the cluster's provider.</summary>
    /// <exception cref="ResourceException">Nothing says how the cluster is reached.</exception>
    public MeshCluster(string name, MeshClusterArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:MeshCluster", name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        args.Problems().Enforce(this);
        Identity = args.Identity(name);

        var provider = new ProviderArgs
        {
            EnableServerSideApply = true,
            SkipUpdateUnreachable = args.SkipUpdateUnreachable,
        };
        if (args.Context is { } context)
        {
            provider.Context = context;
        }

        if (args.KubeConfig is { } kubeConfig)
        {
            provider.KubeConfig = kubeConfig;
        }

        Provider = new Provider($"{name}-provider", provider, new CustomResourceOptions { Parent = this });
        RegisterOutputs(new Dictionary<string, object?>
        {
            ["domain"] = Identity.Domain,
            ["network"] = Identity.Network,
            ["trustDomain"] = Identity.TrustDomain,
        });
    }

    /// <summary>Who the cluster is in the mesh.</summary>
    public ClusterIdentity Identity { get; }

    /// <summary>The provider that every object of this cluster is registered with.</summary>
    public Provider Provider { get; }
}
