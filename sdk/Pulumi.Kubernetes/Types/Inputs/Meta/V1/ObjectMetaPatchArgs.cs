namespace Pulumi.Kubernetes.Types.Inputs.Meta.V1;

/// <summary>Input: object meta patch.</summary>
public class ObjectMetaPatchArgs : ResourceArgs
{
    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    [Input("annotations")]
    private InputMap<string>? _annotations;

    public InputMap<string> Annotations
    {
        get => _annotations ??= [];
        set => _annotations = value;
    }

    [Input("labels")]
    private InputMap<string>? _labels;

    public InputMap<string> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }

    public static new ObjectMetaPatchArgs Empty => new();
}
