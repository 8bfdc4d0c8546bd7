using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Offline.Placeholders;

/// <summary>Placeholders for the outputs that a provider generates, such as a password or a certificate.</summary>
internal static class GeneratedOutputs
{
    private static readonly ConcurrentDictionary<Type, string[]> TextOutputs = new();

    public static ImmutableDictionary<string, object> Add(
        ImmutableDictionary<string, object> state,
        string type,
        string name,
        Type resource
    )
    {
        var filled = state.ToBuilder();
        foreach (var output in TextOutputs.GetOrAdd(resource, TextOutputsOf))
        {
            filled.TryAdd(output, IsEncoded(output) ? Placeholder.Base64(name, output) : Placeholder.Of(name, output));
        }

        switch (type)
        {
            case "random:index/randomInteger:RandomInteger":
                filled.TryAdd("result", state.GetValueOrDefault("min") ?? 0);
                break;
            case "random:index/randomShuffle:RandomShuffle":
                filled.TryAdd("results", state.GetValueOrDefault("inputs") ?? ImmutableArray<object>.Empty);
                break;
            case "tls:index/selfSignedCert:SelfSignedCert" or "tls:index/locallySignedCert:LocallySignedCert":
                filled.TryAdd("readyForRenewal", false);
                break;
        }

        return filled.ToImmutable();
    }

    // Programs decode these.
    private static bool IsEncoded(string output) => output is "base64" or "b64Std";

    private static string[] TextOutputsOf(Type resource) =>
        [
            .. resource
                .GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.PropertyType == typeof(Output<string>))
                .Select(property => property.GetCustomAttribute<OutputAttribute>() is { } output ? output.Name ?? property.Name : "")
                .Where(name => name is not ("" or "id" or "urn"))
                .Order(StringComparer.Ordinal),
        ];
}
