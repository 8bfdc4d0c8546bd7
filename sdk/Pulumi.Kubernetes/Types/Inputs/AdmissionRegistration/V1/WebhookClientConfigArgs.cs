namespace Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;

/// <summary>Input: webhook client config.</summary>
public class WebhookClientConfigArgs : ResourceArgs
{
    [Input("caBundle")]
    public Input<string>? CaBundle { get; set; }

    [Input("service")]
    public Input<ServiceReferenceArgs>? Service { get; set; }

    [Input("url")]
    public Input<string>? Url { get; set; }

    public static new WebhookClientConfigArgs Empty => new();
}
