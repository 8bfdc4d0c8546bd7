using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace MeshStack.Definition;

/// <summary>One setting of a record, with the key that is declared for it.</summary>
/// <param name="Key">The key; with a dot where it stands in a mapping that has no record of its own.</param>
/// <param name="Type">Its type, without the mark that it may be missing.</param>
/// <param name="Property">The property that holds it.</param>
/// <param name="Declaration">What is declared of the key.</param>
/// <param name="Form">What stands at the key.</param>
internal sealed record SettingMember(string Key, Type Type, PropertyInfo Property, KeyAttribute Declaration, KeyForm Form)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<SettingMember>> OfTypes = new();

    /// <summary>The settings of a record that have keys, in the order of their declaration, inherited ones last.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Kept.Whole)]
    public static IReadOnlyList<SettingMember> Of(Type settings) =>
        OfTypes.GetOrAdd(
            settings,
            type =>
                [
                    .. type.GetProperties(Any)
                        .Select(property => (Property: property, Declared: DeclarationOf(property, type)))
                        .Where(p => p.Declared is not null)
                        .OrderBy(p => Depth(type, p.Property.DeclaringType!))
                        .ThenBy(p => p.Declared!.Line)
                        .Select(p => From(p.Property, p.Declared!)),
                ]
        );

    /// <summary>The texts that are allowed for a setting.</summary>
    public static IReadOnlyList<string> AllowedFor<TSettings>(string property) =>
        Of(typeof(TSettings)).First(m => m.Property.Name == property).Declaration.Choices;

    /// <summary>What a list or map holds.</summary>
    public Type ItemType => Type.GetGenericArguments()[^1];

    private static SettingMember From(PropertyInfo property, KeyAttribute key)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new(key.Name ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..], type, property, key, FormOf(type, key));
    }

    // Records that are made from Istio's own tables have their keys declared by an interface.
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Kept.Whole)]
    private static KeyAttribute? DeclarationOf(PropertyInfo property, Type type) =>
        property.GetCustomAttribute<KeyAttribute>(inherit: false)
        ?? type.GetInterfaces()
            .Select(i => i.GetProperty(property.Name, Any)?.GetCustomAttribute<KeyAttribute>(inherit: false))
            .FirstOrDefault(declared => declared is not null);

    private static int Depth(Type type, Type declaring) => type == declaring ? 0 : 1 + Depth(type.BaseType!, declaring);

    private static KeyForm FormOf(Type type, KeyAttribute key) =>
        key.IsReference ? (IsGeneric(type, typeof(IReadOnlyList<>)) ? KeyForm.References : KeyForm.Reference)
        : type == typeof(string)
            ? key.IsDuration ? KeyForm.Duration
                : key.IsDate ? KeyForm.Date
                : KeyForm.Text
        : type == typeof(int) ? KeyForm.Number
        : type == typeof(double) ? KeyForm.Real
        : type == typeof(bool) ? KeyForm.Flag
        : type == typeof(TextValue)
            ? key.IsConfigured ? KeyForm.Configured
                : KeyForm.Configurable
        : type == typeof(IReadOnlyList<string>) ? KeyForm.Texts
        : type == typeof(IReadOnlyList<int>) ? KeyForm.Numbers
        : type == typeof(IReadOnlyDictionary<string, string>) ? KeyForm.TextMap
        : type == typeof(IReadOnlyDictionary<string, object>) ? KeyForm.Values
        : IsGeneric(type, typeof(IReadOnlyList<>)) ? KeyForm.Mappings
        : IsGeneric(type, typeof(IReadOnlyDictionary<,>)) ? KeyForm.Map
        : type.IsClass && Of(type).Count > 0 ? KeyForm.Mapping
        : throw new NotSupportedException($"A definition cannot hold a setting of the type {type}.");

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
