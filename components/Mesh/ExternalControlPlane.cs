using MeshStack.Manifests;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack;

/// <summary>The istiod that one cluster hosts for others, and the gateway that leads to it; made by <see cref="Mesh"/>.</summary>
public sealed class ExternalControlPlane : PlannedComponent
{
    internal ExternalControlPlane(ResourceId key, ComponentResourceOptions options)
        : base("meshstack:index:ExternalControlPlane", key.Name, args: null, options) { }
}
