using System.Collections.Concurrent;
using MeshStack.Infra.Offline;

namespace MeshStack.Infra.Tests.Topologies;

/// <content>What a mesh would put on its clusters.</content>
internal sealed partial record Combination
{
    private static readonly ConcurrentDictionary<Combination, Lazy<Task<StackPreview>>> Previews = new();

    /// <summary>What the mesh would put on its clusters, found out once.</summary>
    public Task<StackPreview> PreviewAsync() => Previews.GetOrAdd(this, c => new(() => c.RunAsync())).Value;

    private async Task<StackPreview> RunAsync()
    {
        using var project = MeshProject.Of(Name);
        return await StackPreview.RunAsync(project.Root, MeshProject.Stack);
    }
}
