using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>Labels and expressions by which istiod chooses the namespaces that it reads.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-discovery_selectors.</remarks>
internal sealed record DiscoverySelector(
    LabelSelector Labels,
    IReadOnlyList<(string Key, string Operator, IReadOnlyList<string> Values)> Expressions
)
{
    public static DiscoverySelector From(Field field) =>
        new(
            LabelSelector.From(field["matchLabels"]),
            [
                .. field["matchExpressions"]
                    .Items.Select(item => (item["key"].Text ?? "", item["operator"].Text ?? "", item["values"].Texts())),
            ]
        );

    /// <summary>The labels that it asks for.</summary>
    public IEnumerable<string> Keys => Labels.Labels.Keys.Concat(Expressions.Select(one => one.Key));

    public bool Selects(IReadOnlyDictionary<string, string> labels) =>
        Labels.Selects(labels)
        && Expressions.All(one =>
            (one.Operator, labels.GetValueOrDefault(one.Key)) switch
            {
                ("In", { } value) => one.Values.Contains(value),
                ("NotIn", var value) => value is null || !one.Values.Contains(value),
                ("Exists", var value) => value is not null,
                ("DoesNotExist", var value) => value is null,
                _ => false,
            }
        );
}
