namespace Pulumi.Kubernetes;

/// <summary>Base of all Kubernetes resources.</summary>
public abstract class KubernetesResource : CustomResource
{
    private protected KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options, Input<string>? id = null)
        : base(type, name, args, Complete(options, id))
    {
    }

    private static CustomResourceOptions Complete(CustomResourceOptions? options, Input<string>? id)
    {
        var complete = CustomResourceOptions.Merge(new CustomResourceOptions { Version = "4.32.0" }, options);
        complete.Id = id ?? complete.Id;
        return complete;
    }
}
