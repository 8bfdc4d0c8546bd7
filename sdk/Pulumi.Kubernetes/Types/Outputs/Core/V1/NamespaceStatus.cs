using System.Collections.Immutable;

namespace Pulumi.Kubernetes.Types.Outputs.Core.V1;

/// <summary>Output: namespace status.</summary>
[OutputType]
public sealed class NamespaceStatus
{
    public readonly ImmutableArray<NamespaceCondition> Conditions;

    public readonly string Phase;

    [OutputConstructor]
    private NamespaceStatus(ImmutableArray<NamespaceCondition> conditions, string phase)
    {
        Conditions = conditions;
        Phase = phase;
    }
}
