namespace MeshStack.Definition.Intents;

/// <summary>Everything that a definition comes to.</summary>
internal static class DefinitionPlanner
{
    /// <summary>Plans the mesh, then its services, then who may call them.</summary>
    public static (Plan Plan, PlannedMesh Mesh) Plan(MeshDefinition definition)
    {
        var plan = new Plan();
        var mesh = plan.Component("Mesh", definition.Mesh.MeshId!);
        var planned = MeshPlanner.Plan(mesh, definition.Mesh);
        var planes = planned.ControlPlanes;
        var services = new Dictionary<string, (PlannedScope Scope, InboundServiceIntent Intent)>(StringComparer.Ordinal);
        foreach (var service in definition.Services)
        {
            var intent = service.Args with { ControlPlane = planes[service.Args.ControlPlane.Cluster.Name] };
            var scope = plan.Component("InboundService", service.Name);
            InboundServicePlanner.Plan(scope, intent);
            services[service.Name] = (scope, intent);
        }

        var imports = new ServiceImports();
        foreach (var access in definition.Accesses)
        {
            var (scope, service) = services[access.Service];
            var plane = access.Args.ControlPlane is { } client ? planes[client.Cluster.Name] : null;
            var intent = access.Args with { Service = service, ControlPlane = plane };
            ClientAccessPlanner.Plan(plan.Component("ClientAccess", access.Name), intent);
            imports.Plan(scope, intent);
        }

        return (plan, planned);
    }
}
