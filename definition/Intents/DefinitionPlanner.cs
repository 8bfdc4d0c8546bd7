namespace MeshStack.Definition.Intents;

/// <summary>Everything that a definition comes to.</summary>
internal static class DefinitionPlanner
{
    /// <summary>Plans the mesh, then the intents in the order of their kinds.</summary>
    public static (Plan Plan, PlannedMesh Mesh) Plan(MeshDefinition definition)
    {
        var plan = new Plan();
        var mesh = plan.Component("Mesh", LogicalName.Of("mesh", definition.Mesh.MeshId), parent: null, definition.Location);
        var planned = MeshPlanner.Plan(mesh, definition.Mesh, MeshSources.From(definition));
        foreach (var cluster in definition.Clusters)
        {
            plan.Facts.Clusters[cluster.Name] = plan.Facts.Clusters[cluster.Name] with { Region = cluster.Region };
        }

        var planning = new IntentPlanning(plan, planned.ControlPlanes);
        foreach (var intent in definition.Intents)
        {
            definition.Kinds.Of(intent).Plan(intent, planning);
        }

        return (plan, planned);
    }
}
