using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>The imports of services, each planned once however many callers ask for it.</summary>
internal sealed class ServiceImports
{
    private readonly Dictionary<string, PlannedScope> _planned = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withInstances = new(StringComparer.Ordinal);

    /// <summary>Plans the imports that the callers of an access need, where nobody did.</summary>
    /// <param name="service">The component of the service.</param>
    /// <param name="access">The access.</param>
    /// <param name="place">Where the access is asked for, if it is in a file.</param>
    public void Plan(PlannedScope service, ClientAccessIntent access, SourceLocation? place = null) =>
        Plan(service.LogicalName, name => service.Inner("ServiceImport", name), access, place);

    /// <inheritdoc cref="Plan(PlannedScope, ClientAccessIntent, SourceLocation?)"/>
    /// <param name="service">The logical name of the service's component, wherever that is.</param>
    /// <param name="component">Makes the component of an import.</param>
    /// <param name="access">The access.</param>
    /// <param name="place">Where the access is asked for, if it is in a file.</param>
    public void Plan(LogicalName service, Func<LogicalName, PlannedScope> component, ClientAccessIntent access, SourceLocation? place)
    {
        // Callers of one namespace are told of the service once.
        foreach (var one in access.ToEach.DistinctBy(one => (one.ControlPlane?.Cluster.Name, one.Namespace)))
        {
            PlanOne(service, component, one, place);
        }
    }

    private void PlanOne(LogicalName service, Func<LogicalName, PlannedScope> component, ClientAccessIntent access, SourceLocation? place)
    {
        if (ServiceImport.From(access) is not { } import)
        {
            return;
        }

        var name = import.NameBelow(service);
        if (!_planned.TryGetValue(name.Text, out var scope))
        {
            _planned[name.Text] = scope = component(name);
            import.Plan(scope);
        }

        if (place is not null)
        {
            scope.AskedForAt(place);
        }

        if ((access.Headless ?? access.Service.Headless) && _withInstances.Add(name.Text))
        {
            import.PlanInstances(scope);
        }
    }
}
