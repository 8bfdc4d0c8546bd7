using System.Text.Json;

namespace MeshStack.Manifests;

/// <summary>Reads structural schemas; a keyword that is not known is an error.</summary>
internal static class SchemaReader
{
    /// <exception cref="UnsupportedSchemaException">A keyword is not known, or has a value of another form than it has here.</exception>
    public static StructuralSchema Read(JsonElement json, string name)
    {
        var schema = new StructuralSchema();
        foreach (var keyword in json.EnumerateObject())
        {
            try
            {
                Set(schema, keyword.Name, keyword.Value, name);
            }
            catch (Exception e) when (e is InvalidOperationException or FormatException)
            {
                throw new UnsupportedSchemaException($"{name}: the keyword {keyword.Name} is not implemented with {keyword.Value}.");
            }
        }

        return schema;
    }

    private static void Set(StructuralSchema schema, string keyword, JsonElement value, string name)
    {
        switch (keyword)
        {
            case "type":
                schema.Type = value.GetString();
                break;
            case "format":
                schema.Format = value.GetString();
                break;
            case "nullable":
                schema.Nullable = value.GetBoolean();
                break;
            case "enum":
                schema.Enum = Texts(value);
                break;
            case "pattern":
                schema.Pattern = value.GetString();
                break;
            case "minimum":
                schema.Minimum = value.GetDouble();
                break;
            case "maximum":
                schema.Maximum = value.GetDouble();
                break;
            case "minLength":
                schema.MinLength = value.GetInt64();
                break;
            case "maxLength":
                schema.MaxLength = value.GetInt64();
                break;
            case "minItems":
                schema.MinItems = value.GetInt64();
                break;
            case "maxItems":
                schema.MaxItems = value.GetInt64();
                break;
            case "minProperties":
                schema.MinProperties = value.GetInt64();
                break;
            case "maxProperties":
                schema.MaxProperties = value.GetInt64();
                break;
            case "required":
                schema.Required = Texts(value);
                break;
            case "properties":
                schema.Properties = value
                    .EnumerateObject()
                    .ToDictionary(field => field.Name, field => Read(field.Value, name), StringComparer.Ordinal);
                break;
            case "additionalProperties":
                schema.AdditionalProperties = Read(value, name);
                break;
            case "items":
                schema.Items = Read(value, name);
                break;
            case "oneOf":
                schema.OneOf = Schemas(value, name);
                break;
            case "anyOf":
                schema.AnyOf = Schemas(value, name);
                break;
            case "allOf":
                schema.AllOf = Schemas(value, name);
                break;
            case "not":
                schema.Not = Read(value, name);
                break;
            case "x-kubernetes-preserve-unknown-fields":
                schema.PreserveUnknownFields = value.GetBoolean();
                break;
            case "x-kubernetes-int-or-string":
                schema.IntOrString = value.GetBoolean();
                break;
            case "x-kubernetes-list-type":
                schema.ListType = value.GetString();
                break;
            case "x-kubernetes-list-map-keys":
                schema.ListMapKeys = Texts(value);
                break;
            case "x-kubernetes-validations":
                schema.Validations = [.. value.EnumerateArray().Select(rule => ValidationRule.Read(rule, name))];
                break;
            default:
                throw new UnsupportedSchemaException($"{name}: the keyword {keyword} is not implemented.");
        }
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static StructuralSchema[] Schemas(JsonElement list, string name) =>
        [.. list.EnumerateArray().Select(schema => Read(schema, name))];
}
