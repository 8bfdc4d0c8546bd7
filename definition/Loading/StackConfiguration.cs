using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What the stack's configuration says, with the place in <c>Pulumi.STACK.yaml</c> where it says so.</summary>
internal sealed class StackConfiguration
{
    /// <summary>The project's own namespace of configuration keys.</summary>
    public const string Namespace = "meshstack";

    /// <summary>The keys that say what the environment is; every other key holds a value that something asks for.</summary>
    public static IReadOnlyList<string> Settings { get; } = [.. StackKeys.All.Select(k => k.Name).Order(StringComparer.Ordinal)];

    // Other programs' namespaces stand beside it, and none is as near as that.
    private const int MostWrongLetters = 2;

    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private StackConfiguration(SourceLocation start) => Start = start;

    /// <summary>One key of the project's namespace.</summary>
    /// <param name="Name">The key without its namespace.</param>
    /// <param name="Value">Its value, a text or structured.</param>
    /// <param name="KeyLocation">Where the key stands.</param>
    /// <param name="IsSecret">Whether the value is encrypted.</param>
    public sealed record Entry(string Name, PlacedValue Value, SourceLocation KeyLocation, bool IsSecret);

    /// <summary>First line of the configuration.</summary>
    public SourceLocation Start { get; private init; }

    public IEnumerable<Entry> Entries => _entries.Values;

    public Entry? Find(string name) => _entries.GetValueOrDefault(name);

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>The configuration as its file has it.</summary>
    public static StackConfiguration FromFile(string path, string shown, ProblemList problems)
    {
        var configuration = new StackConfiguration(new SourceLocation(shown, 1));
        if (YamlSource.ReadFile(path, shown, problems) is not [var document, ..] || document.IsNullValue)
        {
            return configuration;
        }

        var root = new ObjectReader(document, problems);
        foreach (var key in root.Keys.Where(key => !OfTheFile.Contains(key)))
        {
            if (Spelling.Nearest(key, OfTheFile, MostWrongLetters) is { Length: > 0 } nearest)
            {
                problems.Warning(root.Lines.Find(key), key, $"'{key}' is not a key that Pulumi reads here{nearest}");
            }
        }

        if (root.Value("config") is not { } config)
        {
            var outside = root.Keys.FirstOrDefault(k => k.StartsWith(Namespace + ":", StringComparison.Ordinal));
            problems.Error(
                configuration.Start,
                "config",
                "required: the settings of the stack stand below it"
                    + (outside is null ? "" : $"; {outside} stands beside it: write config: in the first line, and indent what follows")
            );
            return configuration;
        }

        // What else the file may hold (encryption, environments) is Pulumi's business.
        var keys = new ObjectReader(config, problems, root.Lines);
        if (!config.IsMapping)
        {
            return configuration;
        }

        foreach (var key in keys.Keys)
        {
            var value = keys.Value(key) ?? new PlacedValue(YamlScalar.Nowhere, shown, key);
            if (IsSlip(key))
            {
                configuration.HasSlips = true;
                Slip(key, keys.Lines.Find(value.Path), problems);
            }
            else if (key.StartsWith(Namespace + ":", StringComparison.Ordinal))
            {
                var name = key[(Namespace.Length + 1)..];
                var isSecret = value.Value is YamlMap map && map.Find("secure") is not null;
                configuration._entries[name] = new Entry(name, value with { Path = key }, keys.Lines.Find(value.Path), isSecret);
            }
            else if (!key.Contains(':', StringComparison.Ordinal))
            {
                problems.Error(keys.Lines.Find(value.Path), key, $"'{key}' has no namespace; did you mean {Namespace}:{Name(key)}?");
            }
            else if (
                key[..key.IndexOf(':', StringComparison.Ordinal)] is var other
                && Spelling.Nearest(other, [Namespace], MostWrongLetters).Length > 0
            )
            {
                problems.Error(
                    keys.Lines.Find(value.Path),
                    key,
                    $"nothing reads the namespace '{other}'; did you mean {Namespace}{key[other.Length..]}?"
                );
            }
            else if (key == DefaultProviders)
            {
                configuration.DisablesDefaultProviders |=
                    value.Value is YamlList list && list.Items.Any(i => i is YamlScalar { Text: "kubernetes" or "*" });
            }
        }

        if (!configuration.DisablesDefaultProviders)
        {
            problems.Error(
                configuration.Start,
                DefaultProviders,
                "'kubernetes' is not in the list: without it an object that misses its cluster's provider would land in the current context"
            );
        }

        return configuration;
    }

    /// <summary>The values that the engine hands over, pointed at where the file has them.</summary>
    /// <remarks>The engine's word counts: values may come from the command line or from an environment as well as from the file.</remarks>
    public static StackConfiguration FromEngine(EngineConfiguration engine, StackConfiguration file, ProblemList problems)
    {
        var configuration = new StackConfiguration(file.Start) { DisablesDefaultProviders = file.DisablesDefaultProviders };
        foreach (var (name, text) in engine.Values)
        {
            if (IsSlip(name))
            {
                if (!file.HasSlips)
                {
                    Slip($"{Namespace}:{name}", file.Start, problems);
                }

                continue;
            }

            var known = file.Find(name);
            var at = known?.KeyLocation ?? file.Start;

            // Only settings are looked into: what else there is may be a secret, and is nobody's YAML.
            var parsed =
                Settings.Contains(name) && YamlSource.Parse(text, at.File, problems) is [var document, ..]
                    ? document
                    : new PlacedValue(YamlScalar.Nowhere, at.File, "");
            var isSecret = engine.SecretKeys.Contains(name) || known?.IsSecret == true;
            var isAsWritten = known is not null && (isSecret || parsed.Value.IsSameAs(known.Value.Value));
            var value = isAsWritten ? known!.Value : parsed with { Path = $"{Namespace}:{name}" };
            configuration._entries[name] = new Entry(name, value, at, isSecret);
        }

        return configuration;
    }

    private static string Name(string key) =>
        key.StartsWith(Namespace + ".", StringComparison.Ordinal) ? key[(Namespace.Length + 1)..] : key;

    // https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/.
    private static readonly string[] OfTheFile = ["config", "encryptedkey", "encryptionsalt", "environment", "secretsprovider"];

    // What pulumi config set makes of NAME=VALUE: the value is part of the key, and likely a secret.
    private static bool IsSlip(string key) => key.Contains('=', StringComparison.Ordinal);

    private static void Slip(string key, SourceLocation at, ProblemList problems)
    {
        var name = key[..key.IndexOf('=', StringComparison.Ordinal)];
        problems.Error(
            at,
            name,
            "a value stands within the name of the key: remove the line, and give the value behind a blank, with --secret where it is one "
                + $"(pulumi config set {name} VALUE)"
        );
    }

    private const string DefaultProviders = "pulumi:disable-default-providers";

    private bool DisablesDefaultProviders { get; set; }

    private bool HasSlips { get; set; }
}
