using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A namespace of a cluster, with the labels by which its workloads are in the mesh.</summary>
internal static class NamespacePlanner
{
    /// <summary>Plans the namespace, or the patch of one that something else made.</summary>
    public static ResourceId Plan(PlannedScope component, string name, MeshNamespaceSettings settings, ControlPlaneModel controlPlane)
    {
        var own = new MeshNamespaceRules(settings, name, controlPlane).MeshLabels();
        var labels = own.Concat(settings.Labels).DistinctBy(l => l.Key).ToDictionary();
        component.Outputs(("namespace", name), ("injection", settings.Injection));
        var metadata = Metadata.Of(name, labels: labels, annotations: settings.Annotations);
        var after = Injector(controlPlane, settings.Reference);
        if (!settings.Existing)
        {
            return component.Namespace(component.LogicalName, controlPlane, after, metadata, settings.DeleteWithMesh);
        }

        var key = component.Object(
            component.LogicalName,
            controlPlane.Cluster.Name,
            controlPlane.Ready.Concat(after),
            "v1",
            "NamespacePatch",
            metadata
        );

        // A patch is a resource of its own type, of an object of the same kind.
        component.Plan.Change(key, made => made with { Inputs = Empty.Map<object>().AddRange(made.Inputs).SetItem("kind", "Namespace") });
        return key;
    }

    /// <summary>Pods that come with the namespace would else start without a sidecar.</summary>
    private static IEnumerable<ResourceId> Injector(ControlPlaneModel controlPlane, string? reference) =>
        reference is not null && controlPlane.Injectors.TryGetValue(reference, out var injector) ? [injector] : [];
}
