using System.Text.Json.Serialization;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>What one cluster gets.</summary>
internal sealed record ClusterDocument(
    string Name,
    string? Context,
    string Domain,
    string Network,
    string TrustDomain,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Requirements,
    IReadOnlyList<ComponentDocument> Components
)
{
    public static ClusterDocument From(ClusterView cluster) =>
        new(
            cluster.Name,
            cluster.Context,
            cluster.Identity.Domain,
            cluster.Identity.Network,
            cluster.Identity.TrustDomain,
            cluster.Requirements.Count == 0 ? null : cluster.Requirements,
            [.. cluster.Components.Select(ComponentDocument.From)]
        );
}

/// <summary>A component, with the places that ask for it and its objects.</summary>
internal sealed record ComponentDocument(
    string Type,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Owner,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description,
    IReadOnlyList<LocationDocument> Sources,
    IReadOnlyList<ObjectDocument> Objects
)
{
    public static ComponentDocument From(ComponentView component) =>
        new(
            component.Type,
            component.Name,
            component.Owner,
            component.Description,
            [.. component.Sources.Select(LocationDocument.From)],
            [.. component.Objects.Select(ObjectDocument.From)]
        );
}

/// <summary>An object, or a Helm release with its chart.</summary>
internal sealed record ObjectDocument(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ApiVersion,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Namespace,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Chart
)
{
    public static ObjectDocument From(ObjectView view) => new(view.ApiVersion, view.Kind, view.Namespace, view.Name, view.Chart);
}
