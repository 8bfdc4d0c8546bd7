using System.Collections.Immutable;

namespace Pulumi.Kubernetes.Types.Outputs.Core.V1;

/// <summary>Output: service status.</summary>
[OutputType]
public sealed class ServiceStatus
{
    public readonly ImmutableArray<Types.Outputs.Meta.V1.Condition> Conditions;

    public readonly LoadBalancerStatus LoadBalancer;

    [OutputConstructor]
    private ServiceStatus(ImmutableArray<Types.Outputs.Meta.V1.Condition> conditions, LoadBalancerStatus loadBalancer)
    {
        Conditions = conditions;
        LoadBalancer = loadBalancer;
    }
}
