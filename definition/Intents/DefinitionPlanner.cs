namespace MeshStack.Definition.Intents;

/// <summary>Everything that a definition comes to.</summary>
internal static class DefinitionPlanner
{
    /// <summary>Plans the mesh, then the intents in the order of their kinds.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="earlierId">Id that the mesh had when the stack was last updated, where that is known.</param>
    public static (Plan Plan, PlannedMesh Mesh) Plan(MeshDefinition definition, string? earlierId = null)
    {
        var plan = new Plan();
        var planned = PlanMesh(definition, plan, earlierId);
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

    /// <summary>Plans what the clusters are made of, without the intents.</summary>
    public static Plan PlanMesh(MeshDefinition definition)
    {
        var plan = new Plan();
        PlanMesh(definition, plan, earlierId: null);
        return plan;
    }

    // A version of MeshStack named the mesh in the stack by its id.
    private static PlannedMesh PlanMesh(MeshDefinition definition, Plan plan, string? earlierId) =>
        MeshPlanner.Plan(
            plan.Component("Mesh", LogicalName.Of("mesh", definition.Mesh.MeshId, earlierId), parent: null, definition.Location),
            definition.Mesh,
            MeshSources.From(definition)
        );
}
