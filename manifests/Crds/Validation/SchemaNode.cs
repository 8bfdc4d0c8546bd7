namespace MeshStack.Manifests;

/// <summary>A schema, compiled.</summary>
internal sealed class SchemaNode
{
    private readonly ValueType _type;
    private readonly bool _isNullable;
    private readonly ISchemaCheck[] _checks;

    private SchemaNode(StructuralSchema schema, ValueType type, IEnumerable<ISchemaCheck> checks) =>
        (_type, _isNullable, _checks) = (type, schema.Nullable, [.. checks]);

    /// <summary>Compiles a schema; those within oneOf, anyOf, allOf and not are judgements that define no fields.</summary>
    /// <exception cref="UnsupportedSchemaException">The schema says something that cannot be judged.</exception>
    public static SchemaNode Compile(StructuralSchema schema, string name, bool isStructural = true) =>
        new(
            schema,
            ValueType.From(schema, name),
            [
                .. FormatCheck.Compile(schema, name),
                .. EnumCheck.Compile(schema),
                .. NumberCheck.Compile(schema),
                .. SizeCheck.Compile(schema),
                .. PatternCheck.Compile(schema, name),
                .. FieldCheck.Compile(schema, name, isStructural),
                .. ItemCheck.Compile(schema, name, isStructural),
                .. ListKeyCheck.Compile(schema, name),
                .. AllOfCheck.Compile(schema, name),
                .. CombinationCheck.Compile(schema, name),
                .. RuleCheck.Compile(schema, name),
            ]
        );

    public void Validate(object? value, SchemaErrors errors)
    {
        if (value is null && _isNullable)
        {
            return;
        }

        if (value is string text && _type.IsScalar && Placeholder.IsIn(text))
        {
            return;
        }

        if (value is null || !_type.Holds(value))
        {
            errors.Add(
                SchemaRules.Type,
                $"expected {_type.Name}, got {(_type.IsScalar ? Described.Value(value) : Described.Kind(value))}{_type.Hint(value)}"
            );
            return;
        }

        foreach (var check in _checks)
        {
            check.Validate(value, errors);
        }
    }
}
