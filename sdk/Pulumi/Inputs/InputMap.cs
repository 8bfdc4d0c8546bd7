using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A map of text to values that may be outputs.</summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>,
        IEnumerable,
        IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private readonly List<Entry> _entries;

    public InputMap() => _entries = [];

    private InputMap(IEnumerable<Entry> entries) => _entries = [.. entries];

    private InputMap(Output<ImmutableDictionary<string, TValue>> values) => _entries = [new("", null, values, Conflict.Range)];

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public void Add(string key, Input<TValue> value) => _entries.Add(new(key, value, null, Conflict.Single));

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
    {
        foreach (var entry in values._entries.ToArray())
        {
            _entries.Add(entry with { Conflict = Conflict.Range });
        }
    }

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(first._entries.Concat(second._entries.Select(entry => entry with { Conflict = Conflict.LastWins })));

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await AsOutput().DataAsync().ConfigureAwait(false);
        foreach (var pair in data.Value ?? ImmutableDictionary<string, TValue>.Empty)
        {
            yield return Input<KeyValuePair<string, TValue>>.From(pair);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead."
        );

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput()
    {
        if (_entries is [{ Many: { } only }])
        {
            return only;
        }

        var entries = _entries.ToArray();
        var outputs = new IOutput[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            outputs[i] = entries[i].Many ?? (IOutput)entries[i].One.ToOutput();
        }

        return Output.Gather(outputs, values => Join(entries, values));
    }

    internal override object? Write(Serializer serializer)
    {
        if (serializer.KeepsMarkers || !IsSimple())
        {
            return serializer.WriteOutput(AsOutput());
        }

        var map = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var entry in _entries)
        {
            if (entry.One?.Write(serializer) is { } value)
            {
                map[entry.Key] = value;
            }
        }

        return map.ToImmutable();
    }

    /// <summary>Whether the map is made of single entries whose keys differ.</summary>
    private bool IsSimple()
    {
        if (_entries.Count <= 8)
        {
            for (var i = 0; i < _entries.Count; i++)
            {
                if (_entries[i].Many is not null)
                {
                    return false;
                }

                for (var j = 0; j < i; j++)
                {
                    if (string.Equals(_entries[i].Key, _entries[j].Key, StringComparison.Ordinal))
                    {
                        return false;
                    }
                }
            }

            return true;
        }

        var keys = new HashSet<string>(_entries.Count, StringComparer.Ordinal);
        return _entries.TrueForAll(entry => entry.Many is null && keys.Add(entry.Key));
    }

    private static ImmutableDictionary<string, TValue> Join(Entry[] entries, object?[] values)
    {
        var map = ImmutableDictionary.CreateBuilder<string, TValue>();
        var given = new Dictionary<string, Input<TValue>?>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Many is null)
            {
                Put(entries[i], entries[i].Key, (TValue)values[i]!);
                continue;
            }

            foreach (var (key, value) in (ImmutableDictionary<string, TValue>)values[i]!)
            {
                Put(entries[i], key, value);
            }
        }

        return map.ToImmutable();

        void Put(in Entry entry, string key, TValue value)
        {
            if (
                entry.Conflict != Conflict.LastWins
                && given.TryGetValue(key, out var earlier)
                && (earlier is null || !ReferenceEquals(earlier, entry.One))
            )
            {
                throw new ArgumentException(
                    entry.Conflict == Conflict.Single
                        ? $"Key '{key}' already exists in the map with a different value."
                        : $"An element with the same key but a different value already exists. Key: '{key}'"
                );
            }

            given[key] = entry.One;
            map[key] = value;
        }
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) =>
        new(Output.Create(values).Apply(pairs => ImmutableDictionary<string, TValue>.Empty.AddRange(pairs)));

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => new(Output.Create(values));

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        new(values.Apply(pairs => ImmutableDictionary<string, TValue>.Empty.AddRange(pairs)));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        new(values.Apply(pairs => ImmutableDictionary<string, TValue>.Empty.AddRange(pairs)));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values);

    private enum Conflict
    {
        Single,
        Range,
        LastWins,
    }

    /// <summary>One entry, or a part of the map that is an output as a whole.</summary>
    private readonly record struct Entry(
        string Key,
        Input<TValue>? One,
        Output<ImmutableDictionary<string, TValue>>? Many,
        Conflict Conflict
    );
}
