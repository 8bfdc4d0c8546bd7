using System.Collections.Concurrent;
using System.Text.Json;

namespace MeshStack.Manifests;

/// <summary>A kind, its versions, and the schemas that they share.</summary>
/// <param name="Group">The API group.</param>
/// <param name="Kind">The kind's name in manifests.</param>
/// <param name="Plural">The kind's name in URLs.</param>
/// <param name="Scope">Namespaced or Cluster.</param>
/// <param name="Versions">The versions, served or not.</param>
/// <param name="Schemas">The versions' different schemas, as text until one of them is asked for.</param>
internal sealed record CrdKind(
    string Group,
    string Kind,
    string Plural,
    string Scope,
    IReadOnlyList<CrdVersion> Versions,
    JsonElement Schemas
)
{
    // Fields of every object, which definitions do not repeat.
    private static readonly string[] ObjectFields = ["apiVersion", "kind", "metadata"];

    private readonly Lazy<IReadOnlyList<StructuralSchema>> _schemas = new(() =>
        [.. Schemas.EnumerateArray().Select(schema => Read(schema, $"{Group} {Kind}"))]
    );

    private readonly ConcurrentDictionary<string, SchemaNode> _served = new(StringComparer.Ordinal);

    /// <summary>The schemas of whole objects, read when they are first asked for.</summary>
    public IReadOnlyList<StructuralSchema> StructuralSchemas => _schemas.Value;

    public static CrdKind Read(JsonElement json) =>
        new(
            json.GetProperty("group").GetString()!,
            json.GetProperty("kind").GetString()!,
            json.GetProperty("plural").GetString()!,
            json.GetProperty("scope").GetString()!,
            [.. json.GetProperty("versions").EnumerateArray().Select(CrdVersion.Read)],
            json.GetProperty("schemas")
        );

    /// <summary>What objects of a version are judged by, null where the API server does not take that version.</summary>
    public SchemaNode? Served(string version) => _served.TryGetValue(version, out var schema) ? schema : Compile(version);

    private SchemaNode? Compile(string version)
    {
        if (Versions.FirstOrDefault(one => one.Served && one.Name == version) is not { } served)
        {
            return null;
        }

        var schema = StructuralSchemas[served.Schema];
        var judged = served.HasStatus ? schema.With("status", StructuralSchema.Anything) : schema;
        return _served.GetOrAdd(version, SchemaNode.Compile(judged, $"{Group} {Kind}"));
    }

    private static StructuralSchema Read(JsonElement json, string name) =>
        ObjectFields.Aggregate(SchemaReader.Read(json, name), (all, field) => all.With(field, StructuralSchema.Anything));
}
