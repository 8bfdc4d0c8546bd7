using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs marked with [EnumType]: to the string or number they wrap, and back.</summary>
internal static class EnumTypes
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?>?> Unwrapping = new();
    private static readonly ConcurrentDictionary<Type, ConstructorInfo?> Wrapping = new();

    public static bool TryUnwrap(object value, out object? unwrapped)
    {
        var unwrap = Unwrapping.GetOrAdd(
            value.GetType(),
            static type =>
            {
                if (!IsEnumType(type))
                {
                    return null;
                }

                var conversion = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                    .First(method =>
                        method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double))
                    );
                return wrapped => conversion.Invoke(null, [wrapped]);
            }
        );
        unwrapped = unwrap?.Invoke(value);
        return unwrap is not null;
    }

    public static bool TryWrap(Type type, object raw, out object? wrapped)
    {
        var constructor = Wrapping.GetOrAdd(
            type,
            static type =>
                type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                    .FirstOrDefault(one =>
                        one.GetParameters() is [{ ParameterType: var parameter }]
                        && (parameter == typeof(string) || parameter == typeof(double))
                    )
        );
        wrapped = constructor?.GetParameters()[0].ParameterType == raw.GetType() ? constructor.Invoke([raw]) : null;
        return wrapped is not null;
    }

    public static bool IsEnumType(Type type) => type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null;
}
