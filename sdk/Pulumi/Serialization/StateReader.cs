using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns wire values into the types of outputs; what does not fit becomes the type's default value.</summary>
internal abstract class StateReader
{
    private static readonly ConcurrentDictionary<Type, StateReader> Readers = new();

    public static T Read<T>(object? raw) => raw is null ? default! : ((StateReader<T>)From(typeof(T))).Read(raw, out _);

    public static StateReader From(Type type) => Readers.GetOrAdd(type, static type => Make(type));

    public abstract object? ReadObject(object raw, out bool fits);

    private static StateReader Make(Type type)
    {
        if (type == typeof(object))
        {
            return new Plain<object>();
        }

        if (type == typeof(string))
        {
            return new Plain<string>();
        }

        if (type == typeof(bool))
        {
            return new Plain<bool>();
        }

        if (type == typeof(double))
        {
            return new Plain<double>();
        }

        if (type == typeof(int))
        {
            return new Whole();
        }

        if (type == typeof(JsonElement))
        {
            return new Json();
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Generic(typeof(Optional<>), underlying);
        }

        if (type.IsEnum)
        {
            return Generic(typeof(NumberedEnum<>), type);
        }

        if (EnumTypes.IsEnumType(type))
        {
            return Generic(typeof(WrappedEnum<>), type);
        }

        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var arguments = type.GetGenericArguments();
            if (definition == typeof(ImmutableArray<>))
            {
                return Generic(typeof(List<>), arguments);
            }

            if (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string))
            {
                return Generic(typeof(Map<>), arguments[1]);
            }

            if (definition == typeof(Union<,>))
            {
                return Generic(typeof(Either<,>), arguments);
            }
        }

        return type.GetCustomAttribute<OutputTypeAttribute>() is not null
            ? Generic(typeof(OutputTypeReader<>), type)
            : Generic(typeof(Plain<>), type);
    }

    private static StateReader Generic(Type reader, params Type[] arguments) =>
        (StateReader)Activator.CreateInstance(reader.MakeGenericType(arguments))!;

    private sealed class Plain<T> : StateReader<T>
    {
        public override T Read(object raw, out bool fits)
        {
            fits = raw is T;
            return fits ? (T)raw : default!;
        }
    }

    private sealed class Whole : StateReader<int>
    {
        public override int Read(object raw, out bool fits)
        {
            fits = raw is double;
            return fits ? (int)(double)raw : 0;
        }
    }

    private sealed class Optional<T> : StateReader<T?>
        where T : struct
    {
        public override T? Read(object raw, out bool fits)
        {
            var value = ((StateReader<T>)From(typeof(T))).Read(raw, out fits);
            return fits ? value : null;
        }
    }

    private sealed class NumberedEnum<T> : StateReader<T>
    {
        public override T Read(object raw, out bool fits)
        {
            fits = raw is double;
            return fits ? (T)Enum.ToObject(typeof(T), (int)(double)raw) : default!;
        }
    }

    private sealed class WrappedEnum<T> : StateReader<T>
    {
        public override T Read(object raw, out bool fits)
        {
            fits = EnumTypes.TryWrap(typeof(T), raw, out var wrapped);
            return fits ? (T)wrapped! : default!;
        }
    }

    private sealed class List<T> : StateReader<ImmutableArray<T>>
    {
        private readonly StateReader<T> _element = (StateReader<T>)From(typeof(T));

        public override ImmutableArray<T> Read(object raw, out bool fits)
        {
            fits = true;
            switch (raw)
            {
                case ImmutableArray<T> same:
                    return same;
                case ImmutableArray<object?> list:
                    var elements = ImmutableArray.CreateBuilder<T>(list.Length);
                    foreach (var element in list)
                    {
                        elements.Add(element is null ? default! : _element.Read(element, out _));
                    }

                    return elements.DrainToImmutable();
                default:
                    fits = false;
                    return default;
            }
        }
    }

    private sealed class Map<T> : StateReader<ImmutableDictionary<string, T>>
    {
        private readonly Lazy<StateReader<T>> _value = new(static () => (StateReader<T>)From(typeof(T)));

        public override ImmutableDictionary<string, T> Read(object raw, out bool fits)
        {
            fits = true;
            switch (raw)
            {
                case ImmutableDictionary<string, T> same:
                    return same;
                case ImmutableDictionary<string, object?> map:
                    var values = ImmutableDictionary.CreateBuilder<string, T>();
                    foreach (var (key, value) in map)
                    {
                        values[key] = value is null ? default! : _value.Value.Read(value, out _);
                    }

                    return values.ToImmutable();
                default:
                    fits = false;
                    return null!;
            }
        }
    }

    private sealed class Either<T0, T1> : StateReader<Union<T0, T1>>
    {
        public override Union<T0, T1> Read(object raw, out bool fits)
        {
            var first = ((StateReader<T0>)From(typeof(T0))).Read(raw, out fits);
            if (fits)
            {
                return first;
            }

            var second = ((StateReader<T1>)From(typeof(T1))).Read(raw, out fits);
            return fits ? second : default(Union<T0, T1>);
        }
    }

    private sealed class Json : StateReader<JsonElement>
    {
        public override JsonElement Read(object raw, out bool fits)
        {
            fits = true;
            using var document = JsonDocument.Parse(JsonText.Of(raw));
            return JsonSerializer.SerializeToElement(document.RootElement);
        }
    }
}
