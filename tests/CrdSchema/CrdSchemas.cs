using MeshStack.Manifests;

namespace MeshStack.CrdSchema;

/// <summary>The schemas of CustomResourceDefinitions, and the validation that the API server does with them, unknown fields forbidden.</summary>
public sealed class CrdSchemas
{
    private readonly Dictionary<string, Lazy<SchemaNode>> _schemas = new(StringComparer.Ordinal);

    private CrdSchemas()
    {
    }

    /// <summary>The served versions, as apiVersion and kind.</summary>
    public IReadOnlyList<string> Served => [.. _schemas.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The schemas of the pinned Istio, or null where they are not at hand.</summary>
    public static CrdSchemas? OfPinnedIstio { get; } = IstioCrdFile.Path is { } path ? Parse(File.ReadAllText(path), path) : null;

    /// <summary>Reads definitions from YAML; schemas are compiled when they are first used.</summary>
    public static CrdSchemas Parse(string yaml, string file)
    {
        var schemas = new CrdSchemas();
        foreach (var definition in ManifestYaml.Read(yaml, file, "definitions").Where(manifest => manifest.Kind == "CustomResourceDefinition"))
        {
            var (group, kind) = (definition.Spec["group"].Text, definition.Spec["names"]["kind"].Text);
            foreach (var version in definition.Spec["versions"].Items.Where(version => version["served"].IsTrue))
            {
                var name = $"{group}/{version["name"].Text} {kind}";
                schemas._schemas.Add(name, new(() => SchemaNode.Compile(version["schema"]["openAPIV3Schema"], name)));
            }
        }

        return schemas;
    }

    /// <summary>What the API server would reject or prune in the object.</summary>
    /// <exception cref="UnsupportedSchemaException">No served schema is known for the object, or its schema says something that cannot be judged.</exception>
    public IReadOnlyList<SchemaError> Validate(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (!_schemas.TryGetValue($"{manifest.ApiVersion} {manifest.Kind}", out var schema))
        {
            throw new UnsupportedSchemaException($"No served schema is known for {manifest.ApiVersion} {manifest.Kind}; known are {string.Join(", ", Served)}.");
        }

        List<SchemaError> errors = [];
        var body = manifest.Body.Where(entry => entry.Key is not ("apiVersion" or "kind" or "metadata")).ToDictionary(StringComparer.Ordinal);
        schema.Value.Validate(body, "", errors);
        ObjectMetadata.Validate(manifest.Body.At("metadata"), errors);
        return errors;
    }
}
