using System.Text;
using System.Text.Json;

namespace MeshStack.Manifests.Tests;

/// <summary>Definitions of one kind, made for a test: a.istio.io/v1 Toy.</summary>
internal static class Toy
{
    /// <summary>The definitions of Istio 1.30 and up, oldest first, each with a schema for <c>spec</c>.</summary>
    public static IReadOnlyList<IstioCrds> Crds(params string[] specs) =>
        CrdVersions.From(specs.Select((spec, index) => Table($"1.{30 + index}.0", $"[{Kind("Toy", spec)}]"))).All;

    public static CrdTable Table(string istio, string kinds) =>
        CrdTable.Read(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"istio": "{{istio}}", "notice": "", "kinds": {{kinds}}}""")));

    public static string Kind(string kind, string spec) =>
        $$$"""
            {"group": "a.istio.io", "kind": "{{{kind}}}", "plural": "toys", "scope": "Namespaced",
              "versions": [
                {"name": "v1", "served": true, "storage": true, "subresources": {"status": {}}, "schema": 0},
                {"name": "v1alpha1", "served": false, "storage": false, "schema": 0}],
              "schemas": [{"type": "object", "properties": {
                "spec": {{{spec}}},
                "status": {"type": "object"}
              }}]}
            """;

    public static Manifest Object(string spec) => Istio.Object("a.istio.io/v1", "Toy", spec, "{name: a}");

    /// <summary>What a schema says of a value.</summary>
    public static IEnumerable<string> Errors(string schema, string value) =>
        Crds($$$"""{"type": "object", "properties": {"a": {{{schema}}}}}""")[0].Errors(Object($"{{a: {value}}}"));
}
