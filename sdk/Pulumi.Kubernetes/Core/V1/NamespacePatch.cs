namespace Pulumi.Kubernetes.Core.V1;

/// <summary>Some fields of a namespace that something else made.</summary>
[KubernetesResourceType("kubernetes:core/v1:NamespacePatch")]
public class NamespacePatch : KubernetesResource
{
    public NamespacePatch(string name, Types.Inputs.Core.V1.NamespacePatchArgs? args = null, CustomResourceOptions? options = null)
        : base("kubernetes:core/v1:NamespacePatch", name, Complete(args), KubernetesOptions.Create(options)) { }

    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    private static Types.Inputs.Core.V1.NamespacePatchArgs Complete(Types.Inputs.Core.V1.NamespacePatchArgs? args)
    {
        args ??= new Types.Inputs.Core.V1.NamespacePatchArgs();
        args.ApiVersion = "v1";
        args.Kind = "Namespace";
        return args;
    }
}
