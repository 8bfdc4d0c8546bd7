using System.Collections;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Fills the args of components from YAML: every input is a key of the same name, and what is not given stays as it is.</summary>
/// <param name="configured">Takes the reference at a key for a configured value, and says whether it has to be secret.</param>
internal sealed class SettingsBinder(Func<ObjectReader, string, bool, ConfigurationValue?> configured)
{
    // What nobody may read in a file, whatever args it belongs to.
    private static readonly string[] SecretKeys = ["kubeConfig", "privateKey"];

    private readonly List<ConfiguredInput> _late = [];

    /// <summary>The inputs that take a configured value when the program runs.</summary>
    public IReadOnlyList<ConfiguredInput> Late => _late;

    /// <summary>Reads the keys that <paramref name="wanted"/> selects; without it all of them.</summary>
    public void Bind(ObjectReader reader, object args, Func<SettingMember, bool>? wanted = null)
    {
        foreach (var member in SettingMember.Of(args.GetType()).Where(m => wanted == null || wanted(m)))
        {
            if (Read(reader, member, args) is { } value)
            {
                member.Property.SetValue(args, value);
            }
        }
    }

    /// <summary>Reads settings of their own.</summary>
    public TSettings Bind<TSettings>(ObjectReader reader)
        where TSettings : class, new()
    {
        var settings = new TSettings();
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

    private object? Read(ObjectReader reader, SettingMember member, object args)
    {
        if (member.Type == typeof(string))
        {
            return reader.Text(member.Key);
        }

        if (member.Type == typeof(int))
        {
            return reader.Number(member.Key);
        }

        if (member.Type == typeof(double))
        {
            return reader.Real(member.Key);
        }

        if (member.Type == typeof(bool))
        {
            return reader.Flag(member.Key);
        }

        if (member.Type == typeof(TextValue))
        {
            return TextOrReference(reader, member, args);
        }

        if (member.Type == typeof(IReadOnlyList<string>))
        {
            return reader.Value(member.Key) == null ? null : reader.Texts(member.Key);
        }

        if (member.Type == typeof(IReadOnlyDictionary<string, string>))
        {
            return reader.TextMap(member.Key);
        }

        if (member.Type == typeof(IReadOnlyDictionary<string, object>))
        {
            return reader.Object(member.Key) is { } values ? Overlaid((IReadOnlyDictionary<string, object>?)member.Property.GetValue(args), values) : null;
        }

        if (IsGeneric(member.Type, typeof(IReadOnlyList<>)))
        {
            return reader.Value(member.Key) == null ? null : Listed(reader, member);
        }

        if (IsGeneric(member.Type, typeof(IReadOnlyDictionary<,>)))
        {
            return reader.Object(member.Key) is { } map ? Mapped(map, member, args) : null;
        }

        return member.Type.Namespace == typeof(SettingsBinder).Namespace
            ? Nested(reader.Object(member.Key), member.Property.GetValue(args) ?? Activator.CreateInstance(member.Type)!)
            : throw new NotSupportedException($"{args.GetType().Name}.{member.Property.Name} has a type that a definition cannot hold: {member.Type}");
    }

    private object? Nested(ObjectReader? reader, object args)
    {
        if (reader == null)
        {
            return null;
        }

        Bind(reader, args);
        reader.Finish();
        return args;
    }

    private TextValue? TextOrReference(ObjectReader reader, SettingMember member, object args)
    {
        if (reader.Value(member.Key) is not { } value)
        {
            return null;
        }

        var isSecret = SecretKeys.Contains(member.Key);
        if (!value.IsMapping && !isSecret)
        {
            return reader.Text(member.Key) is { } text ? (TextValue)text : null;
        }

        if (configured(reader, member.Key, isSecret) is not { } reference)
        {
            return null;
        }

        _late.Add(new ConfiguredInput(reader.PathOf(member.Key), reference));

        return reference.ToText();
    }

    private IList Listed(ObjectReader reader, SettingMember member)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(member.Type.GetGenericArguments()))!;
        foreach (var item in reader.Objects(member.Key))
        {
            list.Add(Nested(item, Activator.CreateInstance(member.Type.GetGenericArguments()[0])!));
        }

        return list;
    }

    private IDictionary Mapped(ObjectReader reader, SettingMember member, object args)
    {
        var type = member.Type.GetGenericArguments()[1];
        var map = member.Property.GetValue(args) is { } there && there.GetType().GetGenericTypeDefinition() == typeof(Dictionary<,>) ? (IDictionary)there : (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(member.Type.GetGenericArguments()))!;
        foreach (var key in reader.Keys.ToList())
        {
            if (type == typeof(IReadOnlyDictionary<string, object>))
            {
                map[key] = reader.Object(key) is { } values ? Overlaid(map[key] as IReadOnlyDictionary<string, object>, values) : new Dictionary<string, object>();
                continue;
            }

            var item = map[key] ?? Activator.CreateInstance(type)!;
            map[key] = item;
            _ = Nested(reader.Object(key), item);
        }

        return map;
    }

    /// <summary>A mapping whose keys nobody here knows, over what was there.</summary>
    private static Dictionary<string, object> Overlaid(IReadOnlyDictionary<string, object>? below, ObjectReader above)
    {
        var values = below == null ? new Dictionary<string, object>(StringComparer.Ordinal) : below.ToDictionary(StringComparer.Ordinal);
        foreach (var key in above.Keys.ToList())
        {
            if (above.Value(key) is { } value)
            {
                values[key] = value.IsMapping ? Overlaid(values.GetValueOrDefault(key) as IReadOnlyDictionary<string, object>, above.Object(key)!) : Plain(value, above);
            }
        }

        return values;
    }

    private static object Plain(PlacedValue node, ObjectReader above) => node.Value switch
    {
        YamlList list => list.Items.Select((c, i) => Plain(node.Item(c, i), above)).ToList(),
        YamlMap => new ObjectReader(node, above.Problems, above.Lines).Entries
            .ToDictionary(e => e.Key, e => Plain(e.Value, above), StringComparer.Ordinal),
        _ when node.IsQuoted || node.Text == null => node.Text ?? "",
        _ => ManifestYaml.Scalar(node.Text) switch
        {
            // The engine takes no longs.
            long number when number is >= int.MinValue and <= int.MaxValue => (int)number,
            long number => (double)number,
            var value => value ?? "",
        },
    };

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
