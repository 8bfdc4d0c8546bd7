namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

/// <summary>Input: config map.</summary>
public class ConfigMapArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("immutable")]
    public Input<bool>? Immutable { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<Types.Inputs.Meta.V1.ObjectMetaArgs>? Metadata { get; set; }

    [Input("binaryData")]
    private InputMap<string>? _binaryData;

    public InputMap<string> BinaryData
    {
        get => _binaryData ??= [];
        set => _binaryData = value;
    }

    [Input("data")]
    private InputMap<string>? _data;

    public InputMap<string> Data
    {
        get => _data ??= [];
        set => _data = value;
    }

    public static new ConfigMapArgs Empty => new();
}
