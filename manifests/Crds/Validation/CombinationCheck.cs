namespace MeshStack.Manifests;

/// <summary>oneOf, anyOf and not.</summary>
internal sealed class CombinationCheck(string keyword, IReadOnlyList<SchemaNode> parts, Func<int, bool> holds) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema, string name)
    {
        (string Keyword, IReadOnlyList<StructuralSchema> Parts, Func<int, bool> Holds)[] combinations =
        [
            ("oneOf", schema.OneOf, accepted => accepted == 1),
            ("anyOf", schema.AnyOf, accepted => accepted > 0),
            ("not", schema.Not is null ? [] : [schema.Not], accepted => accepted == 0),
        ];
        return from combination in combinations
            where combination.Parts.Count > 0
            let parts = combination.Parts.Select(part => SchemaNode.Compile(part, name, isStructural: false))
            select ExclusiveFieldCheck.Find(combination.Keyword, combination.Parts)
                ?? new CombinationCheck(combination.Keyword, [.. parts], combination.Holds);
    }

    public void Validate(object value, SchemaErrors errors)
    {
        var accepted = parts.Count(part => errors.IsAccepted(part, value));
        if (!holds(accepted))
        {
            errors.Add(SchemaRules.Alternatives, $"fits {accepted} of the {parts.Count} alternatives of {keyword}");
        }
    }
}
