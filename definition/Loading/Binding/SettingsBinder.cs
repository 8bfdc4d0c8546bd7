using System.Collections;
using System.Diagnostics.CodeAnalysis;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Fills settings from YAML: every declared key into its setting, and what is not given stays as it is.</summary>
/// <param name="configured">Takes the reference at a key for a configured value, given what is declared of it and whether it must be
/// there.</param>
/// <param name="refusesMissing">Whether what is required and missing is reported here; else the rules of the settings say it.</param>
internal sealed class SettingsBinder(
    Func<ObjectReader, string, KeyAttribute, bool, ConfigurationValue?> configured,
    bool refusesMissing = false
)
{
    private readonly List<ConfiguredInput> _late = [];
    private readonly Dictionary<string, string?> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);

    /// <summary>The inputs that take a configured value when the program runs.</summary>
    public IReadOnlyList<ConfiguredInput> Late => _late;

    /// <summary>What the keys name that refer to other parts of the definition, by path.</summary>
    public IReadOnlyDictionary<string, string?> References => _references;

    /// <summary>The same of keys that name several.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists => _lists;

    /// <summary>Reads the keys that <paramref name="wanted"/> selects; without it all of them.</summary>
    public void Bind(ObjectReader reader, object settings, Func<SettingMember, bool>? wanted = null)
    {
        foreach (var member in SettingMember.Of(settings.GetType()).Where(m => wanted is null || wanted(m)))
        {
            if (member.Key.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0)
            {
                if (reader.Object(member.Key[..dot]) is { } group)
                {
                    Set(group, member.Key[(dot + 1)..], member, settings);
                    group.Finish();
                }

                continue;
            }

            Set(reader, member.Key, member, settings);
        }
    }

    /// <summary>Reads settings of their own.</summary>
    public TSettings Bind<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TSettings>(
        ObjectReader reader
    )
        where TSettings : class
    {
        var settings = Activator.CreateInstance<TSettings>();
        Bind(reader, settings);
        return settings;
    }

    /// <summary>Reads settings by name into a map, over those that are there.</summary>
    public void Bind<TSettings>(ObjectReader reader, Dictionary<string, TSettings> map)
        where TSettings : class, new()
    {
        foreach (var key in reader.Keys.ToList())
        {
            map.TryAdd(key, new TSettings());
            _ = Nested(reader.Object(key), map[key]);
        }
    }

    private void Set(ObjectReader reader, string key, SettingMember member, object settings)
    {
        var value = Read(reader, key, member, settings);
        if (value is null && refusesMissing && member.Declaration.Required)
        {
            if (!reader.Has(key) && member.Form != KeyForm.Configured)
            {
                reader.Problems.Error(reader.Location, reader.PathOf(key), KeyRules.Missing(member));
            }

            value = Nothing(member);
        }

        if (member.Form == KeyForm.Reference)
        {
            if (value is "" && reader.Has(key))
            {
                reader.Problems.Error(
                    reader.Lines.Find(reader.PathOf(key)),
                    reader.PathOf(key),
                    member.Declaration.Required ? KeyRules.Missing(member) : "is empty: remove it, or say what it names"
                );
            }

            _references[reader.PathOf(key)] = (string?)value;
        }
        else if (member.Form == KeyForm.References)
        {
            if (value is not null)
            {
                _lists[reader.PathOf(key)] = (IReadOnlyList<string>)value;
            }
        }
        else if (value is not null)
        {
            member.Property.SetValue(settings, value);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = Kept.Whole)]
    private object? Read(ObjectReader reader, string key, SettingMember member, object settings) =>
        IsOfOneValue(member.Form) && !member.Declaration.Required && reader.RefuseEmpty(key)
            ? null
            : member.Form switch
            {
                KeyForm.Text or KeyForm.Date or KeyForm.Reference => reader.Text(key),
                KeyForm.Duration => reader.Duration(key),
                KeyForm.Number => reader.Number(key, member.Declaration),
                KeyForm.Real => reader.Real(key),
                KeyForm.Flag => reader.Flag(key),
                KeyForm.Configured => configured(reader, key, member.Declaration, refusesMissing && member.Declaration.Required)?.ToText(),
                KeyForm.Configurable => TextOrReference(reader, key, member),
                KeyForm.Texts => reader.Value(key) is null ? null : reader.Texts(key),
                KeyForm.References => reader.Value(key) switch
                {
                    null => null,
                    { Text: { } every } when every == member.Declaration.Every => new List<string> { every },
                    _ => reader.Texts(key),
                },
                KeyForm.Numbers => reader.Value(key) is null ? null : reader.Numbers(key, member.Declaration),
                KeyForm.TextMap => reader.TextMap(key),
                KeyForm.Values => reader.Object(key) is { } values
                    ? Overlaid(member.Property.GetValue(settings) as IReadOnlyDictionary<string, object>, values)
                    : null,
                KeyForm.Mappings => reader.Value(key) is null ? null : Listed(reader, key, member),
                KeyForm.Map => reader.Object(key) is { } map ? Mapped(map, member, settings) : null,
                _ => reader.Object(key) is { } nested
                    ? Nested(nested, member.Property.GetValue(settings) ?? Activator.CreateInstance(member.Type)!)
                    : null,
            };

    // Of a mapping, nothing is the same as one without keys, and says that somebody wants it.
    private static bool IsOfOneValue(KeyForm form) =>
        form is not (KeyForm.Values or KeyForm.Mappings or KeyForm.Map or KeyForm.TextMap or KeyForm.Mapping or KeyForm.Configured);

    /// <summary>What stands for a required value that is missing or wrong, which has been said: what no check complains about.</summary>
    private static object? Nothing(SettingMember member) =>
        member.Form switch
        {
            KeyForm.Text or KeyForm.Reference => "",
            KeyForm.Duration => "1s",
            KeyForm.Number => Math.Max(member.Declaration.Min, 0),
            KeyForm.Configured or KeyForm.Configurable => (TextValue)"",
            _ => null,
        };

    private object? Nested(ObjectReader? reader, object settings)
    {
        if (reader is null)
        {
            return null;
        }

        Bind(reader, settings);
        reader.Finish();
        return settings;
    }

    private TextValue? TextOrReference(ObjectReader reader, string key, SettingMember member)
    {
        if (reader.Value(key) is not { } value)
        {
            return null;
        }

        var isSecret = member.Declaration.IsSecret;
        if (!value.IsMapping && !isSecret)
        {
            return reader.Text(key) is { } text ? (TextValue)text : null;
        }

        if (configured(reader, key, member.Declaration, false) is not { } reference)
        {
            return null;
        }

        _late.Add(new ConfiguredInput(reader.PathOf(key), reference));

        return reference.ToText();
    }

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = Kept.Whole)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Kept.Shared)]
    private IList Listed(ObjectReader reader, string key, SettingMember member)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(member.ItemType))!;
        foreach (var item in reader.Objects(key))
        {
            list.Add(Nested(item, Activator.CreateInstance(member.ItemType)!));
        }

        return list;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = Kept.Whole)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Kept.Shared)]
    private IDictionary Mapped(ObjectReader reader, SettingMember member, object settings)
    {
        var map =
            member.Property.GetValue(settings) is { } there && there.GetType().GetGenericTypeDefinition() == typeof(Dictionary<,>)
                ? (IDictionary)there
                : (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(member.Type.GetGenericArguments()))!;
        foreach (var key in reader.Keys.ToList())
        {
            var item = map[key] ?? Activator.CreateInstance(member.ItemType)!;
            map[key] = item;
            _ = Nested(reader.Object(key), item);
        }

        return map;
    }

    /// <summary>A mapping whose keys nobody here knows, over what was there.</summary>
    private static Dictionary<string, object> Overlaid(IReadOnlyDictionary<string, object>? below, ObjectReader above)
    {
        var values = below is null ? new Dictionary<string, object>(StringComparer.Ordinal) : below.ToDictionary(StringComparer.Ordinal);
        foreach (var key in above.Keys.ToList())
        {
            if (above.Value(key) is { } value)
            {
                values[key] = value.IsMapping
                    ? Overlaid(values.GetValueOrDefault(key) as IReadOnlyDictionary<string, object>, above.Object(key)!)
                    : Plain(value, above);
            }
        }

        return values;
    }

    private static object Item(PlacedValue node, ObjectReader above)
    {
        above.Lines.Add(node.Path, node.Location);
        return Plain(node, above);
    }

    private static object Plain(PlacedValue node, ObjectReader above) =>
        node.Value switch
        {
            YamlList list => list.Items.Select((c, i) => Item(node.Item(c, i), above)).ToList(),
            YamlMap => new ObjectReader(node, above.Problems, above.Lines).Entries.ToDictionary(
                e => e.Key,
                e => Plain(e.Value, above),
                StringComparer.Ordinal
            ),
            _ when node.IsQuoted || node.Text is null => node.Text ?? "",
            _ => ManifestYaml.Scalar(node.Text) switch
            {
                // The engine takes no longs.
                long number when number is >= int.MinValue and <= int.MaxValue => (int)number,
                long number => (double)number,
                var value => value ?? "",
            },
        };
}
