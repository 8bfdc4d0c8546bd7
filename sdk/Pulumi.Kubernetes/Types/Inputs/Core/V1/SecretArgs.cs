namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

/// <summary>Input: secret.</summary>
public class SecretArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("immutable")]
    public Input<bool>? Immutable { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<Types.Inputs.Meta.V1.ObjectMetaArgs>? Metadata { get; set; }

    [Input("type")]
    public Input<string>? Type { get; set; }

    [Input("data")]
    private InputMap<string>? _data;

    /// <summary>Secret as a whole once it is set; entries that are added stay as they are.</summary>
    public InputMap<string> Data
    {
        get => _data ??= [];
        set => _data = Output.CreateSecret(value.ToOutput());
    }

    [Input("stringData")]
    private InputMap<string>? _stringData;

    /// <summary>Secret as a whole once it is set; entries that are added stay as they are.</summary>
    public InputMap<string> StringData
    {
        get => _stringData ??= [];
        set => _stringData = Output.CreateSecret(value.ToOutput());
    }

    public static new SecretArgs Empty => new();
}
