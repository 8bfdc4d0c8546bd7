namespace Pulumi.Kubernetes;

/// <summary>Provider for the objects of one cluster.</summary>
[KubernetesResourceType("pulumi:providers:kubernetes")]
public class Provider : ProviderResource
{
    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("kubernetes", name, args ?? new ProviderArgs(), KubernetesOptions.Create(options)) { }
}
