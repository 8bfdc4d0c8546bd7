using System.Text.Json;
using MeshStack.Manifests;

namespace MeshStack.Components.Tests.Istio;

/// <summary>The part of a schema that the typed API answers to.</summary>
internal static class SchemaExtensions
{
    /// <summary>The type, or the keyword that stands in its place.</summary>
    public static string TypeName(this StructuralSchema schema) =>
        schema switch
        {
            { IntOrString: true } => "x-kubernetes-int-or-string",
            { PreserveUnknownFields: true } => "x-kubernetes-preserve-unknown-fields",
            _ => schema.Type ?? "no type",
        };

    /// <summary>Fields of which one at most is given: "none of them, or one of these", one required name each.</summary>
    public static IEnumerable<IReadOnlyList<string>> ExclusiveFields(this StructuralSchema schema) =>
        schema
            .AllOf.Prepend(schema)
            .Select(one => one.OneOf.SelectMany(alternative => alternative.Required).ToList())
            .Where(names => names.Count > 0);

    /// <summary>A schema from one line of JSON, for tests of the comparison itself.</summary>
    public static StructuralSchema Parse(string json) => SchemaReader.Read(JsonElement.Parse(json), "test");
}
