using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The resources that a value comes from: null for none, the resource itself for one, a set for several.</summary>
internal static class Origins
{
    public static object? Union(object? first, object? second) =>
        first is null || ReferenceEquals(first, second) ? second
        : second is null ? first
        : Set(first).Union(Set(second));

    public static ImmutableHashSet<Resource> Set(object? origin) =>
        origin switch
        {
            null => [],
            Resource one => [one],
            _ => (ImmutableHashSet<Resource>)origin,
        };
}
