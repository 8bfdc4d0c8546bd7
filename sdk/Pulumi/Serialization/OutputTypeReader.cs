using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Turns wire objects into a class that is marked with [OutputType], by its [OutputConstructor].</summary>
internal sealed class OutputTypeReader<T> : StateReader<T>
{
    private readonly Parameter[] _parameters;
    private readonly ConstructorInvoker _construct;

    public OutputTypeReader()
    {
        var constructor = typeof(T)
            .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .First(one => one.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        _construct = ConstructorInvoker.Create(constructor);
        _parameters =
        [
            .. constructor
                .GetParameters()
                .Select(parameter => new Parameter(
                    parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!,
                    parameter.ParameterType,
                    parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null
                )),
        ];
    }

    public override T Read(object raw, out bool fits)
    {
        if (raw is not ImmutableDictionary<string, object?> map)
        {
            fits = false;
            return default!;
        }

        fits = true;
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = _parameters[i];
            arguments[i] =
                map.TryGetValue(parameter.WireName, out var value) && value is not null
                    ? From(parameter.Type).ReadObject(value, out _)
                    : parameter.Default;
        }

        return (T)_construct.Invoke(arguments.AsSpan());
    }

    private sealed record Parameter(string WireName, Type Type, object? Default);
}
