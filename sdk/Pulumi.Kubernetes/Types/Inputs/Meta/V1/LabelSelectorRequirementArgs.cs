namespace Pulumi.Kubernetes.Types.Inputs.Meta.V1;

/// <summary>Input: label selector requirement.</summary>
public class LabelSelectorRequirementArgs : ResourceArgs
{
    [Input("key", required: true)]
    public Input<string> Key { get; set; } = null!;

    [Input("operator", required: true)]
    public Input<string> Operator { get; set; } = null!;

    [Input("values")]
    private InputList<string>? _values;

    public InputList<string> Values
    {
        get => _values ??= [];
        set => _values = value;
    }

    public static new LabelSelectorRequirementArgs Empty => new();
}
