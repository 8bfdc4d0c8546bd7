using System.Globalization;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>
/// Reads a mapping key by key. Every key that is read is a known one; <see cref="Finish"/> reports the rest.
/// Values of a wrong type are reported where they are read, and read as absent.
/// </summary>
internal sealed class ObjectReader
{
    private const int MostCompared = 1_000;

    private readonly Dictionary<string, PlacedValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceLocation> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly LineIndex _lines;
    private readonly PlacedValue _node;

    public ObjectReader(PlacedValue node, ProblemList problems, LineIndex? lines = null)
    {
        (_node, Problems, _lines) = (node, problems, lines ?? new LineIndex(node.Location));
        if (node.Value is not YamlMap mapping)
        {
            if (!node.IsNullValue)
            {
                problems.Unreadable(
                    node.Location,
                    node.Path,
                    $"expected a mapping of keys and values, got {(node.Value is YamlList ? "a list" : "a text")}",
                    _lines.Find(node.Path)
                );
            }

            return;
        }

        foreach (var (key, value) in mapping.Entries)
        {
            if (key is not YamlScalar { Text: { Length: > 0 } name })
            {
                problems.Error(node.Key(key, "").Location, node.Path, "a key is a plain name");
            }
            else if (name == "<<")
            {
                problems.Error(
                    node.Key(key, name).Location,
                    node.Path,
                    "'<<' would merge keys from elsewhere, and is not read: write the keys here"
                );
            }
            else
            {
                _values[name] = node.Key(value, name);
                _keys[name] = node.Key(key, name).Location;
                _lines.Add(node.Key(value, name).Path, _keys[name]);
            }
        }
    }

    public ProblemList Problems { get; }

    /// <summary>Where each path of the whole document stands.</summary>
    public LineIndex Lines => _lines;

    public SourceLocation Location => _node.Location;

    public bool Has(string key) => _values.TryGetValue(key, out var value) && !value.IsNullValue;

    /// <summary>The keys that are there, in the order of the file.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>The keys with their values, where nobody here knows them.</summary>
    public IEnumerable<KeyValuePair<string, PlacedValue>> Entries => _values;

    public PlacedValue? Value(string key)
    {
        _known.Add(key);
        return _values.TryGetValue(key, out var value) && !value.IsNullValue ? value : null;
    }

    public string? Text(string key)
    {
        return RefuseEmpty(key) ? null : TextOf(key);
    }

    public string Required(string key, string what)
    {
        if (TextOf(key) is { } text)
        {
            return text;
        }

        if (!Has(key))
        {
            Problems.Error(Location, PathOf(key), $"required: {what}");
        }

        return "";
    }

    public int? Number(string key, KeyAttribute? declaration = null)
    {
        if (Value(key) is not { } value)
        {
            return null;
        }

        return WholeNumber(value)
            ?? Wrong<int?>(
                value,
                declaration is null ? "a whole number up to 2147483647" : KeyRules.WholeNumber(declaration),
                NumberHint(value)
            );
    }

    private static int? WholeNumber(PlacedValue value) =>
        value is { IsQuoted: false, Text: { } text } && !IsPadded(text) ? WholeNumber(text) : null;

    private static int? WholeNumber(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsPadded(string text) => text.TrimStart('-', '+') is ['0', _, ..] digits && digits.All(char.IsAsciiDigit);

    private static string NumberHint(PlacedValue value) =>
        value.Text is not { } text ? ""
        : IsPadded(text) ? "; with a leading zero some read it as octal: write it without"
        : value.IsQuoted && WholeNumber(text) is not null ? "; without quotes it would be one"
        : "";

    public double? Real(string key)
    {
        if (Value(key) is not { } value)
        {
            return null;
        }

        return
            value is { IsQuoted: false, Text: { } text }
            && double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number
            : Wrong<double?>(
                value,
                "a number",
                value.IsQuoted
                && value.Text is { } quoted
                && double.TryParse(quoted, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _)
                    ? "; without quotes it would be one"
                    : ""
            );
    }

    public bool? Flag(string key)
    {
        if (Value(key) is not { } value)
        {
            return null;
        }

        return value is { IsQuoted: false, Text: "true" or "false" }
            ? value.Text == "true"
            : Wrong<bool?>(value, "true or false", FlagHint(value));
    }

    // What YAML 1.1 read as a boolean; some readers still do.
    private static string FlagHint(PlacedValue value) =>
        value.Text?.ToLowerInvariant() switch
        {
            "true" or "false" when value.IsQuoted => "; without quotes it would be",
            "y" or "yes" or "on" or "true" when !value.IsQuoted => ", which not every reader of YAML takes for a boolean: write true",
            "n" or "no" or "off" or "false" when !value.IsQuoted => ", which not every reader of YAML takes for a boolean: write false",
            _ => "",
        };

    /// <summary>A duration as Kubernetes and Istio write it.</summary>
    public string? Duration(string key)
    {
        if (Value(key) is not { } value)
        {
            return null;
        }

        if (value.Text is { } text && Durations.IsValid(text))
        {
            return text;
        }

        return Wrong<string>(value, Durations.Expected, value.Text is { } wrong ? Durations.Hint(wrong) : "");
    }

    /// <summary>Whole numbers; whether they are within their limits, the rules of the settings say.</summary>
    public List<int> Numbers(string key, KeyAttribute declaration)
    {
        var numbers = new List<int>();
        foreach (var item in Items(key))
        {
            if (WholeNumber(item) is { } number)
            {
                numbers.Add(number);
            }
            else
            {
                // In its place stands what no further check complains about, so that the others keep theirs.
                Wrong<string>(item, KeyRules.WholeNumber(declaration), NumberHint(item));
                numbers.Add(Math.Max(declaration.Min, 0));
            }
        }

        return numbers;
    }

    public List<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var item in Items(key))
        {
            if (item.Text is { } text)
            {
                texts.Add(text);
            }
            else
            {
                Wrong<string>(item, "a string");
            }
        }

        return texts;
    }

    public Dictionary<string, string>? TextMap(string key)
    {
        if (Object(key) is not { } map)
        {
            return null;
        }

        return map.Keys.ToDictionary(k => k, k => map.Text(k) ?? "", StringComparer.Ordinal);
    }

    public ObjectReader? Object(string key) => Value(key) is { } value ? new ObjectReader(value, Problems, _lines) : null;

    public IEnumerable<ObjectReader> Objects(string key) => Items(key).Select(i => new ObjectReader(i, Problems, _lines)).ToList();

    /// <summary>Drops what is said of a key that is not there for a reason that is said.</summary>
    public void Absent(string key)
    {
        Problems.Follows(Location, PathOf(key));
        Problems.Follows(_lines.Find(PathOf(key)), PathOf(key));
    }

    /// <summary>Drops what is said of a key that is missing for a reason that is said.</summary>
    public void AbsentUnlessGiven(string key)
    {
        if (!Has(key))
        {
            Absent(key);
        }
    }

    /// <summary>Reports every key that nobody asked for, with the nearest that somebody did.</summary>
    /// <param name="elsewhere">Says of a key where it would be one; null where it would be nowhere.</param>
    public void Finish(Func<string, string?>? elsewhere = null)
    {
        var known = _known.Distinct(StringComparer.Ordinal).ToList();
        foreach (var (key, i) in _values.Keys.Where(k => !_known.Contains(k, StringComparer.Ordinal)).Select((k, i) => (k, i)).ToList())
        {
            // Names are compared slowly, and nobody reads on for so long.
            if (i >= MostCompared)
            {
                Problems.Error(_keys[key], PathOf(key), $"'{key}' is not a key here");
                continue;
            }

            Problems.Error(
                _keys[key],
                PathOf(key),
                $"'{key}' is not a key here{(elsewhere?.Invoke(key) is { } hint ? "; " + hint : Spelling.Suggest(key, known))}"
            );
            if (Spelling.Find(key, known) is { } meant && !_values.ContainsKey(meant))
            {
                Absent(meant);
            }
        }
    }

    private string? TextOf(string key) => Value(key) is { } value ? value.Text ?? Wrong<string>(value, "a string") : null;

    /// <summary>Reports a key that has no value, true where it is one. It would mean the same as no key, which often is everything; a
    /// variable that was not set writes one.</summary>
    public bool RefuseEmpty(string key)
    {
        if (!_values.TryGetValue(key, out var value) || !(value.IsNullValue || value.Value is YamlList { Items.Count: 0 }))
        {
            return false;
        }

        _known.Add(key);
        Problems.Unreadable(value.Location, value.Path, "is empty: give it a value, or leave the key out", _lines.Find(value.Path));
        return true;
    }

    private List<PlacedValue> Items(string key)
    {
        if (Value(key) is not { } value)
        {
            return [];
        }

        if (value.Value is not YamlList list)
        {
            Wrong<string>(value, "a list");
            return [];
        }

        var items = list.Items.Select((c, i) => value.Item(c, i)).ToList();
        foreach (var item in items)
        {
            _lines.Add(item.Path, item.Location);
        }

        return items;
    }

    /// <summary>The path of a key from the document's root.</summary>
    public string PathOf(string key) => _node.Path.Length == 0 ? key : $"{_node.Path}.{key}";

    private T? Wrong<T>(PlacedValue value, string expected, string hint = "")
    {
        Problems.Unreadable(value.Location, value.Path, $"expected {expected}, got {value.Describe()}{hint}", _lines.Find(value.Path));
        return default;
    }
}
