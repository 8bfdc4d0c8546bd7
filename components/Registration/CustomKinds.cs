using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack.Registration;

/// <summary>Args of objects of custom kinds, and what all objects have.</summary>
internal static class CustomKinds
{
    public static PlannedObjectArgs Args(PlannedResource planned, EngineValues values) =>
        new((string)planned.Inputs["apiVersion"], (string)planned.Inputs["kind"])
        {
            Metadata = Metadata(planned, values),
            Spec = planned.Inputs.TryGetValue("spec", out var spec) ? EngineTree.Map(spec, values) : null,
        };

    /// <summary>Metadata of an object; nothing that a plan leaves open is set.</summary>
    public static ObjectMetaArgs Metadata(PlannedResource planned, EngineValues values)
    {
        var tree = Tree(planned.Inputs["metadata"]);
        var metadata = new ObjectMetaArgs { Name = (string)tree["name"] };
        if (tree.TryGetValue("namespace", out var home))
        {
            metadata.Namespace = (string)home;
        }

        if (tree.TryGetValue("labels", out var labels))
        {
            metadata.Labels = EngineTree.Texts(labels, values);
        }

        if (tree.TryGetValue("annotations", out var annotations))
        {
            metadata.Annotations = EngineTree.Texts(annotations, values);
        }

        return metadata;
    }

    public static IReadOnlyDictionary<string, object> Tree(object tree) => (IReadOnlyDictionary<string, object>)tree;
}
