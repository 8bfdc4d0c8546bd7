namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

/// <summary>Input: service.</summary>
public class ServiceArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<Types.Inputs.Meta.V1.ObjectMetaArgs>? Metadata { get; set; }

    [Input("spec")]
    public Input<ServiceSpecArgs>? Spec { get; set; }

    public static new ServiceArgs Empty => new();
}
