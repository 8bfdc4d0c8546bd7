namespace Pulumi.Kubernetes.AdmissionRegistration.V1;

/// <summary>Mutating webhook configuration of Kubernetes.</summary>
[KubernetesResourceType("kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration")]
public class MutatingWebhookConfiguration : KubernetesResource
{
    private static readonly CustomResourceOptions Defaults = new()
    {
        Aliases = { new Alias { Type = "kubernetes:admissionregistration.k8s.io/v1beta1:MutatingWebhookConfiguration" } },
    };

    public MutatingWebhookConfiguration(
        string name,
        Types.Inputs.AdmissionRegistration.V1.MutatingWebhookConfigurationArgs? args = null,
        CustomResourceOptions? options = null
    )
        : base(
            "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration",
            name,
            Complete(args),
            KubernetesOptions.Create(options, Defaults)
        ) { }

    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    [Output("metadata")]
    public Output<Types.Outputs.Meta.V1.ObjectMeta> Metadata { get; private set; } = null!;

    private static Types.Inputs.AdmissionRegistration.V1.MutatingWebhookConfigurationArgs Complete(
        Types.Inputs.AdmissionRegistration.V1.MutatingWebhookConfigurationArgs? args
    )
    {
        args ??= new Types.Inputs.AdmissionRegistration.V1.MutatingWebhookConfigurationArgs();
        args.ApiVersion = "admissionregistration.k8s.io/v1";
        args.Kind = "MutatingWebhookConfiguration";
        return args;
    }
}
