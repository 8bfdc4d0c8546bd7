using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map of text to values that may be outputs.</summary>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
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

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(first._entries.Concat(second._entries.Select(entry => entry with { Conflict = Conflict.LastWins })));

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var entry in _entries.ToArray())
        {
            if (entry.Many == null)
            {
                yield return entry.One.ToOutput().Apply(value => KeyValuePair.Create(entry.Key, value));
                continue;
            }

            var data = await entry.Many.DataAsync().ConfigureAwait(false);
            foreach (var pair in data.Value ?? ImmutableDictionary<string, TValue>.Empty)
            {
                yield return new Output<KeyValuePair<string, TValue>>(data.With(pair));
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException($"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput() => throw new NotImplementedException();

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => new(Output.Create(values).Apply(pairs => ImmutableDictionary<string, TValue>.Empty.AddRange(pairs)));

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => new(Output.Create(values));

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => new(values.Apply(pairs => ImmutableDictionary<string, TValue>.Empty.AddRange(pairs)));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => new(values.Apply(pairs => ImmutableDictionary<string, TValue>.Empty.AddRange(pairs)));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values);

    private enum Conflict
    {
        Single,
        Range,
        LastWins,
    }

    /// <summary>One entry, or a part of the map that is an output as a whole.</summary>
    private readonly record struct Entry(string Key, Input<TValue>? One, Output<ImmutableDictionary<string, TValue>>? Many, Conflict Conflict);
}
