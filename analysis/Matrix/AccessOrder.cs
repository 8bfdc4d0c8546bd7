using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Matrix;

/// <summary>The order of what the matrix lists: ordinal, clusters first.</summary>
internal static class AccessOrder
{
    public static IOrderedEnumerable<T> By<T>(this IEnumerable<T> items, Func<T, AccessTarget> targetOf) =>
        items
            .OrderBy(item => targetOf(item).Cluster, StringComparer.Ordinal)
            .ThenBy(item => targetOf(item).Namespace, StringComparer.Ordinal)
            .ThenBy(item => targetOf(item).Service, StringComparer.Ordinal)
            .ThenBy(item => targetOf(item).Port);

    public static IOrderedEnumerable<T> ThenBy<T>(this IOrderedEnumerable<T> items, Func<T, AccessCaller> callerOf) =>
        items
            .ThenBy(item => callerOf(item).IsOutside)
            .ThenBy(item => callerOf(item).Cluster, StringComparer.Ordinal)
            .ThenBy(item => callerOf(item).Namespace, StringComparer.Ordinal)
            .ThenBy(item => callerOf(item).ServiceAccount, StringComparer.Ordinal)
            .ThenBy(item => callerOf(item).Identity, StringComparer.Ordinal);
}
