using MeshStack.Definition.Planning;
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
    /// <summary>Who answers for the intent that asked for it; null where it does not say.</summary>
    public string? Owner { get; init; }

    /// <summary>What that intent is for; null where it does not say.</summary>
    public string? Description { get; init; }

    /// <summary>Both as one text; empty where there is neither.</summary>
    public string Note => string.Join(": ", new[] { Owner is null ? null : $"owner {Owner}", Description }.Where(part => part is not null));

    public static ComponentView From(ResourceId? component, IEnumerable<RecordedResource> resources, IReadOnlyList<SourceLocation> sources)
    {
        var all = resources.ToList();
        var id = component ?? new ResourceId("stack", "stack");
        return new(
            id.Type[(id.Type.LastIndexOf(':') + 1)..],
            id.Name,
            sources,
            [
                .. all.Select(ObjectView.From)
                    .OrderBy(o => o.Kind, StringComparer.Ordinal)
                    .ThenBy(o => o.Namespace, StringComparer.Ordinal)
                    .ThenBy(o => o.Name, StringComparer.Ordinal),
            ]
        )
        {
            Owner = Said(all, IntentNote.OwnerMark),
            Description = Said(all, IntentNote.DescriptionMark),
        };
    }

    // Every object of an intent says it, so that it is known of programs as well.
    private static string? Said(IEnumerable<RecordedResource> resources, string annotation) =>
        resources
            .Select(resource =>
                resource.Manifest is { } manifest ? Field.From(manifest.Body)["metadata"]["annotations"][annotation].Text : null
            )
            .FirstOrDefault(text => text is not null);
}
