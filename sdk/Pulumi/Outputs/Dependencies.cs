using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Sets of resources in which null stands for the empty one.</summary>
internal static class Dependencies
{
    public static ImmutableHashSet<Resource>? Union(ImmutableHashSet<Resource>? first, ImmutableHashSet<Resource>? second)
        => first == null || ReferenceEquals(first, second) ? second
            : second == null ? first
            : first.Union(second);
}
