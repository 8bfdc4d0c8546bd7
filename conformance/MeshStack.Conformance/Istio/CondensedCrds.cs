using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MeshStack.Manifests;

namespace MeshStack.Conformance.Istio;

/// <summary>Istio's file of CustomResourceDefinitions, condensed to what the API server judges objects by.</summary>
/// <param name="Istio">The release that the file belongs to, such as <c>1.32.0</c>.</param>
/// <param name="Text">The table as it stands in manifests/Crds/Tables.</param>
internal sealed partial record CondensedCrds(string Istio, string Text)
{
    private const string Notice =
        "Derived from Istio's CustomResourceDefinitions. Copyright Istio Authors, Apache License 2.0. Changed: see NOTICE.";

    // What a table leaves out: it changes how kubectl names and prints objects, and nothing of what is accepted.
    private static readonly HashSet<string> Names = ["kind", "plural", "singular", "listKind", "shortNames", "categories"];

    private static readonly HashSet<string> Versions = ["name", "served", "storage", "schema", "subresources", "additionalPrinterColumns"];

    /// <summary>The minor version of Istio, which tables are named for.</summary>
    public string Minor => Istio[..Istio.LastIndexOf('.')];

    /// <summary>Condenses a file that is named for its release, such as <c>crds-1.32.0.yaml</c>.</summary>
    /// <exception cref="ConformanceException">The file is no such file, or holds something that a table has no place for.</exception>
    public static CondensedCrds Read(string file)
    {
        if (FileName().Match(Path.GetFileName(file)) is not { Success: true } name)
        {
            throw new ConformanceException($"{file}: the name does not end with Istio's release, as in crds-1.32.0.yaml");
        }

        try
        {
            return From(File.ReadAllText(file), file, name.Groups["istio"].Value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ManifestFormatException)
        {
            throw new ConformanceException($"{file}: {e.Message}");
        }
    }

    private static CondensedCrds From(string yaml, string file, string istio)
    {
        var definitions = ManifestYaml.Read(yaml, file, "istio").Where(manifest => manifest.Kind == "CustomResourceDefinition");
        var kinds = definitions.Select(Kind).ToArray<JsonNode>();
        if (kinds.Length == 0)
        {
            throw new ConformanceException($"{file}: there is no CustomResourceDefinition in it");
        }

        var table = new JsonObject
        {
            ["istio"] = istio,
            ["notice"] = Notice,
            ["kinds"] = new JsonArray(kinds),
        };
        return new(istio, TableLayout.Write(table));
    }

    private static JsonObject Kind(Manifest definition)
    {
        var spec = definition.Spec;
        Expect(spec, ["group", "names", "scope", "versions"]);
        Expect(spec["names"], Names);
        var versions = spec["versions"].Items;
        var schemas = versions.Select(Schema).DistinctBy(TableLayout.Write, StringComparer.Ordinal).ToArray<JsonNode>();
        return new()
        {
            ["group"] = spec["group"].Text,
            ["kind"] = spec["names"]["kind"].Text,
            ["plural"] = spec["names"]["plural"].Text,
            ["scope"] = spec["scope"].Text,
            ["versions"] = new JsonArray([.. versions.Select(version => Version(version, schemas))]),
            ["schemas"] = new JsonArray(schemas),
        };
    }

    private static JsonObject Version(Field version, JsonNode[] schemas)
    {
        Expect(version, Versions);
        return new()
        {
            ["name"] = version["name"].Text,
            ["served"] = version["served"].IsTrue,
            ["storage"] = version["storage"].IsTrue,
            ["subresources"] = SchemaCondenser.Json(version["subresources"].Value),
            ["schema"] = Array.FindIndex(schemas, schema => JsonNode.DeepEquals(schema, Schema(version))),
        };
    }

    private static JsonObject Schema(Field version)
    {
        Expect(version["schema"], ["openAPIV3Schema"]);
        return SchemaCondenser.Condense(version["schema"]["openAPIV3Schema"]);
    }

    private static void Expect(Field field, HashSet<string> known)
    {
        if (field.Entries.FirstOrDefault(entry => !known.Contains(entry.Name)) is { } unknown)
        {
            throw new ConformanceException($"{unknown.Path}: tables have no place for it; if it changes what is accepted, they need one");
        }
    }

    [GeneratedRegex(@"(?<istio>[0-9]+\.[0-9]+\.[0-9]+)\.ya?ml\z", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
