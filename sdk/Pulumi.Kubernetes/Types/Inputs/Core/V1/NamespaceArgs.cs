namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

/// <summary>Input: namespace.</summary>
public class NamespaceArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<Types.Inputs.Meta.V1.ObjectMetaArgs>? Metadata { get; set; }

    [Input("spec")]
    public Input<NamespaceSpecArgs>? Spec { get; set; }

    public static new NamespaceArgs Empty => new();
}
