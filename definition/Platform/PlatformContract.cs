using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeshStack.Definition;

/// <summary>What the stack of a platform publishes for the stacks of teams: what its clusters are, without addresses and without any
/// key.</summary>
/// <remarks>A team's objects follow from it. Both sides work it out of the same definition, so that a difference says that one of them has
/// another version of it.</remarks>
internal static class PlatformContract
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The contract of a platform, as JSON with sorted keys.</summary>
    public static string Of(MeshDefinition definition)
    {
        var controlPlanes = MeshPlan.From(definition.Mesh).ControlPlanes(definition.Mesh);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteStartObject("clusters");
            foreach (var (name, controlPlane) in controlPlanes.OrderBy(c => c.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(name);
                Cluster(json, controlPlane, definition.Mesh.Clusters[name]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteString("meshId", definition.Mesh.MeshId);
            json.WriteString("topology", definition.Mesh.Topology);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Where the definition that a team has and what the platform's stack has published are not the same.</summary>
    /// <param name="own">The contract by the definition.</param>
    /// <param name="published">What the platform's stack has published.</param>
    /// <param name="platform">The name of that stack.</param>
    public static IEnumerable<ArgsProblem> Differences(string own, string published, string platform)
    {
        if (own == published)
        {
            return [];
        }

        var paths = new List<string>();
        Compare(JsonNode.Parse(own), Parsed(published), "", paths);
        return
        [
            new(
                "contract",
                $"{string.Join(", ", paths.Take(5))}{(paths.Count > 5 ? FormattableString.Invariant($" and {paths.Count - 5} more") : "")} "
                    + $"of the definition {(paths.Count == 1 ? "is" : "are")} not what the stack {platform} was updated to last: update "
                    + $"{platform} first, or take the definition that it has"
            ),
        ];
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Compare(JsonNode? own, JsonNode? other, string path, List<string> paths)
    {
        if (own is JsonObject map && other is JsonObject others)
        {
            foreach (var key in map.Select(p => p.Key).Union(others.Select(p => p.Key)).Order(StringComparer.Ordinal))
            {
                Compare(map[key], others[key], path.Length == 0 ? key : $"{path}.{key}", paths);
            }
        }
        else if (!JsonNode.DeepEquals(own, other))
        {
            paths.Add(path.Length == 0 ? "all" : path);
        }
    }

    private static void Cluster(Utf8JsonWriter json, ControlPlaneModel controlPlane, MeshMemberSettings member)
    {
        var identity = controlPlane.Cluster;
        Texts(json, "discoversServicesOf", controlPlane.DiscoversServicesOf);
        json.WriteString("domain", identity.Domain);
        json.WriteStartObject("gateways");
        Gateway(json, "eastWest", controlPlane.EastWest);
        Gateway(json, "ingress", controlPlane.Ingress);
        json.WriteEndObject();
        Texts(json, "namespaces", member.Namespaces.Keys.Order(StringComparer.Ordinal));
        json.WriteString("network", identity.Network);
        if (identity.Region is { } region)
        {
            json.WriteString("region", region);
        }

        json.WriteStartObject("revisions");
        foreach (var (revision, version) in controlPlane.Revisions!.Versions.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            json.WriteString(revision, version);
        }

        json.WriteEndObject();
        json.WriteString("systemNamespace", controlPlane.SystemNamespace);
        json.WriteString("trustDomain", identity.TrustDomain);
    }

    private static void Gateway(Utf8JsonWriter json, string name, GatewayModel? gateway)
    {
        if (gateway is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("name", gateway.Name);
        json.WriteString("namespace", gateway.Namespace);
        json.WriteStartObject("selector");
        foreach (var (key, value) in gateway.Selector.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteString("serviceAccount", gateway.ServiceAccount);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
