namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

/// <summary>Input: namespace patch.</summary>
public class NamespacePatchArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<Types.Inputs.Meta.V1.ObjectMetaPatchArgs>? Metadata { get; set; }

    public static new NamespacePatchArgs Empty => new();
}
