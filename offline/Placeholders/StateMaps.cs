using System.Collections.Immutable;

namespace MeshStack.Offline.Placeholders;

/// <summary>Small edits on the maps that mocks are given and give back.</summary>
internal static class StateMaps
{
    public static ImmutableDictionary<string, object> Map(params ReadOnlySpan<(string Key, object Value)> entries)
    {
        var map = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }

        return map.ToImmutable();
    }

    public static ImmutableDictionary<string, object> MapAt(this ImmutableDictionary<string, object> state, string key) =>
        state.GetValueOrDefault(key) as ImmutableDictionary<string, object> ?? ImmutableDictionary<string, object>.Empty;

    public static string? TextAt(this ImmutableDictionary<string, object> state, string key) =>
        state.GetValueOrDefault(key) is string { Length: > 0 } text ? text : null;

    /// <summary>The map with an entry that is set only where none is.</summary>
    public static ImmutableDictionary<string, object> Default(this ImmutableDictionary<string, object> state, string key, object value) =>
        state.ContainsKey(key) ? state : state.Add(key, value);
}
