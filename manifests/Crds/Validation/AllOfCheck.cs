namespace MeshStack.Manifests;

/// <summary>allOf: what each of several schemas demands.</summary>
internal sealed class AllOfCheck(IReadOnlyList<SchemaNode> parts) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema, string name) =>
        schema.AllOf.Count == 0
            ? []
            : [new AllOfCheck([.. schema.AllOf.Select(part => SchemaNode.Compile(part, name, isStructural: false))])];

    public void Validate(object value, SchemaErrors errors)
    {
        foreach (var part in parts)
        {
            part.Validate(value, errors);
        }
    }
}
