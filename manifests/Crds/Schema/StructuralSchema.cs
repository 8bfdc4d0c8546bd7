using System.Collections.ObjectModel;

namespace MeshStack.Manifests;

/// <summary>A schema with every keyword that Istio's definitions use; reading one with another keyword fails.</summary>
/// <remarks>Source: https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/.</remarks>
internal sealed record StructuralSchema
{
    /// <summary>The schema of a place where everything is allowed.</summary>
    public static StructuralSchema Anything { get; } = new() { PreserveUnknownFields = true };

    public string? Type { get; set; }

    public string? Format { get; set; }

    public bool Nullable { get; set; }

    public IReadOnlyList<string> Enum { get; set; } = [];

    public string? Pattern { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }

    public long? MinLength { get; set; }

    public long? MaxLength { get; set; }

    public long? MinItems { get; set; }

    public long? MaxItems { get; set; }

    public long? MinProperties { get; set; }

    public long? MaxProperties { get; set; }

    public IReadOnlyList<string> Required { get; set; } = [];

    public IReadOnlyDictionary<string, StructuralSchema> Properties { get; set; } = ReadOnlyDictionary<string, StructuralSchema>.Empty;

    public StructuralSchema? AdditionalProperties { get; set; }

    public StructuralSchema? Items { get; set; }

    public IReadOnlyList<StructuralSchema> OneOf { get; set; } = [];

    public IReadOnlyList<StructuralSchema> AnyOf { get; set; } = [];

    public IReadOnlyList<StructuralSchema> AllOf { get; set; } = [];

    public StructuralSchema? Not { get; set; }

    public bool PreserveUnknownFields { get; set; }

    public bool IntOrString { get; set; }

    public string? ListType { get; set; }

    public IReadOnlyList<string> ListMapKeys { get; set; } = [];

    public IReadOnlyList<ValidationRule> Validations { get; set; } = [];

    /// <summary>The same schema with another schema for one of its fields.</summary>
    public StructuralSchema With(string field, StructuralSchema schema) =>
        this with
        {
            Properties = new Dictionary<string, StructuralSchema>(Properties, StringComparer.Ordinal) { [field] = schema },
        };

    /// <summary>The schema of a place below this one, null where there is no such place; a null key is an item.</summary>
    public StructuralSchema? Find(ReadOnlySpan<string?> path)
    {
        var schema = this;
        foreach (var key in path)
        {
            var next = key is null ? schema.Items : schema.Properties.GetValueOrDefault(key) ?? schema.AdditionalProperties;
            if ((next ?? (schema.PreserveUnknownFields ? Anything : null)) is not { } found)
            {
                return null;
            }

            schema = found;
        }

        return schema;
    }

    /// <summary>The paths of all fields below this one, with <c>[]</c> for items and <c>*</c> for the keys of a map.</summary>
    public IEnumerable<string> Fields(string path = "")
    {
        foreach (var (name, field) in Properties)
        {
            var own = FieldPath.Append(path, name);
            yield return own;
            foreach (var inner in field.Fields(own))
            {
                yield return inner;
            }
        }

        foreach (var inner in Items?.Fields(path + "[]") ?? AdditionalProperties?.Fields(path + ".*") ?? [])
        {
            yield return inner;
        }
    }
}
