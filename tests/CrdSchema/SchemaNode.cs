using MeshStack.Manifests;

namespace MeshStack.CrdSchema;

/// <summary>One schema of a structural OpenAPI schema, compiled.</summary>
internal sealed class SchemaNode
{
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal) { "description", "title", "example", "externalDocs" };

    private readonly List<ISchemaCheck> _checks = [];
    private readonly bool _isNullable;

    private SchemaNode(bool isNullable) => _isNullable = isNullable;

    /// <summary>Compiles a schema; those within oneOf, anyOf, allOf and not are judgements that define no fields.</summary>
    public static SchemaNode Compile(Field schema, string name, bool isStructural = true)
    {
        var node = new SchemaNode(schema["nullable"].IsTrue);
        var handled = new HashSet<string>(Ignored, StringComparer.Ordinal) { "nullable" };
        node._checks.AddRange(TypeCheck.Compile(schema, handled));
        node._checks.AddRange(LimitCheck.Compile(schema, handled));
        node._checks.AddRange(FieldCheck.Compile(schema, name, isStructural, handled));
        node._checks.AddRange(CombinationCheck.Compile(schema, name, handled));
        node._checks.AddRange(ValidationRuleCheck.Compile(schema, name, handled));
        if (schema.Entries.FirstOrDefault(entry => !handled.Contains(entry.Name)) is { } unknown)
        {
            throw new UnsupportedSchemaException($"{name}: the keyword {unknown.Name} at {unknown.Path} is not implemented.");
        }

        return node;
    }

    public void Validate(object? value, string path, List<SchemaError> errors)
    {
        if (value is null)
        {
            if (!_isNullable)
            {
                errors.Add(new(path, "is null"));
            }

            return;
        }

        foreach (var check in _checks)
        {
            check.Validate(value, path, errors);
        }
    }

    public bool Accepts(object? value)
    {
        List<SchemaError> errors = [];
        Validate(value, "", errors);
        return errors.Count == 0;
    }
}
