using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition.Planning;

/// <summary>Every resource, in the order of its registration: what a resource refers to comes before it.</summary>
public sealed class Plan
{
    private readonly Dictionary<ResourceId, PlannedResource> _resources = [];
    private readonly List<ResourceId> _order = [];

    /// <summary>The resources.</summary>
    public IEnumerable<PlannedResource> Resources => _order.Select(key => _resources[key]);

    /// <summary>What is to be looked at once values are known, besides what texts wait for.</summary>
    public List<LateCheck> Checks { get; } = [];

    /// <summary>What is to be told once values are known.</summary>
    public List<LateNotice> Notices { get; } = [];

    /// <summary>What it knows of the world around the resources.</summary>
    public MeshFacts Facts { get; } = new();

    /// <summary>The resource of a key; null where there is none.</summary>
    public PlannedResource? Find(ResourceId key) => _resources.GetValueOrDefault(key);

    /// <summary>Adds a resource.</summary>
    /// <exception cref="CompositionException">There is one of the same type and name.</exception>
    internal ResourceId Add(PlannedResource resource)
    {
        if (!_resources.TryAdd(resource.Key, resource))
        {
            throw new CompositionException([
                $"{resource.Key} is asked for twice: two parts of the mesh come to the same name, so one of them needs another",
            ]);
        }

        _order.Add(resource.Key);
        return resource.Key;
    }

    /// <summary>Adds a component.</summary>
    internal PlannedScope Component(string type, LogicalName name, ResourceId? parent = null, params ReadOnlySpan<SourceLocation> sources)
    {
        var key = Add(
            PlannedResource.Of($"meshstack:index:{type}", name) with
            {
                IsComponent = true,
                Parent = parent,
                Sources = [.. sources],
            }
        );
        return new(this, key, name);
    }

    /// <summary>Changes a resource of the plan.</summary>
    internal void Change(ResourceId key, Func<PlannedResource, PlannedResource> change) => _resources[key] = change(_resources[key]);
}
