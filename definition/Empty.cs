using System.Collections.Immutable;

namespace MeshStack.Definition;

/// <summary>Collections of nothing, in ordinal order.</summary>
internal static class Empty
{
    public static ImmutableSortedDictionary<string, T> Map<T>() => Maps<T>.Instance;

    private static class Maps<T>
    {
        public static readonly ImmutableSortedDictionary<string, T> Instance = ImmutableSortedDictionary.Create<string, T>(
            StringComparer.Ordinal
        );
    }
}
