using MeshStack.Manifests;

namespace MeshStack.Definition.Planning;

/// <summary>Namespaces that are made: what else is in them is somebody's, so they outlive the stack unless that is asked for.</summary>
internal static class NamespaceObjects
{
    /// <summary>Adds a namespace.</summary>
    /// <param name="scope">The component that makes it.</param>
    /// <param name="name">Its logical name.</param>
    /// <param name="controlPlane">Its cluster.</param>
    /// <param name="after">What has to be there first, besides the control plane.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="deleteWithMesh">Whether it goes, with all that is in it, when it is not asked for any more.</param>
    public static ResourceId Namespace(
        this PlannedScope scope,
        LogicalName name,
        ControlPlaneModel controlPlane,
        IEnumerable<ResourceId> after,
        IReadOnlyDictionary<string, object> metadata,
        bool deleteWithMesh = false
    )
    {
        var key = scope.Object(
            name,
            controlPlane.Cluster.Name,
            controlPlane.Ready.Concat(after),
            "v1",
            "Namespace",
            metadata.Marked(StateMarks.Retained, deleteWithMesh ? "false" : "true")
        );
        scope.Plan.Change(key, made => made with { RetainOnDelete = !deleteWithMesh });
        return key;
    }
}
