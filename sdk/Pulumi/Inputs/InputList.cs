using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A list whose elements, or parts, may be outputs.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private readonly List<Item> _items;

    public InputList() => _items = [];

    private InputList(IEnumerable<Item> items) => _items = [.. items];

    private InputList(Item item) => _items = [item];

    public void Add(params Input<T>[] inputs)
    {
        foreach (var input in inputs)
        {
            _items.Add(new(input, null));
        }
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => _items.AddRange(inputs._items);

    public InputList<T> Concat(InputList<T> other) => new(_items.Concat(other._items));

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await AsOutput().DataAsync().ConfigureAwait(false);
        foreach (var element in data.Value.IsDefault ? [] : data.Value)
        {
            yield return Input<T>.From(element);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead."
        );

    internal override Output<ImmutableArray<T>> AsOutput() => _items is [{ Many: { } only }] ? only : Gather(_items.ToArray());

    internal override object? Write(Serializer serializer)
    {
        if (serializer.KeepsMarkers)
        {
            return serializer.WriteOutput(AsOutput());
        }

        var list = ImmutableArray.CreateBuilder<object?>(_items.Count);
        foreach (var item in _items)
        {
            if (item.Many is { } many)
            {
                if (serializer.TryOpen(many, out var values) && !values.IsDefault)
                {
                    foreach (var value in values)
                    {
                        list.Add(serializer.WriteValue(value));
                    }
                }
            }
            else
            {
                list.Add(item.One?.Write(serializer));
            }
        }

        return list.DrainToImmutable();
    }

    private static Output<ImmutableArray<T>> Gather(Item[] items)
    {
        var outputs = new IOutput[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            outputs[i] = items[i].Many ?? (IOutput)items[i].One.ToOutput();
        }

        return Output.Gather(
            outputs,
            values =>
            {
                var list = ImmutableArray.CreateBuilder<T>(values.Length);
                for (var i = 0; i < values.Length; i++)
                {
                    if (items[i].Many is null)
                    {
                        list.Add((T)values[i]!);
                    }
                    else
                    {
                        list.AddRange((ImmutableArray<T>)values[i]!);
                    }
                }

                return list.DrainToImmutable();
            }
        );
    }

    public static implicit operator InputList<T>(T[] values) => Plain(values);

    public static implicit operator InputList<T>(Output<T>[] values) => Inputs(values);

    public static implicit operator InputList<T>(Input<T>[] values) => Inputs(values);

    public static implicit operator InputList<T>(List<T> values) => Plain(values);

    public static implicit operator InputList<T>(List<Output<T>> values) => Inputs(values);

    public static implicit operator InputList<T>(List<Input<T>> values) => Inputs(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(new Item(null, Output.Create(values)));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Inputs(values);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Inputs(values);

    public static implicit operator InputList<T>(Output<T[]> values) => new(new Item(null, values.Apply(ImmutableArray.Create)));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(new Item(null, values.Apply(ImmutableArray.CreateRange)));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) =>
        new(new Item(null, values.Apply(ImmutableArray.CreateRange)));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(new Item(null, values));

    public static implicit operator InputList<T>(Output<T> value) => new(new Item(value, null));

    public static implicit operator InputList<T>(Input<T> value) => new(new Item(value, null));

    public static implicit operator InputList<T>(T value) => new(new Item(Input<T>.From(value), null));

    private static InputList<T> Plain(IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(new Item(null, Output.Create(source.ToImmutableArray())));
    }

    private static InputList<T> Inputs(IEnumerable<Output<T>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(source.Select(output => new Item(output, null)));
    }

    private static InputList<T> Inputs(IEnumerable<Input<T>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(source.Select(input => new Item(input, null)));
    }

    /// <summary>One element, or a part of the list that is an output as a whole.</summary>
    private readonly record struct Item(Input<T>? One, Output<ImmutableArray<T>>? Many);
}
