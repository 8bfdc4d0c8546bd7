using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace MeshStack.Preview.Transitions;

/// <summary>A resource in the state of a stack, with the outputs that its last successful operation left.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Outputs">Its outputs.</param>
public sealed record StackResource(string Urn, IReadOnlyDictionary<string, object?> Outputs)
{
    private const string Suffix = "-provider";

    private readonly string[] _types = TypesOf(Urn);

    /// <summary>Its type token.</summary>
    public string Type => _types[^1];

    /// <summary>The type of its parent; null right under the stack.</summary>
    public string? ParentType => _types.Length > 1 ? _types[^2] : null;

    /// <summary>Its logical name.</summary>
    public string Name { get; } = Urn.Split("::", 4) is [_, _, _, var name] ? name : "";

    /// <summary>The type of the component that it is part of, right under the stack; null where it is part of none.</summary>
    internal string? TopType => _types.Length > 1 ? _types[0] : null;

    /// <summary>A text among its outputs; null where there is none.</summary>
    public string? Text(params ReadOnlySpan<string> path) =>
        At(path) switch
        {
            string { Length: > 0 } text => text,
            object at and (bool or double) => Convert.ToString(at, CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>The texts of a map among its outputs.</summary>
    internal ImmutableSortedDictionary<string, string> Texts(params ReadOnlySpan<string> path) =>
        At(path) switch
        {
            IReadOnlyDictionary<string, object?> map => Texts(map),
            IDictionary map => Texts(map.Cast<DictionaryEntry>().Select(e => KeyValuePair.Create((string)e.Key, e.Value))),
            _ => ImmutableSortedDictionary<string, string>.Empty,
        };

    private static ImmutableSortedDictionary<string, string> Texts(IEnumerable<KeyValuePair<string, object?>> map) =>
        map.Where(e => e.Value is string).ToImmutableSortedDictionary(e => e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private object? At(ReadOnlySpan<string> path)
    {
        object? at = Outputs;
        foreach (var key in path)
        {
            at = at switch
            {
                IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(key),
                IDictionary map => map[key],
                _ => null,
            };
        }

        return at;
    }

    /// <summary>The cluster that it is the provider of; null for what is none.</summary>
    internal string? ProviderOf =>
        Type == PulumiTypes.KubernetesProvider && Name.Split("::")[0] is var name && name.EndsWith(Suffix, StringComparison.Ordinal)
            ? name[..^Suffix.Length]
            : null;

    /// <summary>What follows the name of a cluster in its own; null where it does not begin with that.</summary>
    internal string? After(string cluster) =>
        Name.Length > cluster.Length && Name[cluster.Length] == '-' && Name.StartsWith(cluster, StringComparison.Ordinal)
            ? Name[(cluster.Length + 1)..]
            : null;

    /// <summary>The resources of a plan as the state of a stack would have them, with inputs in place of outputs.</summary>
    internal static IEnumerable<StackResource> Of(Plan plan) =>
        plan
            .Resources.Where(r => r.ReadId is null)
            .Select(r => new StackResource($"urn:pulumi:stack::project::{TypesOf(plan, r)}::{r.Key.Name}", (Plain(r.Inputs))));

    private static string TypesOf(Plan plan, PlannedResource resource) =>
        resource.Parent is { } parent && plan.Find(parent) is { } above ? $"{TypesOf(plan, above)}${resource.Key.Type}" : resource.Key.Type;

    // A text that only a deployment knows stands as its placeholder.
    private static ImmutableDictionary<string, object?> Plain(IReadOnlyDictionary<string, object> inputs) =>
        inputs.ToImmutableDictionary(
            i => i.Key,
            i =>
                i.Value switch
                {
                    TextValue text => text.ToString(),
                    IReadOnlyDictionary<string, object> map => Plain(map),
                    var other => (object?)other,
                }
        );

    // urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME
    private static string[] TypesOf(string urn) => urn.Split("::", 4) is [_, _, var types, _] ? types.Split('$') : [""];
}
