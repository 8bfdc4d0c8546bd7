using System.Collections.Immutable;
using MeshStack.Manifests;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack;

/// <summary>Several clusters as one mesh: their control planes, what they trust, and how they find each other.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/multicluster/.</remarks>
public sealed class Mesh : ComponentResource, IPlannedComponent
{
    private const string Type = "meshstack:index:Mesh";

    /// <summary>Installs the clusters in the order that their control planes need, and connects them.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public Mesh(string name, MeshArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var composition = new Composition(this);
        var settings = composition.Read<MeshSettings>(args);
        settings.Problems().Enforce(this);
        (Trust, ControlPlanes) = Compose(composition, settings);
    }

    internal Mesh(ResourceId key, ComponentResourceOptions options)
        : base("meshstack:index:Mesh", key.Name, args: null, options)
    {
        ControlPlanes = ImmutableSortedDictionary<string, ControlPlane>.Empty;
    }

    /// <summary>The root that the clusters share; null where each has its own.</summary>
    public MeshTrust? Trust { get; }

    /// <summary>The clusters by name, as services and their callers need them.</summary>
    public ImmutableSortedDictionary<string, ControlPlane> ControlPlanes { get; }

    void IPlannedComponent.Finish(PlannedResource planned, EngineValues values) => RegisterOutputs(PlannedOutputs.Of(planned, values));

    private static (MeshTrust?, ImmutableSortedDictionary<string, ControlPlane>) Compose(Composition composition, MeshSettings settings)
    {
        var planned = MeshPlanner.Plan(composition.Scope(), settings);
        composition.Register();
        var trust = composition
            .Plan.Resources.Where(resource => resource.Key.Type == "meshstack:index:MeshTrust")
            .Select(resource => (MeshTrust)composition.Resources[resource.Key])
            .SingleOrDefault();
        trust?.Show(new TrustOutputs(planned.Trust!, [.. planned.Trust!.Clusters.Keys], composition.Values));

        // Who holds its own configuration comes first: the others refer to it.
        var controlPlanes = new Dictionary<string, ControlPlane>(StringComparer.Ordinal);
        foreach (
            var (name, controlPlane) in planned
                .ControlPlanes.OrderBy(p => p.Value.ConfigHolder is null ? 0 : 1)
                .ThenBy(p => p.Key, StringComparer.Ordinal)
        )
        {
            controlPlanes[name] = composition.ControlPlanes.Handle(controlPlane, controlPlanes);
        }

        return (trust, controlPlanes.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }
}
