namespace Pulumi.Kubernetes.Types.Outputs.Core.V1;

/// <summary>Output: local object reference.</summary>
[OutputType]
public sealed class LocalObjectReference
{
    public readonly string Name;

    [OutputConstructor]
    private LocalObjectReference(string name)
    {
        Name = name;
    }
}
