using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Deploying;

namespace Pulumi.Serialization;

/// <summary>
/// Turns args into wire values: bool, double, string, ImmutableArray and ImmutableDictionary of object, and resources.
/// It never waits: outputs that are not settled yet are gathered in <see cref="Pending"/>, and the caller starts again once they are.
/// </summary>
internal sealed class Serializer(Resource? resource)
{
    private readonly List<object> _path = [];

    /// <summary>Whether secrets and unknowns stay visible as their wrapper and marker, as in inputs that travel as JSON text.</summary>
    public bool KeepsMarkers { get; private set; }

    public bool IsKnown { get; private set; } = true;

    public bool IsSecret { get; private set; }

    /// <summary>Whether <see cref="Origin"/> is wanted.</summary>
    public bool KeepsOrigin { get; init; }

    /// <summary>Where the written values come from, see <see cref="Origins"/>.</summary>
    public object? Origin { get; private set; }

    public List<Task>? Pending { get; private set; }

    /// <summary>Makes ready for the next top-level value.</summary>
    public void Restart()
    {
        IsKnown = true;
        IsSecret = false;
    }

    /// <summary>Makes ready for another attempt.</summary>
    public Task WaitForPending()
    {
        var all = Task.WhenAll(Pending!);
        Pending = null;
        _path.Clear();
        KeepsMarkers = false;
        return all;
    }

    /// <summary>All inputs that are known; null ones are left out. The keys id and urn belong to the resource itself.</summary>
    public ImmutableDictionary<string, object> WriteTopLevel(InputArgs args, bool ofResource)
    {
        var shape = ArgsShape.From(args);
        var members = shape.Members;
        var values = new object?[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            values[i] = shape.Read(members[i], args);
        }

        var inputs = ImmutableDictionary.CreateBuilder<string, object>();
        for (var i = 0; i < members.Length; i++)
        {
            var key = members[i].WireName;
            if (values[i] is null || (ofResource && key is "id" or "urn"))
            {
                continue;
            }

            if (WriteProperty(key, values[i], members[i].IsJson) is { } value && IsKnown)
            {
                inputs[key] = value;
            }
        }

        return inputs.ToImmutable();
    }

    /// <summary>One top-level value, whose flags can be read afterwards.</summary>
    public object? WriteProperty(string key, object? value, bool asJson = false)
    {
        Restart();
        _path.Clear();
        _path.Add(key);
        try
        {
            return asJson ? WriteJsonText(value) : Write(value);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"error serializing property \"{key}\": {e.Message}", e);
        }
    }

    public object? Write(object? value) =>
        value switch
        {
            null => null,
            string => value,
            bool flag => Wire.Box(flag),
            int number => Wire.Box(number),
            double => value,
            IInput input => input.Write(this),
            InputArgs args => WriteArgs(args),
            IOutput output => WriteOutput(output),
            IUnion union => Write(union.Value),
            JsonElement json => WriteJson(json),
            Resource resource => WriteResource(resource),
            Task => throw new InvalidOperationException(
                $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{Place()}"
            ),
            IDictionary map => WriteMap(map),
            IList list => WriteList(list),
            Enum => Wire.Box(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)),
            _ => EnumTypes.TryUnwrap(value, out var unwrapped)
                ? unwrapped
                : throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type.\n\t{Place()}"),
        };

    /// <summary>A plain value of an input.</summary>
    public object? WriteValue<T>(T value)
    {
        if (typeof(T) == typeof(string))
        {
            return value;
        }

        if (typeof(T) == typeof(int))
        {
            return Wire.Box((int)(object)value!);
        }

        if (typeof(T) == typeof(bool))
        {
            return Wire.Box((bool)(object)value!);
        }

        _path.Add("id");
        var written = Write(value);
        Leave();
        return written;
    }

    public object? WriteOutput<T>(Output<T> output)
    {
        if (output.TryGetData(out var data))
        {
            return Note(data.IsKnown, data.IsSecret, data.Origin) ? Mark(WriteValue(data.Value), data.IsSecret)
                : KeepsMarkers ? Mark(Wire.Unknown, data.IsSecret)
                : null;
        }

        (Pending ??= []).Add(output.DataAsync());
        return null;
    }

    /// <summary>The value of an output that is settled and known.</summary>
    public bool TryOpen<T>(Output<T> output, out T value)
    {
        if (output.TryGetData(out var data))
        {
            value = data.Value;
            return Note(data.IsKnown, data.IsSecret, data.Origin);
        }

        (Pending ??= []).Add(output.DataAsync());
        value = default!;
        return false;
    }

    /// <inheritdoc cref="TryOpen"/>
    public bool TryOpenAny(IOutput output, out object? value)
    {
        if (output.TryGetData(out var data))
        {
            value = data.Value;
            return Note(data.IsKnown, data.IsSecret, data.Origin);
        }

        (Pending ??= []).Add(output.GetDataAsync());
        value = null;
        return false;
    }

    private object? WriteOutput(IOutput output)
    {
        if (output.TryGetData(out var data))
        {
            return Note(data.IsKnown, data.IsSecret, data.Origin) ? Mark(WriteValue(data.Value), data.IsSecret)
                : KeepsMarkers ? Mark(Wire.Unknown, data.IsSecret)
                : null;
        }

        (Pending ??= []).Add(output.GetDataAsync());
        return null;
    }

    private bool Note(bool isKnown, bool isSecret, object? origin)
    {
        IsKnown &= isKnown || KeepsMarkers;
        IsSecret |= isSecret;
        AddOrigin(origin);
        return isKnown;
    }

    private void AddOrigin(object? origin)
    {
        if (KeepsOrigin)
        {
            Origin = Origins.Union(Origin, origin);
        }
    }

    private object? Mark(object? value, bool isSecret) =>
        isSecret && KeepsMarkers
            ? ImmutableDictionary<string, object?>.Empty.Add(Wire.Signature, Wire.SecretSignature).Add("value", value)
            : value;

    private string? WriteJsonText(object? value)
    {
        KeepsMarkers = true;
        var written = Write(value);
        KeepsMarkers = false;
        return written is null ? null : JsonText.Of(written);
    }

    private ImmutableDictionary<string, object?> WriteArgs(InputArgs args)
    {
        var shape = ArgsShape.From(args);
        var map = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var member in shape.Members)
        {
            if (shape.Read(member, args) is not { } value)
            {
                continue;
            }

            _path.Add(member.WireName);
            if ((member.IsJson && !KeepsMarkers ? WriteJsonText(value) : Write(value)) is { } written)
            {
                map[member.WireName] = written;
            }

            Leave();
        }

        return map.ToImmutable();
    }

    private ImmutableDictionary<string, object?> WriteMap(IDictionary source)
    {
        var map = ImmutableDictionary.CreateBuilder<string, object?>();
        if (source is Dictionary<string, object?> common)
        {
            foreach (var (key, value) in common)
            {
                WriteEntry(map, key, value);
            }
        }
        else
        {
            foreach (DictionaryEntry entry in source)
            {
                WriteEntry(
                    map,
                    entry.Key as string
                        ?? throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{Place()}"),
                    entry.Value
                );
            }
        }

        return map.ToImmutable();
    }

    private void WriteEntry(ImmutableDictionary<string, object?>.Builder map, string key, object? value)
    {
        _path.Add(key);
        if (Write(value) is { } written)
        {
            map[key] = written;
        }

        Leave();
    }

    private ImmutableArray<object?> WriteList(IList source)
    {
        if (ImmutableArrays.IsDefault(source))
        {
            return [];
        }

        var list = ImmutableArray.CreateBuilder<object?>(source.Count);
        for (var i = 0; i < source.Count; i++)
        {
            _path.Add(i);
            list.Add(Write(source[i]));
            Leave();
        }

        return list.DrainToImmutable();
    }

    private static object? WriteJson(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.True => Wire.Box(true),
            JsonValueKind.False => Wire.Box(false),
            JsonValueKind.Array => json.EnumerateArray().Select(WriteJson).ToImmutableArray(),
            JsonValueKind.Object => json.EnumerateObject()
                .ToImmutableDictionary(property => property.Name, property => WriteJson(property.Value)),
            _ => null,
        };

    private ReferencedResource? WriteResource(Resource resource)
    {
        if (resource.Urn.TryGetData(out var urn))
        {
            AddOrigin(resource);
            return new ReferencedResource(urn.Value);
        }

        (Pending ??= []).Add(resource.Urn.DataAsync());
        return null;
    }

    private void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Where in the args the writer is.</summary>
    private string Place() =>
        resource is null
            ? ""
            : $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]"
                + string.Concat(_path.Select(step => step is int index ? $"[{index}]" : $".{step}"));
}
