namespace MeshStack.Manifests;

/// <summary>Fields of which at most one is given, which Istio's definitions write as oneOf: none of them, or one of these.</summary>
internal sealed class ExclusiveFieldCheck(IReadOnlyList<string> names) : ISchemaCheck
{
    /// <summary>The check that alternatives of oneOf amount to, null where they are something else.</summary>
    public static ISchemaCheck? Find(string keyword, IReadOnlyList<StructuralSchema> parts)
    {
        var single = parts.Skip(1).Select(OnlyField).ToList();
        return keyword == "oneOf" && !single.Contains(null) && NoField(parts[0]) is { } none && none.SequenceEqual(single)
            ? new ExclusiveFieldCheck([.. single.OfType<string>()])
            : null;
    }

    public void Validate(object value, SchemaErrors errors)
    {
        if (value is not IReadOnlyDictionary<string, object?> map)
        {
            return;
        }

        var count = 0;
        foreach (var name in names)
        {
            count += IsGiven(map, name) ? 1 : 0;
        }

        if (count > 1)
        {
            var given = Described.List([.. names.Where(name => IsGiven(map, name))]);
            errors.Add(SchemaRules.Alternatives, $"{given} are given; at most one of {string.Join(", ", names)} is allowed");
        }
    }

    private static bool IsGiven(IReadOnlyDictionary<string, object?> map, string name) =>
        map.TryGetValue(name, out var value) && value is not null;

    private static string? OnlyField(StructuralSchema schema) =>
        schema.Required is [var name] && IsEmpty(schema with { Required = [] }) ? name : null;

    private static IEnumerable<string?>? NoField(StructuralSchema schema) =>
        schema.Not is { } not && IsEmpty(schema with { Not = null }) && IsEmpty(not with { AnyOf = [] })
            ? not.AnyOf.Select(OnlyField)
            : null;

    // Lists that are not given are one and the same, so that records of them are equal.
    private static bool IsEmpty(StructuralSchema schema) => schema == new StructuralSchema();
}
