using MeshStack.Definition.Planning;

namespace MeshStack.Infra.Tests.Registrations;

/// <summary>What the engine may know the resources of a plan by: the types of their parents, and a name.</summary>
internal sealed class PlanUrns(Plan plan)
{
    /// <summary>Every resource that is made, with all its names.</summary>
    public ILookup<string, PlannedResource> All =>
        Made.SelectMany(resource => resource.FormerNames.Prepend(resource.Key.Name).Select(name => (Urn: UrnOf(resource, name), resource)))
            .ToLookup(pair => pair.Urn, pair => pair.resource, StringComparer.Ordinal);

    /// <summary>Every resource that is made, with the name that it has.</summary>
    public IEnumerable<string> Present => Made.Select(resource => UrnOf(resource, resource.Key.Name));

    private IEnumerable<PlannedResource> Made => plan.Resources.Where(resource => resource.ReadId is null);

    private string UrnOf(PlannedResource resource, string name) => $"{TypesOf(resource)}::{name}";

    private string TypesOf(PlannedResource resource) =>
        resource.Parent is { } parent ? $"{TypesOf(plan.Find(parent)!)}${resource.Key.Type}" : resource.Key.Type;
}
