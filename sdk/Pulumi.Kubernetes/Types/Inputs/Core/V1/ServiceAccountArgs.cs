namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

/// <summary>Input: service account.</summary>
public class ServiceAccountArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("automountServiceAccountToken")]
    public Input<bool>? AutomountServiceAccountToken { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<Types.Inputs.Meta.V1.ObjectMetaArgs>? Metadata { get; set; }

    [Input("imagePullSecrets")]
    private InputList<LocalObjectReferenceArgs>? _imagePullSecrets;

    public InputList<LocalObjectReferenceArgs> ImagePullSecrets
    {
        get => _imagePullSecrets ??= [];
        set => _imagePullSecrets = value;
    }

    [Input("secrets")]
    private InputList<ObjectReferenceArgs>? _secrets;

    public InputList<ObjectReferenceArgs> Secrets
    {
        get => _secrets ??= [];
        set => _secrets = value;
    }

    public static new ServiceAccountArgs Empty => new();
}
