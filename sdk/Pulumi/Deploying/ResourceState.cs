using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Deploying;

/// <summary>State of a resource as its provider gave it.</summary>
internal sealed class ResourceState
{
    public static readonly ResourceState Empty = new(ImmutableDictionary<string, object>.Empty);

    private readonly ImmutableDictionary<string, object> _values;
    private Dictionary<string, (bool IsKnown, bool IsSecret)>? _marks;

    private ResourceState(ImmutableDictionary<string, object> values) => _values = values;

    public static ResourceState From(ImmutableDictionary<string, object> values) => new(values);

    /// <summary>
    /// Reads what the mocks returned: a map, an args class or an output of one. Values that the mocks were themselves given are taken
    /// as they are. Null while outputs inside are not settled.
    /// </summary>
    public static ResourceState? TryRead(object given, ImmutableDictionary<string, object> inputs, Serializer serializer)
    {
        while (given is IOutput output)
        {
            if (!serializer.TryOpenAny(output, out var opened))
            {
                return serializer.Pending is null ? Empty : null;
            }

            given = opened!;
        }

        var state = given switch
        {
            IDictionary map => Read(Entries(map), inputs, serializer),
            InputArgs args => Read(Entries(args), inputs, serializer),
            _ => throw Unsupported(given, serializer),
        };
        return serializer.Pending is null ? state : null;
    }

    /// <summary>Whether the state has a value of that name, and whether it is known and secret.</summary>
    public object? Get(string name, out bool isKnown, out bool isSecret)
    {
        (isKnown, isSecret) = _marks is not null && _marks.TryGetValue(name, out var marks) ? marks : (true, false);
        return _values.GetValueOrDefault(name);
    }

    private static ResourceState Read(
        IEnumerable<KeyValuePair<string, object?>> entries,
        ImmutableDictionary<string, object> inputs,
        Serializer serializer
    )
    {
        var values = ImmutableDictionary.CreateBuilder<string, object>();
        var marks = new Dictionary<string, (bool, bool)>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            if (value is not null && inputs.TryGetValue(key, out var given) && ReferenceEquals(value, given))
            {
                values[key] = value;
                continue;
            }

            serializer.Restart();
            var written = serializer.Write(value);
            if (!serializer.IsKnown || serializer.IsSecret)
            {
                marks[key] = (serializer.IsKnown, serializer.IsSecret);
            }

            if (written is not null)
            {
                values[key] = written;
            }
        }

        return new ResourceState(values.ToImmutable()) { _marks = marks.Count == 0 ? null : marks };
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return new((string)entry.Key, entry.Value);
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(InputArgs args)
    {
        var shape = ArgsShape.From(args);
        return shape.Members.Select(member => new KeyValuePair<string, object?>(member.WireName, shape.Read(member, args)));
    }

    private static InvalidOperationException Unsupported(object given, Serializer serializer)
    {
        serializer.Write(given);
        return new InvalidOperationException($"{given.GetType().FullName} is not a supported argument type");
    }
}
