using System.Collections.Immutable;

namespace Pulumi.Kubernetes.Core.V1;

/// <summary>Service account of Kubernetes.</summary>
[KubernetesResourceType("kubernetes:core/v1:ServiceAccount")]
public class ServiceAccount : KubernetesResource
{
    public ServiceAccount(string name, Types.Inputs.Core.V1.ServiceAccountArgs? args = null, CustomResourceOptions? options = null)
        : base("kubernetes:core/v1:ServiceAccount", name, Complete(args), KubernetesOptions.Create(options)) { }

    private ServiceAccount(string name, Input<string> id, CustomResourceOptions? options)
        : base("kubernetes:core/v1:ServiceAccount", name, null, KubernetesOptions.Read(options, id)) { }

    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    [Output("automountServiceAccountToken")]
    public Output<bool> AutomountServiceAccountToken { get; private set; } = null!;

    [Output("imagePullSecrets")]
    public Output<ImmutableArray<Types.Outputs.Core.V1.LocalObjectReference>> ImagePullSecrets { get; private set; } = null!;

    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    [Output("metadata")]
    public Output<Types.Outputs.Meta.V1.ObjectMeta> Metadata { get; private set; } = null!;

    [Output("secrets")]
    public Output<ImmutableArray<Types.Outputs.Core.V1.ObjectReference>> Secrets { get; private set; } = null!;

    /// <summary>The existing object with that id, by its state.</summary>
    public static ServiceAccount Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static Types.Inputs.Core.V1.ServiceAccountArgs Complete(Types.Inputs.Core.V1.ServiceAccountArgs? args)
    {
        args ??= new Types.Inputs.Core.V1.ServiceAccountArgs();
        args.ApiVersion = "v1";
        args.Kind = "ServiceAccount";
        return args;
    }
}
