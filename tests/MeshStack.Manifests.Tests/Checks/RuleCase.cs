using Xunit.Abstractions;

namespace MeshStack.Manifests.Tests;

/// <summary>A case of Checks/Cases: objects, and what is found in them.</summary>
public sealed class RuleCase : IXunitSerializable
{
    private static readonly Dictionary<string, string> Groups = new()
    {
        ["AuthorizationPolicy"] = "security.istio.io/v1",
        ["EnvoyFilter"] = "networking.istio.io/v1alpha3",
        ["PeerAuthentication"] = "security.istio.io/v1",
        ["ProxyConfig"] = "networking.istio.io/v1beta1",
        ["RequestAuthentication"] = "security.istio.io/v1",
        ["Telemetry"] = "telemetry.istio.io/v1",
        ["TrafficExtension"] = "extensions.istio.io/v1alpha1",
        ["WasmPlugin"] = "extensions.istio.io/v1alpha1",
    };

    [Obsolete("For the test runner only.")]
    public RuleCase()
        : this("", "", "", "", []) { }

    private RuleCase(string file, string name, string rule, string path, IReadOnlyList<Manifest> manifests)
    {
        File = file;
        Name = name;
        Rule = rule;
        Path = path;
        Manifests = manifests;
    }

    public string File { get; private set; }

    public string Name { get; private set; }

    public string Rule { get; private set; }

    public string Path { get; private set; }

    internal IReadOnlyList<Manifest> Manifests { get; private set; }

    internal IReadOnlyList<string> Rules { get; private init; } = [];

    public static IReadOnlyList<RuleCase> Wrong { get; } =
    [
        .. Files()
            .SelectMany(file =>
                file.Field["wrong"]
                    .Entries.SelectMany(rule =>
                        rule.Entries.Select(entry => new RuleCase(
                            file.Name,
                            entry.Name,
                            rule.Name,
                            entry["at"].Text!,
                            Objects(entry, file.Kind)
                        ))
                    )
            ),
    ];

    public static IReadOnlyList<RuleCase> Right { get; } =
    [
        .. Files()
            .SelectMany(file =>
                file.Field["right"]
                    .Entries.Select(entry => new RuleCase(file.Name, entry.Name, "", "", Objects(entry, file.Kind))
                    {
                        Rules = [.. entry["rules"].Items.Select(rule => rule.Text!)],
                    })
            ),
    ];

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(File), File);
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Rule), Rule);
    }

    public void Deserialize(IXunitSerializationInfo info)
    {
        File = info.GetValue<string>(nameof(File));
        Name = info.GetValue<string>(nameof(Name));
        Rule = info.GetValue<string>(nameof(Rule));
        var same = Wrong.Concat(Right).Single(other => other.File == File && other.Name == Name && other.Rule == Rule);
        Path = same.Path;
        Manifests = same.Manifests;
    }

    public override string ToString() => Rule.Length == 0 ? $"{File}: {Name}" : $"{Rule}: {Name}";

    private static IEnumerable<(string Name, string Kind, Field Field)> Files() =>
        from path in Directory
            .EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "Checks", "Cases"), "*.yaml")
            .Order(StringComparer.Ordinal)
        let name = System.IO.Path.GetFileNameWithoutExtension(path)
        from manifest in ManifestYaml.Read(System.IO.File.ReadAllText(path), name, "east")
        select (name, manifest.Kind, Field.From(manifest.Body));

    private static Manifest[] Objects(Field entry, string kind)
    {
        if (entry["objects"].Exists)
        {
            return
            [
                .. entry["objects"]
                    .Items.Select(item =>
                        Manifest.From(
                            item["cluster"].Text ?? "east",
                            item.Entries.Where(part => part.Name != "cluster").ToDictionary(part => part.Name, part => part.Value)
                        )
                    ),
            ];
        }

        var metadata = new Dictionary<string, object?> { ["name"] = entry["name"].Text ?? "a", ["namespace"] = "default" };
        foreach (var part in new[] { "annotations", "labels" }.Where(part => entry[part].Exists))
        {
            metadata[part] = entry[part].Value;
        }

        return
        [
            Manifest.From(
                "east",
                new Dictionary<string, object?>
                {
                    ["apiVersion"] = Groups.GetValueOrDefault(kind, "networking.istio.io/v1"),
                    ["kind"] = kind,
                    ["metadata"] = metadata,
                    ["spec"] = Repeat(entry["spec"].Value, (int)(entry["repeat"].Integer ?? 0)),
                }
            ),
        ];
    }

    private static object? Repeat(object? value, int times) =>
        value switch
        {
            "REPEATED" => new string('a', times),
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(entry => entry.Key, entry => Repeat(entry.Value, times)),
            IReadOnlyList<object?> list => list.Select(item => Repeat(item, times)).ToArray(),
            _ => value,
        };
}
