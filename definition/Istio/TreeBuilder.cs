using MeshStack.Manifests;

namespace MeshStack.Definition.Istio;

/// <summary>The members of a node that are set, in the form that manifests hold.</summary>
internal struct TreeBuilder
{
    private const int FirstCapacity = 4;

    private string[]? _keys;
    private object?[]? _values;
    private int _count;

    public void Add(string key, string? value)
    {
        if (value is not null)
        {
            Append(key, value);
        }
    }

    public void Add(string key, TextValue? value)
    {
        if (value is not null)
        {
            Append(key, TreeValue.Of(value));
        }
    }

    public void Add(string key, bool? value)
    {
        if (value is { } given)
        {
            Append(key, given);
        }
    }

    public void Add(string key, long? value)
    {
        if (value is { } given)
        {
            Append(key, given);
        }
    }

    public void Add(string key, double? value)
    {
        if (value is { } given)
        {
            Append(key, TreeValue.Of(given));
        }
    }

    public void Add(string key, IIstioNode? value)
    {
        if (value is not null)
        {
            Append(key, value.ToTree());
        }
    }

    /// <summary>A list; one that is empty counts as not set.</summary>
    public void Add<T>(string key, IReadOnlyList<T> value)
        where T : notnull
    {
        if (value.Count > 0)
        {
            Append(key, TreeValue.List(value));
        }
    }

    /// <summary>A list that says something even where it is empty.</summary>
    public void AddEvenEmpty<T>(string key, IReadOnlyList<T>? value)
        where T : notnull
    {
        if (value is not null)
        {
            Append(key, TreeValue.List(value));
        }
    }

    public void Add<T>(string key, IReadOnlyDictionary<string, T>? value)
        where T : notnull
    {
        if (value is not null)
        {
            Append(key, TreeValue.Map(value));
        }
    }

    public readonly IReadOnlyDictionary<string, object> ToTree() =>
        (_count == 0 ? ObjectMap.Empty : ObjectMap.From(_keys.AsSpan(0, _count).ToArray(), _values.AsSpan(0, _count).ToArray()))!;

    private void Append(string key, object value)
    {
        if (_count == (_keys?.Length ?? 0))
        {
            var capacity = _count == 0 ? FirstCapacity : 2 * _count;
            Array.Resize(ref _keys, capacity);
            Array.Resize(ref _values, capacity);
        }

        _keys![_count] = key;
        _values![_count++] = value;
    }
}
