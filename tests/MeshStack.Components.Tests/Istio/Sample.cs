using System.Reflection;
using Pulumi;

namespace MeshStack.Components.Tests.Istio;

/// <summary>A value of any input type, args filled to the last field.</summary>
internal static class Sample
{
    public static object Of(Type type)
    {
        if (type == typeof(string) || type == typeof(object))
        {
            return "text";
        }

        if (type == typeof(int))
        {
            return 7;
        }

        if (type == typeof(double))
        {
            return 1.5;
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            var values = (IReadOnlyList<string>)type.GetProperty("Values")!.GetValue(null)!;
            return type.GetMethod("Parse")!.Invoke(null, [values[^1]])!;
        }

        return type.IsGenericType ? Collection(type, type.GenericTypeArguments[0]) : Filled(type);
    }

    private static object Collection(Type type, Type element)
    {
        var input = typeof(Input<>).MakeGenericType(element);
        var item = input.GetMethod("op_Implicit", [element])!.Invoke(null, [Of(element)])!;
        if (type == input)
        {
            return item;
        }

        var collection = Activator.CreateInstance(type)!;
        if (type.GetGenericTypeDefinition() == typeof(InputMap<>))
        {
            _ = type.GetMethod("Add", [typeof(string), input])!.Invoke(collection, ["key", item]);
            return collection;
        }

        var items = Array.CreateInstance(input, 1);
        items.SetValue(item, 0);
        _ = type.GetMethod("Add", [input.MakeArrayType()])!.Invoke(collection, [items]);
        return collection;
    }

    private static object Filled(Type type)
    {
        var args = Activator.CreateInstance(type)!;
        foreach (
            var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(p => p.CanWrite)
        )
        {
            property.SetValue(args, Of(property.PropertyType));
        }

        return args;
    }
}
