using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Registration;

/// <summary>An object of a custom kind.</summary>
internal sealed class PlannedObject(string name, PlannedObjectArgs args, CustomResourceOptions options)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>What a plan says of an object of a custom kind.</summary>
internal sealed class PlannedObjectArgs(string apiVersion, string kind) : CustomResourceArgs(apiVersion, kind)
{
    [Input("spec")]
    public InputMap<object>? Spec { get; set; }
}
