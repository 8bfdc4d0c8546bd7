namespace MeshStack.Manifests;

/// <summary>enum: fixed values.</summary>
internal sealed class EnumCheck(IReadOnlyList<string> allowed) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema) => schema.Enum.Count == 0 ? [] : [new EnumCheck(schema.Enum)];

    public void Validate(object value, SchemaErrors errors)
    {
        if (value is not string text || allowed.Contains(text))
        {
            return;
        }

        var list = string.Join(", ", allowed);
        errors.Add(
            SchemaRules.Value,
            errors.Since(newer => newer.Enum.Contains(text)) is { } since
                ? $"{Described.Value(text)} exists since Istio {since}, and this is Istio {errors.Version}; allowed: {list}"
                : $"{Described.Value(text)} is not one of {list}{Spelling.Nearest(text, allowed)}"
        );
    }
}
