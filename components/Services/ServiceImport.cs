using MeshStack.Manifests;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack;

/// <summary>A service of another cluster as one client namespace sees it; made by <see cref="ClientAccess"/>.</summary>
public sealed class ServiceImport : PlannedComponent
{
    internal ServiceImport(ResourceId key, ComponentResourceOptions options)
        : base("meshstack:index:ServiceImport", key.Name, args: null, options) { }
}
