namespace MeshStack.Manifests;

/// <summary>items.</summary>
internal sealed class ItemCheck(SchemaNode item) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema, string name, bool isStructural) =>
        schema.Items is null ? [] : [new ItemCheck(SchemaNode.Compile(schema.Items, name, isStructural))];

    public void Validate(object value, SchemaErrors errors)
    {
        if (value is not IReadOnlyList<object?> list)
        {
            return;
        }

        for (var index = 0; index < list.Count; index++)
        {
            errors.Enter(index);
            item.Validate(list[index], errors);
            errors.Leave();
        }
    }
}
