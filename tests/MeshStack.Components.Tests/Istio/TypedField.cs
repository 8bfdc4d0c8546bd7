using System.Reflection;
using Pulumi;

namespace MeshStack.Components.Tests.Istio;

/// <summary>An input of an args class by its name on the wire.</summary>
internal sealed record TypedField(string Name, Type Type, bool Required, Func<object, object?> Get)
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<TypedField> Of(Type args) =>
        args.GetMembers(Members).SelectMany(Read).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();

    private static IEnumerable<TypedField> Read(MemberInfo member) =>
        from attribute in member.GetCustomAttributesData()
        where attribute.AttributeType == typeof(InputAttribute)
        let name = (string)attribute.ConstructorArguments[0].Value!
        let required = (bool)attribute.ConstructorArguments[1].Value!
        select member switch
        {
            PropertyInfo property => new TypedField(name, property.PropertyType, required, property.GetValue),
            FieldInfo field => new TypedField(name, field.FieldType, required, field.GetValue),
            _ => throw new InvalidOperationException($"{member} carries [Input]."),
        };
}
