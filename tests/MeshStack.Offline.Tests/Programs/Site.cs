using Pulumi;
using Kubernetes = Pulumi.Kubernetes;

namespace MeshStack.Offline.Tests.Programs;

/// <summary>A component that stands for a cluster: it owns the provider.</summary>
public sealed class Site : ComponentResource
{
    public Site(string name, string? context = null, Input<string>? kubeConfig = null)
        : base("test:index:Site", name)
    {
        Provider = new Kubernetes.Provider(
            $"{name}-provider",
            new Kubernetes.ProviderArgs { Context = context!, KubeConfig = kubeConfig! },
            new CustomResourceOptions { Parent = this }
        );
        RegisterOutputs();
    }

    public Kubernetes.Provider Provider { get; }

    public CustomResourceOptions Use => new() { Provider = Provider };
}
