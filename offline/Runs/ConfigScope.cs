using System.Text.Json;

namespace MeshStack.Offline.Runs;

/// <summary>The configuration of one run in the environment, where the SDK reads it; the former one comes back at the end.</summary>
internal sealed class ConfigScope : IDisposable
{
    private const string ConfigVariable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    private readonly string? _config = Environment.GetEnvironmentVariable(ConfigVariable);
    private readonly string? _secretKeys = Environment.GetEnvironmentVariable(SecretKeysVariable);

    public ConfigScope(OfflineOptions options)
    {
        if (options.Config is { } config)
        {
            var full = config.ToDictionary(entry => FullKey(entry.Key), entry => entry.Value);
            Environment.SetEnvironmentVariable(ConfigVariable, JsonSerializer.Serialize(full));
            Environment.SetEnvironmentVariable(SecretKeysVariable, JsonSerializer.Serialize(options.SecretKeys.Select(FullKey)));
        }

        SecretValues = ReadSecretValues();

        string FullKey(string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{options.Project}:{key}";
    }

    /// <summary>The values of the keys that are marked secret.</summary>
    public IReadOnlyList<string> SecretValues { get; }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ConfigVariable, _config);
        Environment.SetEnvironmentVariable(SecretKeysVariable, _secretKeys);
    }

    private static List<string> ReadSecretValues()
    {
        var values = new List<string>();
        try
        {
            if (
                Environment.GetEnvironmentVariable(SecretKeysVariable) is { Length: > 0 } keys
                && Environment.GetEnvironmentVariable(ConfigVariable) is { Length: > 0 } config
            )
            {
                using var document = JsonDocument.Parse(config);
                foreach (var key in JsonSerializer.Deserialize<string[]>(keys)!)
                {
                    if (document.RootElement.TryGetProperty(key, out var value))
                    {
                        values.Add(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
                    }
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new OfflineException([
                $"the environment's {ConfigVariable} or {SecretKeysVariable} is not the JSON that Pulumi puts there",
            ]);
        }

        return values;
    }
}
