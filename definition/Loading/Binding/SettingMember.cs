using System.Collections.Concurrent;
using System.Reflection;

namespace MeshStack.Definition;

/// <summary>One setting of a record of settings, under the key that it has in YAML.</summary>
/// <param name="Key">The key: the name in camel case.</param>
/// <param name="Type">Its type, without the mark that it may be missing.</param>
/// <param name="Property">The property that holds it.</param>
internal sealed record SettingMember(string Key, Type Type, PropertyInfo Property)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<SettingMember>> OfTypes = new();

    /// <summary>The settings of a record, in the order of their keys.</summary>
    public static IReadOnlyList<SettingMember> Of(Type settings) => OfTypes.GetOrAdd(settings, type =>
    [
        .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.CanWrite)
            .Select(p => new SettingMember(KeyOf(p.Name), Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType, p))
            .OrderBy(m => m.Key, StringComparer.Ordinal),
    ]);

    private static string KeyOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
