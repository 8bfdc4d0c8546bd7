using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MeshStack.Definition.Tests.Keys;

/// <summary>JSON Schemas for editors, made of the declarations of keys. The same declarations give the same bytes.</summary>
internal sealed partial class KeySchemas
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, JsonObject> _records = new(StringComparer.Ordinal);

    private KeySchemas() { }

    /// <summary>The schema of the documents of the mesh folder.</summary>
    public static string OfIntents(IntentKinds kinds)
    {
        var schemas = new KeySchemas();
        var choices = new JsonArray();
        foreach (var kind in kinds.All)
        {
            var record = schemas.Mapping(kind.Keys);
            record["properties"]!["kind"] = new JsonObject { ["const"] = kind.Name };
            record.Insert(0, "description", kind.Summary);
            schemas._records[kind.Name] = record;
            choices.Add(
                new JsonObject
                {
                    ["if"] = new JsonObject
                    {
                        ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = kind.Name } },
                        ["required"] = new JsonArray("kind"),
                    },
                    ["then"] = Reference(kind.Name),
                }
            );
        }

        return schemas.Write(
            new JsonObject
            {
                ["$schema"] = Draft,
                ["title"] = "An intent of MeshStack: infra/mesh/STACK/**/*.yaml",
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["kind"] = new JsonObject
                    {
                        ["description"] = IntentKeys.Kind.Declaration.Description,
                        ["enum"] = Texts(kinds.All.Select(k => k.Name)),
                    },
                },
                ["required"] = new JsonArray("kind"),
                ["allOf"] = choices,
            }
        );
    }

    /// <summary>The schema of a stack's configuration.</summary>
    public static string OfStack()
    {
        var schemas = new KeySchemas();
        var properties = new JsonObject
        {
            ["pulumi:disable-default-providers"] = new JsonObject
            {
                ["description"] = "has to name kubernetes: else an object without its cluster's provider lands in the current context",
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
                ["contains"] = new JsonObject { ["enum"] = new JsonArray("kubernetes", "*") },
            },
        };
        foreach (var key in StackKeys.All)
        {
            properties["meshstack:" + key.Name] = schemas.Key(key);
        }

        var settings = string.Join('|', StackKeys.All.Select(k => k.Name));
        var secure = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["secure"] = new JsonObject { ["type"] = "string" } },
            ["required"] = new JsonArray("secure"),
            ["additionalProperties"] = false,
        };
        var config = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["patternProperties"] = new JsonObject
            {
                [$"^meshstack:(?!({settings})$)"] = new JsonObject
                {
                    ["description"] = "a value that some setting or intent asks for as {config: KEY}",
                    ["anyOf"] = new JsonArray(Text(), secure),
                },
                ["^(?!meshstack:)[^:]+:"] = true,
            },
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("pulumi:disable-default-providers"),
        };
        return schemas.Write(
            new JsonObject
            {
                ["$schema"] = Draft,
                ["title"] = "The environment of a MeshStack stack: Pulumi.STACK.yaml",
                ["type"] = "object",
                ["properties"] = new JsonObject { ["config"] = config },
                ["required"] = new JsonArray("config"),
            }
        );
    }

    private static JsonObject Reference(string record) => new() { ["$ref"] = "#/$defs/" + record };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];

    // YAML's numbers and booleans are texts as well where a text is asked for.
    private static JsonObject Text() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject Configured() =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["config"] = new JsonObject { ["description"] = "configuration key that holds the value", ["type"] = "string" },
            },
            ["required"] = new JsonArray("config"),
            ["additionalProperties"] = false,
        };

    private string Write(JsonObject schema)
    {
        var records = new JsonObject();
        foreach (var (name, record) in _records)
        {
            records[name] = record;
        }

        schema["$defs"] = records;
        return schema.ToJsonString(Options) + "\n";
    }

    private JsonObject Mapping(IReadOnlyList<DeclaredKey> keys)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            properties[key.Name] = Key(key);
        }

        var mapping = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (keys.Any(k => k.Declaration.Required))
        {
            mapping["required"] = Texts(keys.Where(k => k.Declaration.Required).Select(k => k.Name));
        }

        return mapping;
    }

    private JsonObject Key(DeclaredKey key)
    {
        var schema = Value(key);
        var more = key.Declaration.Default is { } otherwise && !key.Declaration.Required ? $". Without it: {otherwise}" : "";
        schema.Insert(0, "description", Link().Replace(key.Declaration.Description + more, "$1"));
        if (key.Default is { } value)
        {
            schema["default"] = JsonSerializer.SerializeToNode(value);
        }

        return schema;
    }

    private JsonObject Value(DeclaredKey key)
    {
        var declared = key.Declaration;
        return key.Form switch
        {
            KeyForm.Text when declared.Label > 0 => new()
            {
                ["type"] = new JsonArray("string", "number"),
                ["pattern"] = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
                ["maxLength"] = declared.Label,
            },
            KeyForm.Text or KeyForm.Reference => declared.Choices.Count == 0 ? Text() : new() { ["enum"] = Texts(declared.Choices) },
            KeyForm.Duration => new() { ["type"] = "string", ["pattern"] = Durations.Syntax },
            KeyForm.Date => new() { ["type"] = "string", ["pattern"] = Days.Syntax },
            KeyForm.Number => Number("integer", declared),
            KeyForm.Real => Number("number", declared),
            KeyForm.Flag => new() { ["type"] = "boolean" },
            KeyForm.Configured => Configured(),
            KeyForm.Configurable => declared.IsSecret ? Configured() : new() { ["anyOf"] = new JsonArray(Text(), Configured()) },
            KeyForm.Texts => List(declared.Choices.Count == 0 ? Text() : new() { ["enum"] = Texts(declared.Choices) }),
            KeyForm.References when declared.Every is { } every => new()
            {
                ["anyOf"] = new JsonArray(new JsonObject { ["const"] = every }, List(Text())),
            },
            KeyForm.References => List(Text()),
            KeyForm.Numbers => List(Number("integer", declared)),
            KeyForm.TextMap => Map(Text()),
            KeyForm.Values => new() { ["type"] = "object" },
            KeyForm.Mappings => List(Record(key)),
            KeyForm.Map => Map(Record(key)),
            _ => Record(key),
        };
    }

    private JsonObject Record(DeclaredKey key)
    {
        if (key.Record is null)
        {
            return Mapping(key.Keys);
        }

        if (!_records.ContainsKey(key.Record))
        {
            _records[key.Record] = Mapping(key.Keys);
        }

        return Reference(key.Record);
    }

    private static JsonObject Number(string type, KeyAttribute declared)
    {
        var number = new JsonObject { ["type"] = type };
        if (declared.Min != int.MinValue)
        {
            number["minimum"] = declared.Min;
        }

        if (declared.Max != int.MaxValue)
        {
            number["maximum"] = declared.Max;
        }

        return number;
    }

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Map(JsonObject items) => new() { ["type"] = "object", ["additionalProperties"] = items };

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
