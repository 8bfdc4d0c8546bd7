namespace Pulumi.Kubernetes.Core.V1;

/// <summary>Service of Kubernetes.</summary>
[KubernetesResourceType("kubernetes:core/v1:Service")]
public class Service : KubernetesResource
{
    public Service(string name, Types.Inputs.Core.V1.ServiceArgs? args = null, CustomResourceOptions? options = null)
        : base("kubernetes:core/v1:Service", name, Complete(args), KubernetesOptions.Create(options)) { }

    private Service(string name, Input<string> id, CustomResourceOptions? options)
        : base("kubernetes:core/v1:Service", name, null, KubernetesOptions.Read(options, id)) { }

    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    [Output("metadata")]
    public Output<Types.Outputs.Meta.V1.ObjectMeta> Metadata { get; private set; } = null!;

    [Output("spec")]
    public Output<Types.Outputs.Core.V1.ServiceSpec> Spec { get; private set; } = null!;

    [Output("status")]
    public Output<Types.Outputs.Core.V1.ServiceStatus> Status { get; private set; } = null!;

    /// <summary>The existing object with that id, by its state.</summary>
    public static Service Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static Types.Inputs.Core.V1.ServiceArgs Complete(Types.Inputs.Core.V1.ServiceArgs? args)
    {
        args ??= new Types.Inputs.Core.V1.ServiceArgs();
        args.ApiVersion = "v1";
        args.Kind = "Service";
        return args;
    }
}
