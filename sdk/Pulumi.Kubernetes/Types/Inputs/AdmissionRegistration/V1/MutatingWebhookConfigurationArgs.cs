namespace Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;

/// <summary>Input: mutating webhook configuration.</summary>
public class MutatingWebhookConfigurationArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<Types.Inputs.Meta.V1.ObjectMetaArgs>? Metadata { get; set; }

    [Input("webhooks")]
    private InputList<MutatingWebhookArgs>? _webhooks;

    public InputList<MutatingWebhookArgs> Webhooks
    {
        get => _webhooks ??= [];
        set => _webhooks = value;
    }

    public static new MutatingWebhookConfigurationArgs Empty => new();
}
