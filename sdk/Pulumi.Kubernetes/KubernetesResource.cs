namespace Pulumi.Kubernetes;

/// <summary>Base of all Kubernetes resources.</summary>
public abstract class KubernetesResource : CustomResource
{
    private protected KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options, Input<string>? id = null)
        : base(type, name, args, Complete(options, id))
    {
    }

    /// <summary>The given options, with the version of the package where they name none.</summary>
    internal static CustomResourceOptions Complete(CustomResourceOptions? options, Input<string>? id = null)
    {
        var complete = CustomResourceOptions.Merge(options, null);
        complete.Version ??= KubernetesResourceTypeAttribute.PackageVersion;
        complete.Id = id ?? complete.Id;
        return complete;
    }
}
