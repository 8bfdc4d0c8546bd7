using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MeshStack.Infra.Tests.Registrations;

/// <summary>All that an engine hears of a program, one resource after the other.</summary>
internal static class RegistrationText
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Recording recording)
    {
        var text = new StringBuilder();
        foreach (var resource in recording.Resources)
        {
            text.Append(resource).Append('\n');
            Line("reads", resource.ReadId is { } id ? [id] : []);
            Line("parent", resource.Parent is { } parent ? [parent.ToString()] : []);
            Line("cluster", resource.Cluster is { } cluster ? [cluster] : []);
            Line("depends on", resource.DependsOn.Select(d => d.ToString()));
            Line("inputs from", resource.InputsFrom.Select(d => d.ToString()));
            Line("options", Options(resource.Options));
            Line("secret", resource.SecretInputs);
            Line("inputs", resource.Inputs.Count == 0 ? [] : [JsonSerializer.Serialize(resource.Inputs, Json)]);
        }

        return text.ToString();

        void Line(string name, IEnumerable<string> values)
        {
            var all = string.Join(", ", values);
            text.Append(all.Length == 0 ? "" : $"  {name}: {all}\n");
        }
    }

    private static IEnumerable<string> Options(RecordedOptions options) =>
        new[]
        {
            options.Protect ? "protect" : "",
            options.RetainOnDelete ? "retainOnDelete" : "",
            options.DeleteBeforeReplace ? "deleteBeforeReplace" : "",
            options.DeletedWith is { } other ? $"deletedWith {other}" : "",
            options.Aliases > 0 ? $"aliases {options.Aliases}" : "",
            List("ignoreChanges", options.IgnoreChanges),
            List("replaceOnChanges", options.ReplaceOnChanges),
            List("additionalSecretOutputs", options.AdditionalSecretOutputs),
        }.Where(option => option.Length > 0);

    private static string List(string name, IReadOnlyList<string> values) =>
        values.Count == 0 ? "" : $"{name} [{string.Join(", ", values)}]";
}
