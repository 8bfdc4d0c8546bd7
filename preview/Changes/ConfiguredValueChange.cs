namespace MeshStack.Preview.Changes;

/// <summary>What becomes of a value under a configuration key of its own: that it differs, and never what it is.</summary>
/// <param name="Key">The key, without the project's namespace.</param>
/// <param name="What">What becomes of it, in a few words.</param>
/// <param name="Source">Where it is asked for, or was.</param>
internal sealed record ConfiguredValueChange(string Key, string What, SourceLocation Source)
{
    /// <summary>The changes, by key.</summary>
    public static IReadOnlyList<ConfiguredValueChange> Between(MeshDefinition? before, MeshDefinition? after)
    {
        var was = (before?.Values ?? []).DistinctBy(value => value.Key).ToDictionary(value => value.Key, StringComparer.Ordinal);
        var now = (after?.Values ?? []).DistinctBy(value => value.Key).ToDictionary(value => value.Key, StringComparer.Ordinal);
        return
        [
            .. from key in was.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            let old = was.GetValueOrDefault(key)
            let value = now.GetValueOrDefault(key)
            let what = Of(old, value)
            where what is not null
            select new ConfiguredValueChange(key, what, (value ?? old)!.Location),
        ];
    }

    private static string? Of(ConfigurationValue? before, ConfigurationValue? after) =>
        after is null ? "is not asked for any more"
        : before is null ? "is asked for now" + (after.IsSet ? "" : ", and not set yet")
        : after.IsSet && !before.IsSet ? "is set"
        : before.IsSet && !after.IsSet ? "is not set any more"
        : before.Sealed != after.Sealed && (before.Sealed ?? after.Sealed) is not null
            ? "is set anew; encrypted, so that nobody sees whether it differs"
        : before.Shown != after.Shown ? "differs"
        : null;
}
