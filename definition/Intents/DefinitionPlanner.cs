namespace MeshStack.Definition.Intents;

/// <summary>Everything that a definition comes to.</summary>
internal static class DefinitionPlanner
{
    /// <summary>Plans the mesh, then the intents in the order of their kinds.</summary>
    public static (Plan Plan, PlannedMesh Mesh) Plan(MeshDefinition definition)
    {
        var plan = new Plan();
        var mesh = plan.Component("Mesh", definition.Mesh.MeshId!);
        var planned = MeshPlanner.Plan(mesh, definition.Mesh);
        var planning = new IntentPlanning(plan, planned.ControlPlanes);
        foreach (var intent in definition.Intents)
        {
            definition.Kinds.Of(intent).Plan(intent, planning);
        }

        return (plan, planned);
    }
}
