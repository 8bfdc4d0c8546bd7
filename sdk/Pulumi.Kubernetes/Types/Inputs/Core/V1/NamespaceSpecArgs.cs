namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

/// <summary>Input: namespace spec.</summary>
public class NamespaceSpecArgs : ResourceArgs
{
    [Input("finalizers")]
    private InputList<string>? _finalizers;

    public InputList<string> Finalizers
    {
        get => _finalizers ??= [];
        set => _finalizers = value;
    }

    public static new NamespaceSpecArgs Empty => new();
}
