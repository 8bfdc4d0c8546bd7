using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MeshStack.Manifests;
using Pulumi;
using Pulumi.Utilities;

namespace MeshStack.Offline.Trees;

/// <summary>Turns what the mocks see into plain trees: sorted keys, shared texts, whole numbers as longs.</summary>
/// <remarks>A preview is over before the runtime gets to optimizing, so that the busiest methods are optimized from the start.</remarks>
internal sealed class TreeBuilder(StringPool pool)
{
    private const double LargestExactInteger = 9_007_199_254_740_992;
    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] SmallNumbers = [.. Enumerable.Range(0, 256).Select(number => (object)(long)number)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ObjectMap Map(ImmutableDictionary<string, object> entries)
    {
        if (entries.IsEmpty)
        {
            return ObjectMap.Empty;
        }

        var keys = new string[entries.Count];
        var values = new object?[entries.Count];
        var index = 0;
        foreach (var (key, value) in entries)
        {
            keys[index] = pool.Share(key);
            values[index++] = Value(value);
        }

        return ObjectMap.From(keys, values);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public object? Value(object? value) =>
        value switch
        {
            null => null,
            string text => pool.Share(text),
            double number => Number(number),
            bool flag => flag ? True : False,
            ImmutableDictionary<string, object> map => Map(map),
            ImmutableArray<object> list => list.IsDefaultOrEmpty ? Array.Empty<object?>() : List(list),
            int number => Number(number),
            Resource resource => UrnOf(resource),
            _ => pool.Share($"[{value.GetType().Name}]"),
        };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private object?[] List(ImmutableArray<object> list)
    {
        var items = new object?[list.Length];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = Value(list[index]);
        }

        return items;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static object Number(double number)
    {
        if (Math.Abs(number) > LargestExactInteger || Math.Truncate(number) != number)
        {
            return number;
        }

        var whole = (long)number;
        return whole is >= 0 and < 256 ? SmallNumbers[whole] : whole;
    }

    private string UrnOf(Resource resource)
    {
        var urn = OutputUtilities.GetValueAsync(resource.Urn);
        return pool.Share(urn.IsCompletedSuccessfully && urn.Result is { } known ? known : "[resource]");
    }
}
