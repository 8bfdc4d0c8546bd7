using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Tells immutable arrays that were never assigned, whatever their type.</summary>
internal static class ImmutableArrays
{
    private static readonly ConcurrentDictionary<Type, object?> Defaults = new();

    public static bool IsDefault(IList list)
    {
        if (!list.GetType().IsValueType)
        {
            return false;
        }

        var unassigned = Defaults.GetOrAdd(
            list.GetType(),
            static type =>
                type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? Activator.CreateInstance(type) : null
        );
        return unassigned is not null && unassigned.Equals(list);
    }
}
