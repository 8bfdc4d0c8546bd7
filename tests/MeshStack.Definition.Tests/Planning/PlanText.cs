using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MeshStack.Definition.Planning;
using MeshStack.Manifests;

namespace MeshStack.Definition.Tests.Planning;

/// <summary>A plan as the accepted registrations tell of one: what an engine would hear of it, one resource after the other.</summary>
internal static class PlanText
{
    private const string Mask = "[secret]";

    // The generated class of a webhook adds the type that it had in the API before; what components say of their options is not compared.
    private static int Aliases(PlannedResource resource) =>
        resource.IsComponent
            ? 0
            : resource.FormerNames.Length + (resource.Key.Type.EndsWith(":MutatingWebhookConfiguration", StringComparison.Ordinal) ? 1 : 0);

    private static IEnumerable<string> Options(PlannedResource resource) =>
        new[]
        {
            resource.Protect ? "protect" : "",
            resource.RetainOnDelete ? "retainOnDelete" : "",
            Aliases(resource) is > 0 and var aliases ? string.Create(CultureInfo.InvariantCulture, $"aliases {aliases}") : "",
            resource.IgnoreChanges.Length > 0 ? $"ignoreChanges [{string.Join(", ", resource.IgnoreChanges)}]" : "",
        }.Where(option => option.Length > 0);

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Plan plan)
    {
        var sources = plan
            .Resources.SelectMany(r => r.Provides.Values.Select(v => (v.Name, Resource: r)))
            .ToDictionary(s => s.Name, s => s.Resource, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (
            var resource in plan.Resources.OrderBy(r => r.Key.Name, StringComparer.Ordinal).ThenBy(r => r.Key.Type, StringComparer.Ordinal)
        )
        {
            text.Append(resource.Key).Append('\n');
            Line("reads", resource.ReadId is { } id ? [id] : []);
            Line("parent", resource.Parent is { } parent ? [parent.ToString()] : []);
            Line("cluster", resource.Cluster is { } cluster ? [cluster] : []);
            Line("depends on", Sorted(resource.After));
            if (resource.IsComponent && resource.Key.Type.StartsWith("meshstack:", StringComparison.Ordinal))
            {
                continue;
            }

            Line(
                "inputs from",
                Sorted(
                    Texts(resource.Inputs)
                        .SelectMany(t => t.Needs)
                        .Where(n => sources.ContainsKey(n.Name))
                        .SelectMany(n => Origins(sources[n.Name]))
                )
            );
            Line("options", Options(resource));
            Line("inputs", resource.Inputs.Count == 0 ? [] : [JsonSerializer.Serialize(Shown(resource), Json)]);
        }

        return text.ToString();

        void Line(string name, IEnumerable<string> values)
        {
            var all = string.Join(", ", values);
            text.Append(all.Length == 0 ? "" : $"  {name}: {all}\n");
        }
    }

    // A read by the id of a release comes out of the release too.
    private static IEnumerable<ResourceId> Origins(PlannedResource source) =>
        source.ReadAfter is { } release ? [source.Key, release] : [source.Key];

    private static IEnumerable<string> Sorted(IEnumerable<ResourceId> keys) =>
        keys.Distinct().OrderBy(k => k.Name, StringComparer.Ordinal).ThenBy(k => k.Type, StringComparer.Ordinal).Select(k => k.ToString());

    private static IEnumerable<TextValue> Texts(object? value) =>
        value switch
        {
            TextValue text => [text],
            string => [],
            IEnumerable<KeyValuePair<string, object>> map => map.SelectMany(e => Texts(e.Value)),
            IEnumerable list => list.Cast<object?>().SelectMany(Texts),
            _ => [],
        };

    private static SortedDictionary<string, object?> Shown(PlannedResource resource)
    {
        var isSecret = resource.Key.Type == "kubernetes:core/v1:Secret";
        var inputs = (SortedDictionary<string, object?>)Plain(resource.Inputs)!;
        if (isSecret && inputs.TryGetValue("stringData", out var data))
        {
            inputs["stringData"] = ((SortedDictionary<string, object?>)data!).ToDictionary(e => e.Key, _ => (object?)Mask);
        }

        if (resource.Key.Type == "kubernetes:helm.sh/v3:Release")
        {
            inputs["compat"] = "true";
        }

        if (resource.Key.Type == "pulumi:providers:kubernetes")
        {
            inputs = new(
                inputs.ToDictionary(
                    e => e.Key,
                    e =>
                        e.Value is bool flag
                            ? flag
                                ? "true"
                                : "false"
                            : e.Value
                ),
                StringComparer.Ordinal
            );
        }

        return inputs;
    }

    private static object? Plain(object? value) =>
        value switch
        {
            TextValue text => text.IsSecret ? Mask : text.ToString(),
            string text => text,
            IEnumerable<KeyValuePair<string, object>> map => new SortedDictionary<string, object?>(
                map.ToDictionary(e => e.Key, e => Plain(e.Value)),
                StringComparer.Ordinal
            ),
            IEnumerable list => list.Cast<object?>().Select(Plain).ToList(),
            _ => value,
        };
}
