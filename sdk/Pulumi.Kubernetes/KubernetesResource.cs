namespace Pulumi.Kubernetes;

/// <summary>Base of all Kubernetes resources.</summary>
public abstract class KubernetesResource : CustomResource
{
    private protected KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options)
        : base(type, name, args, options) { }
}
