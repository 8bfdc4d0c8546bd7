using MeshStack.Manifests;

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
        var planned = definition.Platform is null
            ? PlanMesh(definition, plan, earlierId)
            : TeamPlanner.Plan(plan, definition, PlanPlatform(definition));
        foreach (var cluster in definition.Clusters)
        {
            plan.Facts.Clusters[cluster.Name] = plan.Facts.Clusters[cluster.Name] with { Region = cluster.Region };
        }

        PlanIntents(definition, new(plan, planned.ControlPlanes, definition.Joined is null ? null : definition.Stack));
        if (definition.Platform is null)
        {
            // Of all stacks of the platform, whose namespaces these are.
            SidecarPlanner.Plan(plan, definition, planned.ControlPlanes);
        }

        return (plan, planned);
    }

    /// <summary>The clusters that the stack of a team has objects in.</summary>
    public static IReadOnlySet<string> ClustersOf(MeshDefinition definition)
    {
        var plan = new Plan();
        var planned = TeamPlanner.Plan(plan, definition, PlanPlatform(definition));
        PlanIntents(definition, new(plan, planned.ControlPlanes, definition.Stack));
        return plan
            .Resources.Where(resource => resource.Key.Type != PulumiTypes.KubernetesProvider)
            .Select(resource => resource.Cluster)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    private static (Plan Plan, PlannedMesh Mesh) PlanPlatform(MeshDefinition definition)
    {
        var plan = new Plan();
        return (plan, PlanMesh(definition.Whole, plan, earlierId: null));
    }

    // What is of other stacks is looked at where this one has a part of it, or names it.
    private static void PlanIntents(MeshDefinition definition, IntentPlanning planning)
    {
        foreach (var intent in definition.Whole.Intents)
        {
            var kind = definition.Kinds.Of(intent);
            if (planning.IsOwn(intent) || kind.IsSharedAcrossStacks)
            {
                kind.Plan(intent, planning);
            }
        }
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
