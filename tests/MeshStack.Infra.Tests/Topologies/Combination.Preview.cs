using System.Collections.Concurrent;
using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Topologies;

/// <content>What a mesh would put on its clusters.</content>
internal sealed partial record Combination
{
    private static readonly ConcurrentDictionary<Combination, Lazy<StackPreview>> Previews = new();

    /// <summary>What the mesh would put on its clusters, found out once.</summary>
    public StackPreview Preview() => Previews.GetOrAdd(this, c => new(() => c.Run())).Value;

    private StackPreview Run()
    {
        using var project = MeshProject.Of(Name);
        return StackPreview.Run(project.Root, MeshProject.Stack);
    }
}
