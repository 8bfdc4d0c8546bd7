using MeshStack.Manifests;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack;

/// <summary>A namespace with the labels by which its workloads are in the mesh.</summary>
public sealed class MeshNamespace : ComponentResource, IPlannedComponent
{
    private const string Type = "meshstack:index:MeshNamespace";

    private readonly Resource? _resource;

    /// <summary>Makes the namespace, or labels the one that is there.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public MeshNamespace(string name, MeshNamespaceArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var composition = new Composition(this);
        var settings = composition.Read<MeshNamespaceSettings>(args);
        var controlPlane = composition.ControlPlanes.Model(args.ControlPlane);
        new MeshNamespaceRules(settings, args.Namespace, controlPlane).Problems().Enforce(this);
        var key = NamespacePlanner.Plan(composition.Scope(), args.Namespace, settings, controlPlane);
        composition.Register();
        _resource = composition.Resources[key];
    }

    internal MeshNamespace(ResourceId key, ComponentResourceOptions options)
        : base(Type, key.Name, args: null, options) { }

    /// <summary>The namespace or the patch of it, for what has to wait for it.</summary>
    public Resource Resource =>
        _resource ?? throw new InvalidOperationException("The namespaces of a mesh wait for what they need by themselves.");

    void IPlannedComponent.Finish(PlannedResource planned, EngineValues values) => RegisterOutputs(PlannedOutputs.Of(planned, values));
}
