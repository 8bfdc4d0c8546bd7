namespace Pulumi.Kubernetes.Core.V1;

/// <summary>Namespace of Kubernetes.</summary>
[KubernetesResourceType("kubernetes:core/v1:Namespace")]
public class Namespace : KubernetesResource
{
    public Namespace(string name, Types.Inputs.Core.V1.NamespaceArgs? args = null, CustomResourceOptions? options = null)
        : base("kubernetes:core/v1:Namespace", name, Complete(args), KubernetesOptions.Create(options)) { }

    private Namespace(string name, Input<string> id, CustomResourceOptions? options)
        : base("kubernetes:core/v1:Namespace", name, null, KubernetesOptions.Read(options, id)) { }

    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    [Output("metadata")]
    public Output<Types.Outputs.Meta.V1.ObjectMeta> Metadata { get; private set; } = null!;

    [Output("spec")]
    public Output<Types.Outputs.Core.V1.NamespaceSpec> Spec { get; private set; } = null!;

    [Output("status")]
    public Output<Types.Outputs.Core.V1.NamespaceStatus> Status { get; private set; } = null!;

    /// <summary>The existing object with that id, by its state.</summary>
    public static Namespace Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static Types.Inputs.Core.V1.NamespaceArgs Complete(Types.Inputs.Core.V1.NamespaceArgs? args)
    {
        args ??= new Types.Inputs.Core.V1.NamespaceArgs();
        args.ApiVersion = "v1";
        args.Kind = "Namespace";
        return args;
    }
}
