using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MeshStack.Definition;

namespace MeshStack.Lifecycle.Tests.Stacks;

/// <summary>What a version of the program registered for a stack, as it was written down then: a program that never changes.</summary>
/// <remarks>
/// The files are what stacks of that version have in their state. They are never written again from later code. All but the first are
/// written as what differs from another one.
/// </remarks>
internal sealed partial record FrozenStack : IProgram
{
    public const string Project = "meshstack";

    public required ImmutableArray<FrozenRegistration> Registrations { get; init; }

    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    /// <summary>What the SDK hands to each provider for the environment variable KUBECONFIG; null where it is not set.</summary>
    public string? Kubeconfig { get; init; }

    private static string Root { get; } =
        Path.Combine(ProjectFolder.Find(AppContext.BaseDirectory), "tests", "MeshStack.Lifecycle.Tests", "Stacks");

    /// <summary>Version and name of every stack that is kept.</summary>
    public static TheoryData<string, string> All { get; } = Every();

    /// <summary>Reads a stack.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">The version of the program.</param>
    public static FrozenStack Load(string name, string version = "before")
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(name, version)));
        var json = document.RootElement;
        var set = json.GetProperty("registrations").EnumerateArray().Select(FrozenRegistration.FromJson).ToList();
        var outputs = (PropertyMap)Properties.FromJson(json.GetProperty("outputs"));
        if (!json.TryGetProperty("base", out var other))
        {
            return new() { Registrations = [.. set], Outputs = outputs };
        }

        // The order is that of the stack itself; what is not set is the other's.
        var changed = set.ToDictionary(r => r.Key, StringComparer.Ordinal);
        var registrations = Load(other.GetString()!, version).Registrations;
        var known = registrations.ToDictionary(r => r.Key, StringComparer.Ordinal);
        var order = Order(json.GetProperty("order"), [.. registrations.Select(r => r.Key)]);
        return new() { Registrations = [.. order.Select(key => changed.GetValueOrDefault(key) ?? known[key])], Outputs = outputs };
    }

    public static bool Exists(string name, string version) => File.Exists(PathOf(name, version));

    /// <summary>Writes a stack down as what differs from another one.</summary>
    public void Write(string name, string version, string? other = null)
    {
        var known = other is null ? [] : Load(other, version).Registrations;
        var same = known.Select(r => r.ToJson()).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder("{\n");
        if (other is not null)
        {
            text.Append($"\"base\": \"{other}\",\n\"order\": {OrderText([.. known.Select(r => r.Key)])},\n");
        }

        text.Append($"\"outputs\": {Properties.ToJson(Outputs)},\n\"registrations\": [\n");
        text.AppendJoin(",\n", Registrations.Select(r => r.ToJson()).Where(r => !same.Contains(r)));
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name, version))!);
        File.WriteAllText(PathOf(name, version), text.Append("\n]\n}\n").ToString());
    }

    /// <summary>The same stack with registrations that were changed one by one.</summary>
    public FrozenStack Select(Func<FrozenRegistration, FrozenRegistration> change) =>
        this with
        {
            Registrations = [.. Registrations.Select(change)],
        };

    /// <summary>The same stack with another word in logical names, and in nothing else.</summary>
    /// <param name="word">The word.</param>
    /// <param name="other">What stands in its place.</param>
    /// <param name="hasAliases">Whether each resource says how it was called before.</param>
    public FrozenStack RenameLogically(string word, string other, bool hasAliases)
    {
        return Select(r =>
            r with
            {
                Name = Renamed(r.Name)!,
                Parent = Renamed(r.Parent),
                Provider = Renamed(r.Provider),
                DependsOn = [.. r.DependsOn.Select(d => Renamed(d)!)],
                Inputs = (PropertyMap)Properties.MapTexts(r.Inputs, text => Reference().Replace(text, m => Renamed(m.Value)!)),
                Aliases = hasAliases && Renamed(r.Name) != r.Name ? [new AliasSpec(Name: r.Name)] : [],
            }
        );

        string? Renamed(string? name) => name?.Replace(word, other, StringComparison.Ordinal);
    }

    public void Run(IResourceMonitor monitor)
    {
        var answers = new Dictionary<string, RegisterResult>(StringComparer.Ordinal);
        foreach (var registration in Registrations)
        {
            answers[registration.Key] = monitor.RegisterResource(ToGoal(registration, answers));
        }

        var outputs = (PropertyMap)Properties.MapTexts(Outputs, text => Resolve(text, answers));
        monitor.RegisterResourceOutputs(answers.First().Value.Urn, outputs);
    }

    private Goal ToGoal(FrozenRegistration registration, Dictionary<string, RegisterResult> answers)
    {
        var inputs = (PropertyMap)Properties.MapTexts(registration.Inputs, text => Resolve(text, answers));
        if (Kubeconfig is not null && registration.Type == "pulumi:providers:kubernetes")
        {
            inputs = inputs.SetItem("kubeconfig", Kubeconfig);
        }

        var provider = registration.Provider is { } name ? answers[$"pulumi:providers:kubernetes::{name}"] : null;
        return new()
        {
            Type = registration.Type,
            Name = registration.Name,
            Custom = !registration.IsComponent,
            Inputs = inputs,
            Parent = registration.Parent is { } parent ? answers[parent].Urn : null,
            Dependencies = [.. registration.DependsOn.Select(key => answers[key].Urn)],
            Provider = provider is null ? null : $"{provider.Urn}::{provider.Id ?? Properties.Unknown}",
            Protect = registration.Protect,
            RetainOnDelete = registration.RetainOnDelete,
            DeletedWith = registration.DeletedWith is { } other ? answers[other].Urn : null,
            DeleteBeforeReplace = registration.DeleteBeforeReplace,
            IgnoreChanges = registration.IgnoreChanges,
            Aliases = registration.Aliases,
            ReadId = IsKnown(registration, answers) ? registration.ReadId : null,
        };
    }

    // What a release makes is read by the release's id. While a preview does not know that, the SDK registers in place of reading.
    private bool IsKnown(FrozenRegistration read, Dictionary<string, RegisterResult> answers) =>
        read.ReadId is not null
        && Registrations
            .Where(r => r.Provider == read.Provider && $"{r.Inputs.TextAt("namespace")}/{r.Inputs.TextAt("name")}" == read.ReadId)
            .All(release => answers[release.Key].Id is not null);

    private static string Resolve(string text, Dictionary<string, RegisterResult> answers)
    {
        if (!text.Contains("${", StringComparison.Ordinal))
        {
            return text;
        }

        var isKnown = true;
        var resolved = Reference()
            .Replace(
                text,
                match =>
                {
                    var value = answers[match.Groups["key"].Value].Outputs.TextAt(match.Groups["output"].Value);
                    isKnown &= value is not (null or Properties.Unknown);
                    return value ?? "";
                }
            );
        return isKnown ? resolved : Properties.Unknown;
    }

    // Consecutive ones of the other stack as a range, which keeps the files short.
    private string OrderText(ImmutableArray<string> known)
    {
        var parts = new List<string>();
        for (var i = 0; i < Registrations.Length; )
        {
            var from = known.IndexOf(Registrations[i].Key);
            var count = 0;
            while (
                from >= 0
                && i + count < Registrations.Length
                && from + count < known.Length
                && Registrations[i + count].Key == known[from + count]
            )
            {
                count++;
            }

            parts.Add(count == 0 ? $"\"{Registrations[i].Key}\"" : $"[{from}, {count}]");
            i += Math.Max(count, 1);
        }

        return $"[{string.Join(", ", parts)}]";
    }

    private static IEnumerable<string> Order(JsonElement order, ImmutableArray<string> known) =>
        order
            .EnumerateArray()
            .SelectMany(part =>
                part.ValueKind == JsonValueKind.String ? [part.GetString()!] : known.Skip(part[0].GetInt32()).Take(part[1].GetInt32())
            );

    private static TheoryData<string, string> Every()
    {
        var stacks = new TheoryData<string, string>();
        foreach (var folder in Directory.EnumerateDirectories(Root).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            {
                stacks.Add(Path.GetFileName(folder), Path.GetFileNameWithoutExtension(file));
            }
        }

        return stacks;
    }

    private static string PathOf(string name, string version) => Path.Combine(Root, version, name + ".json");

    [GeneratedRegex(@"\$\{(?<key>[^#}]+)#(?<output>[^}]+)\}")]
    private static partial Regex Reference();
}
