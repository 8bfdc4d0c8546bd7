using System.Text.Json;

namespace Pulumi.Deploying;

/// <summary>Configuration of a stack by full key, PROJECT:KEY.</summary>
internal sealed class StackSettings
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads PULUMI_CONFIG, one JSON object; anything else throws.</summary>
    public static StackSettings FromEnvironment()
    {
        var settings = new StackSettings();
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is { } config)
        {
            using var document = JsonDocument.Parse(config);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                settings._values[WithoutOldStyle(property.Name)] = property.Value.ToString();
            }
        }

        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS") is { } secretKeys)
        {
            // Which keys are secret is not visible to a program, but what is no JSON is refused.
            JsonDocument.Parse(secretKeys).Dispose();
        }

        return settings;
    }

    public string? Get(string fullKey) => _values.GetValueOrDefault(fullKey);

    private static string WithoutOldStyle(string key)
    {
        const string OldStyle = "config:";
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && key.AsSpan(colon + 1).StartsWith(OldStyle)
            ? string.Concat(key.AsSpan(0, colon + 1), key.AsSpan(colon + 1 + OldStyle.Length))
            : key;
    }
}
