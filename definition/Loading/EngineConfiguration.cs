using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MeshStack.Definition;

/// <summary>The project's configuration as the engine hands it over, wherever it comes from: the stack's file, the command line or an
/// environment.</summary>
/// <param name="Values">The values by key, without the project's namespace.</param>
/// <param name="SecretKeys">The keys whose values are secret.</param>
public sealed partial record EngineConfiguration(IReadOnlyDictionary<string, string> Values, IReadOnlySet<string> SecretKeys)
{
    private const string Prefix = StackConfiguration.Namespace + ":";

    /// <summary>What the engine gave this process. It hands all of it over as JSON; the SDK has no way to list the keys.</summary>
    internal static EngineConfiguration OfThisProcess() =>
        From(Environment.GetEnvironmentVariable("PULUMI_CONFIG"), Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS"));

    /// <summary>What the engine's two variables say.</summary>
    internal static EngineConfiguration From(string? config, string? secretKeys) =>
        new(
            Read(config, ConfigurationJson.Default.DictionaryStringString, [])
                .Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal))
                .ToDictionary(p => p.Key[Prefix.Length..], p => p.Value, StringComparer.Ordinal),
            Read(secretKeys, ConfigurationJson.Default.ListString, [])
                .Where(k => k.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(k => k[Prefix.Length..])
                .ToHashSet(StringComparer.Ordinal)
        );

    private static T Read<T>(string? json, JsonTypeInfo<T> type, T none) =>
        json is { Length: > 0 } ? JsonSerializer.Deserialize(json, type) ?? none : none;

    [JsonSerializable(typeof(Dictionary<string, string>))]
    [JsonSerializable(typeof(List<string>))]
    private sealed partial class ConfigurationJson : JsonSerializerContext;
}
