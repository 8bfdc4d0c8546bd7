using System.Collections;
using System.Reflection;
using Pulumi;
using Pulumi.Utilities;

namespace MeshStack.Registration;

/// <summary>Reads the args of a caller into the immutable settings of the same names; the args stay as they are.</summary>
/// <param name="values">Takes the outputs that the caller hands over.</param>
internal sealed class SettingsReader(EngineValues values)
{
    /// <summary>The settings that args ask for.</summary>
    /// <param name="args">The args.</param>
    /// <param name="path">Where they stand, for the names of values that come later.</param>
    public TSettings Read<TSettings>(ResourceArgs args, string path)
        where TSettings : class => (TSettings)Read(args, typeof(TSettings), path);

    private object Read(ResourceArgs args, Type type, string path)
    {
        var settings = Activator.CreateInstance(type)!;
        foreach (var target in Members(type))
        {
            const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
            if (
                args.GetType().GetProperty(target.Name, Any) is not { } source
                || source.GetValue(args) is not { } given
                || given is (Resource and not InboundService) or ControlPlane or IEnumerable<ControlPlane>
            )
            {
                continue;
            }

            if (given is InboundService service)
            {
                target.SetValue(settings, service.Intent);
                continue;
            }

            if (
                Value(given, Nullable.GetUnderlyingType(target.PropertyType) ?? target.PropertyType, $"{path}.{KeyOf(target.Name)}") is
                { } value
            )
            {
                target.SetValue(settings, value);
            }
        }

        return settings;
    }

    private object? Value(object given, Type type, string path)
    {
        if (type == typeof(TextValue))
        {
            return values.Take(path, (Input<string>)given);
        }

        if (given is ResourceArgs args)
        {
            return Read(args, type, path);
        }

        if (Known(given) is { } opened)
        {
            return opened.Value is { } inner ? Value(inner, type, path) : null;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            foreach (var (one, index) in ((IEnumerable)given).Cast<object>().Select((one, index) => (one, index)))
            {
                list.Add(Value(one, item, FormattableString.Invariant($"{path}[{index}]")));
            }

            return list;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            var item = type.GetGenericArguments()[1];
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
            foreach (DictionaryEntry entry in (IDictionary)given)
            {
                map[entry.Key] = item == typeof(object) ? entry.Value : Value(entry.Value!, item, $"{path}.{entry.Key}");
            }

            return map;
        }

        return given is Enum or ValueType && type == typeof(string) ? given.ToString() : given;
    }

    /// <summary>What an input holds, where it is known at once; null for anything else.</summary>
    private static Opened? Known(object given)
    {
        for (var type = given.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Input<>))
            {
                return (Opened)
                    typeof(SettingsReader)
                        .GetMethod(nameof(OpenInput), BindingFlags.Static | BindingFlags.NonPublic)!
                        .MakeGenericMethod(type.GetGenericArguments())
                        .Invoke(null, [given])!;
            }
        }

        return null;
    }

    private static Opened OpenInput<T>(Input<T> input) => Open(input.ToOutput());

    private static Opened Open<T>(Output<T> output) =>
        OutputUtilities.GetIsKnownAsync(output) is { IsCompletedSuccessfully: true, Result: true }
        && OutputUtilities.GetValueAsync(output) is { IsCompletedSuccessfully: true } task
            ? new(task.Result)
            : throw new ArgumentException(
                "A setting that decides what is made has to be a plain value, and an output was given whose value is not known yet."
            );

    private static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.CanWrite);

    private static string KeyOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private sealed record Opened(object? Value);
}
