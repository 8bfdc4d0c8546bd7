using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;

namespace MeshStack.Infra.Definition.Binding;

/// <summary>One input of a component's args, under the key that its attribute names.</summary>
/// <param name="Key">The key.</param>
/// <param name="Type">Its type, without the mark that it may be missing.</param>
/// <param name="Property">The property that holds it.</param>
internal sealed record ArgsMember(string Key, Type Type, PropertyInfo Property)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<ArgsMember>> OfTypes = new();

    /// <summary>The inputs of a type of args, in the order of their keys.</summary>
    public static IReadOnlyList<ArgsMember> Of(Type args) => OfTypes.GetOrAdd(args, type =>
    [
        .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Select(p => (Property: p, Key: KeyOf(p)))
            .Where(p => p.Key != null && p.Property.CanWrite)
            .Select(p => new ArgsMember(p.Key!, Nullable.GetUnderlyingType(p.Property.PropertyType) ?? p.Property.PropertyType, p.Property))
            .OrderBy(m => m.Key, StringComparer.Ordinal),
    ]);

    // The attribute keeps its name to itself.
    private static string? KeyOf(PropertyInfo property) => property.GetCustomAttributesData()
        .FirstOrDefault(a => a.AttributeType == typeof(InputAttribute))?.ConstructorArguments[0].Value as string;
}
