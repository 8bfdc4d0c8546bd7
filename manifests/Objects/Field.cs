namespace MeshStack.Manifests;

/// <summary>A cursor on one value of a manifest that knows its path; a missing value has a cursor too.</summary>
public sealed class Field
{
    private readonly Field? _parent;
    private readonly int _index;
    private IReadOnlyList<Field>? _children;

    // Many rules look at the same few keys, so each is looked up once.
    private Field? _lastChild;
    private Field? _sibling;

    private Field(Field? parent, string name, int index, object? value)
    {
        _parent = parent;
        _index = index;
        Name = name;
        Value = value;
    }

    /// <summary>The value, or null where there is none.</summary>
    public object? Value { get; }

    /// <summary>The key in the parent, empty for the whole object and for list items.</summary>
    public string Name { get; }

    /// <summary>True where a value other than null is given.</summary>
    public bool Exists => Value is not null;

    /// <summary>The text, or null where the value is none.</summary>
    public string? Text => Value as string;

    /// <summary>The whole number, or null where the value is none.</summary>
    public long? Integer =>
        Value switch
        {
            long number => number,
            double number when Math.Floor(number) == number && Math.Abs(number) < long.MaxValue => (long)number,
            _ => null,
        };

    /// <summary>The number, or null where the value is none.</summary>
    public double? Number =>
        Value switch
        {
            long number => number,
            double number => number,
            _ => null,
        };

    /// <summary>True only where the value is the boolean true.</summary>
    public bool IsTrue => Value is true;

    /// <summary>True for a list or dictionary with entries and for non-empty text.</summary>
    public bool HasContent =>
        Value switch
        {
            string text => text.Length > 0,
            IReadOnlyList<object?> list => list.Count > 0,
            IReadOnlyDictionary<string, object?> map => map.Count > 0,
            _ => false,
        };

    /// <summary>The items of a list, none where the value is no list.</summary>
    public IReadOnlyList<Field> Items =>
        Value is IReadOnlyList<object?> list ? _children ??= [.. list.Select((item, index) => new Field(this, "", index, item))] : [];

    /// <summary>The entries of a dictionary by key, ordinal, none where the value is no dictionary.</summary>
    public IReadOnlyList<Field> Entries =>
        Value is IReadOnlyDictionary<string, object?> map
            ? _children ??= [
                .. map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new Field(this, entry.Key, -1, entry.Value)),
            ]
            : [];

    /// <summary>The path from the whole object, such as <c>spec.http[0].route</c>.</summary>
    public string Path =>
        _parent switch
        {
            null => "",
            _ when _index >= 0 => FieldPath.Append(_parent.Path, _index),
            _ => FieldPath.Append(_parent.Path, Name),
        };

    /// <summary>The cursor on a dictionary's entry.</summary>
    public Field this[string key]
    {
        get
        {
            for (var child = _lastChild; child is not null; child = child._sibling)
            {
                if (child.Name == key)
                {
                    return child;
                }
            }

            var value = Value is IReadOnlyDictionary<string, object?> map && map.TryGetValue(key, out var given) ? given : null;
            return _lastChild = new Field(this, key, -1, value) { _sibling = _lastChild };
        }
    }

    /// <summary>The cursor on a whole object.</summary>
    public static Field From(IReadOnlyDictionary<string, object?> body) => new(null, "", -1, body);

    /// <inheritdoc/>
    public override string ToString() => Path;
}
