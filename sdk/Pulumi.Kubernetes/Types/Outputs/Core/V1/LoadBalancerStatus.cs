using System.Collections.Immutable;

namespace Pulumi.Kubernetes.Types.Outputs.Core.V1;

/// <summary>Output: load balancer status.</summary>
[OutputType]
public sealed class LoadBalancerStatus
{
    public readonly ImmutableArray<LoadBalancerIngress> Ingress;

    [OutputConstructor]
    private LoadBalancerStatus(ImmutableArray<LoadBalancerIngress> ingress)
    {
        Ingress = ingress;
    }
}
