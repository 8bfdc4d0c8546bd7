namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

/// <summary>Input: object reference.</summary>
public class ObjectReferenceArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("fieldPath")]
    public Input<string>? FieldPath { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    [Input("resourceVersion")]
    public Input<string>? ResourceVersion { get; set; }

    [Input("uid")]
    public Input<string>? Uid { get; set; }

    public static new ObjectReferenceArgs Empty => new();
}
