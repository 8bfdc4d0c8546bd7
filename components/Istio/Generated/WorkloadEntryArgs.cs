// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>One workload outside Kubernetes, such as a virtual machine (networking.istio.io/v1).</summary>
public sealed class WorkloadEntry(string name, WorkloadEntryArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="WorkloadEntry"/>.</summary>
public sealed class WorkloadEntryArgs() : CustomResourceArgs("networking.istio.io/v1", "WorkloadEntry")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<ServiceEntryEndpointArgs> Spec { get; set; } = null!;
}
