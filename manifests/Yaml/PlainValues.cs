namespace MeshStack.Manifests;

/// <summary>Makes the plain values of one document, and gathers what YAML allows and a manifest does not.</summary>
internal sealed class PlainValues
{
    private readonly Dictionary<YamlValue, object?> _shared = new(ReferenceEqualityComparer.Instance);
    private readonly List<YamlProblem> _problems = [];

    public IReadOnlyList<YamlProblem> Problems => _problems;

    public object? From(YamlValue value)
    {
        if (!value.IsShared)
        {
            return Made(value);
        }

        return _shared.TryGetValue(value, out var made) ? made : _shared[value] = Made(value);
    }

    private object? Made(YamlValue value) =>
        value switch
        {
            YamlScalar scalar => Resolve(scalar),
            YamlList list => Items(list.Items),
            YamlMap map => Map(map.Entries),
            _ => throw new ArgumentException($"A manifest cannot hold a {value.GetType().Name}.", nameof(value)),
        };

    private object?[] Items(IReadOnlyList<YamlValue> items)
    {
        var list = new object?[items.Count];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = From(items[i]);
        }

        return list;
    }

    private Dictionary<string, object?> Map(IReadOnlyList<YamlEntry> entries)
    {
        Dictionary<string, object?> map = new(entries.Count, StringComparer.Ordinal);
        List<IReadOnlyDictionary<string, object?>>? merged = null;
        for (var i = 0; i < entries.Count; i++)
        {
            var (key, value) = entries[i];
            if (key is not YamlScalar name)
            {
                Report(key, "A key is a string, not a list or an object.");
            }
            else if (name.IsMergeKey)
            {
                (merged ??= []).AddRange(Merged(name, From(value)));
            }
            else
            {
                map[name.Text] = From(value);
            }
        }

        foreach (var (key, value) in merged?.SelectMany(source => source) ?? [])
        {
            map.TryAdd(key, value);
        }

        return map;
    }

    private IEnumerable<IReadOnlyDictionary<string, object?>> Merged(YamlScalar key, object? source)
    {
        var sources = source is IReadOnlyList<object?> list ? list : [source];
        if (sources.All(item => item is IReadOnlyDictionary<string, object?>))
        {
            return sources.Cast<IReadOnlyDictionary<string, object?>>();
        }

        Report(key, "A merge key takes an object or a list of objects.");
        return [];
    }

    private object? Resolve(YamlScalar scalar) =>
        scalar.Tag switch
        {
            null => scalar.IsPlain ? ScalarResolver.Resolve(scalar.Text) : scalar.Text,
            "!" or "tag:yaml.org,2002:str" => scalar.Text,
            "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null" =>
                ScalarResolver.Resolve(scalar.Text),
            var tag => Report(scalar, $"The tag {tag} has no meaning in a manifest."),
        };

    private object? Report(YamlValue at, string message)
    {
        _problems.Add(new(at.Line, at.Column, message));
        return null;
    }
}
