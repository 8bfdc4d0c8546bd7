using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeshStack.Hosting;

/// <summary>What the configuration of a program's stack says may leave: <c>meshstack:removed</c>, as in a definition.</summary>
internal static partial class ProgramRemovals
{
    private const string Key = "removed";

    /// <summary>What may leave; nothing where the configuration does not say it.</summary>
    /// <param name="configuration">What the engine gave this process.</param>
    /// <exception cref="FormatException">It is said in another form than the one that is understood.</exception>
    public static RemovalSettings From(EngineConfiguration configuration)
    {
        if (configuration.Values.GetValueOrDefault(Key) is not { } text)
        {
            return new();
        }

        var given = configuration.SecretKeys.Contains(Key) ? "a secret" : $"'{QuotedText.Of(text)}'";
        try
        {
            if (JsonSerializer.Deserialize(text, RemovedJson.Default.Removed) is { IsValid: true } removed)
            {
                return new() { Clusters = removed.Clusters ?? [], Namespaces = removed.Namespaces ?? [] };
            }
        }
        catch (JsonException)
        {
            // What it says of places within the text is no help.
        }

        throw new FormatException(
            $"{StackConfiguration.Namespace}:{Key} is {given}; allowed are lists of names, a namespace with its cluster: "
                + """{"clusters": ["CLUSTER"], "namespaces": ["CLUSTER/NAMESPACE"]}"""
        );
    }

    private sealed record Removed(IReadOnlyList<string>? Clusters = null, IReadOnlyList<string>? Namespaces = null)
    {
        // An entry may be null, whatever its type says.
        [JsonIgnore]
        public bool IsValid =>
            Clusters?.All(name => name is { Length: > 0 }) != false
            && Namespaces?.All(name => name?.Split('/') is [{ Length: > 0 }, { Length: > 0 }]) != false;
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
    )]
    [JsonSerializable(typeof(Removed))]
    private sealed partial class RemovedJson : JsonSerializerContext;
}
