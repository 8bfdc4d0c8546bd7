using MeshStack.Manifests;
using MeshStack.Rendering;

namespace MeshStack.Cli.Reports;

/// <summary>The objects that one component makes in one cluster.</summary>
/// <param name="Type">The component's type, without its package.</param>
/// <param name="Name">The component's name.</param>
/// <param name="Sources">The places of the definition that asked for it.</param>
/// <param name="Objects">The objects, by kind, namespace and name.</param>
internal sealed record ComponentView(string Type, string Name, IReadOnlyList<SourceLocation> Sources, IReadOnlyList<ObjectView> Objects)
{
    public static ComponentView From(ResourceId? component, IEnumerable<RecordedResource> resources, IReadOnlyList<SourceLocation> sources)
    {
        var id = component ?? new ResourceId("stack", "stack");
        return new ComponentView(
            id.Type[(id.Type.LastIndexOf(':') + 1)..],
            id.Name,
            sources,
            [
                .. resources
                    .Select(ObjectView.From)
                    .OrderBy(o => o.Kind, StringComparer.Ordinal)
                    .ThenBy(o => o.Namespace, StringComparer.Ordinal)
                    .ThenBy(o => o.Name, StringComparer.Ordinal),
            ]
        );
    }
}
