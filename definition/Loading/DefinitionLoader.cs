using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Reads and checks a stack's definition: its configuration and the intents of its mesh folder.</summary>
public sealed partial class DefinitionLoader
{
    private readonly ProblemList _problems = new();
    private readonly List<IntentDocument> _documents = [];
    private readonly IntentKinds _kinds;
    private readonly string _root;
    private readonly string _stack;

    private DefinitionLoader(string root, string stack, IntentKinds kinds) => (_root, _stack, _kinds) = (root, stack, kinds);

    /// <summary>The definition of a stack.</summary>
    /// <param name="root">The project's folder, which holds <c>Pulumi.STACK.yaml</c> and <c>infra/mesh/STACK</c>.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <param name="engine">The project's configuration as the engine hands it over; null to take it from the file alone.</param>
    /// <exception cref="DefinitionException">Something is wrong; everything that is wrong is named.</exception>
    public static MeshDefinition Load(string root, string stack, EngineConfiguration? engine = null) =>
        Load(root, stack, IntentKinds.Standard, engine);

    /// <summary>The definition of a stack whose intents are of given kinds.</summary>
    internal static MeshDefinition Load(string root, string stack, IntentKinds kinds, EngineConfiguration? engine = null)
    {
        var loader = new DefinitionLoader(root, stack, kinds);
        var definition = loader.Load(engine);
        return definition ?? throw new DefinitionException(loader._problems.Sorted());
    }

    /// <summary>The stacks that have a configuration file, by name.</summary>
    public static IReadOnlyList<string> Stacks(string root) =>
        [
            .. Directory
                .EnumerateFiles(root, "Pulumi.*.yaml")
                .Select(f => Path.GetFileName(f)["Pulumi.".Length..^".yaml".Length])
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The stack on whose platform a stack is; null where it has clusters of its own.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="stack">Name of the stack.</param>
    public static string? PlatformOf(string root, string stack) => TeamStacks.PlatformOf(root, stack);

    private MeshDefinition? Load(EngineConfiguration? engine)
    {
        if (!StackName().IsMatch(_stack))
        {
            _problems.Error(
                new SourceLocation("Pulumi.yaml", 1),
                "",
                $"'{_stack}' is not a name of a stack (letters, digits, '.', '_' and '-'){Spelling.Suggest(_stack, Stacks(_root))}"
            );
            return null;
        }

        var shown = $"Pulumi.{_stack}.yaml";
        var path = Path.Combine(_root, shown);
        var other = $"Pulumi.{_stack}.yml";
        var isOtherThere = File.Exists(Path.Combine(_root, other)) && !File.Exists(Path.Combine(_root, "Pulumi.yml"));
        if (!File.Exists(path) && engine is null)
        {
            var hint = isOtherThere ? $"; rename {other} to {shown}" : Spelling.Suggest(_stack, Stacks(_root));
            _problems.Error(new SourceLocation(shown, 1), "", $"there is no stack '{_stack}'{hint}");
            return null;
        }

        // Pulumi reads the file of a stack that ends as that of the project does.
        if (isOtherThere)
        {
            _problems.Warning(new SourceLocation(other, 1), "", $"is not read: the stack's configuration is {shown}; remove it");
        }

        ProjectFile.Check(_root, _problems);
        var configuration = StackConfiguration.FromFile(path, shown, _problems);
        if (engine is not null)
        {
            configuration = StackConfiguration.FromEngine(engine, configuration, _problems);
        }

        var settings = new SettingsReader(configuration, _problems);
        var link = settings.Platform(_root, _stack);
        if (link is null && configuration.Has(StackKeys.Platform))
        {
            return null;
        }

        var (platform, mesh) = link is null ? (settings, settings.Read(_stack)) : OnPlatform(link.Stack, settings);
        var removed = settings.Removed(mesh);
        var clusters = Clusters(mesh, platform);
        var controlPlanes = clusters.ToDictionary(c => c.Name, c => c.ControlPlane, StringComparer.Ordinal);
        var lead = link?.Stack ?? _stack;
        string[] stacks = [lead, .. TeamStacks.Of(_root, lead)];
        foreach (var stack in stacks)
        {
            var own =
                stack == _stack ? settings
                : stack == lead ? platform
                : new SettingsReader(Configuration(stack), _problems);
            ReadIntents(stack, reader => ReadIntent(reader, stack, own, controlPlanes));
        }

        settings.ReportUnknownKeys();
        platform.CheckCertificates(mesh);
        ClusterChecks.Check(mesh, clusters, _documents, configuration.Start, platform.Lines, _problems);
        var checks = new IntentChecks(mesh, clusters, _documents, platform.PlaceOf, _problems) { Stacks = stacks };
        var notes = _documents.DistinctBy(d => d.Location).ToDictionary(d => d.Location);
        List<Intent> intents =
        [
            .. _kinds
                .All.SelectMany(kind => kind.Check(checks))
                .Select(i =>
                    notes.TryGetValue(i.Location, out var document)
                        ? i with
                        {
                            Owner = document.Note.Owner,
                            Description = document.Note.Description,
                            Stack = document.Stack,
                        }
                        : i
                ),
        ];
        if (_problems.HasErrors)
        {
            return null;
        }

        var whole = new MeshDefinition
        {
            Stack = _stack,
            Mesh = mesh,
            Removed = removed,
            Location = platform.Start,
            Clusters = [.. clusters],
            Late = [.. platform.Late],
            Kinds = _kinds,
            Intents = _kinds.Sorted(intents),
            Warnings = [.. _problems.Sorted()],
            Values = [.. platform.Values],
        };
        return stacks.Length == 1 ? whole : OfOne(whole, link, settings, stacks.Where(stack => stack != _stack));
    }

    /// <summary>The definition of one of several stacks that are on a platform.</summary>
    private MeshDefinition OfOne(MeshDefinition whole, PlatformSettings? link, SettingsReader settings, IEnumerable<string> others)
    {
        var own = whole with
        {
            Location = link is null ? whole.Location : settings.Start,
            Joined = whole,
            Platform = link,
            OtherStacks = [.. others.Order(StringComparer.Ordinal)],
            Late = [.. settings.Late],
            Intents = [.. whole.Intents.Where(intent => intent.Stack == _stack)],
            Warnings = [.. whole.Warnings.Where(warning => IsOwn(warning.At.File))],
            Values = [.. settings.Values],
        };
        if (link is null)
        {
            return own;
        }

        var inUse = DefinitionPlanner.ClustersOf(own);
        return own with { Clusters = [.. own.Clusters.Where(cluster => inUse.Contains(cluster.Name))] };
    }

    private bool IsOwn(string file) =>
        file == $"Pulumi.{_stack}.yaml" || file.StartsWith(ProjectFolder.IntentsOf(_stack) + "/", StringComparison.Ordinal);

    /// <summary>The mesh of the platform that the stack is on, with the ways to its clusters that the stack has itself.</summary>
    private (SettingsReader Platform, MeshSettings Mesh) OnPlatform(string name, SettingsReader own)
    {
        var platform = new SettingsReader(Configuration(name), _problems);
        return (platform, own.Reached(platform.Read(name)));
    }

    private StackConfiguration Configuration(string stack)
    {
        var shown = $"Pulumi.{stack}.yaml";
        return StackConfiguration.FromFile(Path.Combine(_root, shown), shown, _problems);
    }

    private static List<ClusterDefinition> Clusters(MeshSettings mesh, SettingsReader settings)
    {
        var plan = MeshPlan.From(mesh);
        var controlPlanes = plan.ControlPlanes(mesh);
        return
        [
            .. plan.Clusters.Select(c => new ClusterDefinition(
                c.Key,
                settings.LocationOf(c.Key),
                mesh.Clusters[c.Key],
                c.Value,
                controlPlanes[c.Key]
            )
            {
                NamespaceLocations = mesh.Clusters[c.Key]
                    .Namespaces.Keys.ToImmutableSortedDictionary(n => n, n => settings.LocationOf(c.Key, n), StringComparer.Ordinal),
            }),
        ];
    }

    private void ReadIntents(string stack, Action<PlacedValue> read)
    {
        var shownFolder = ProjectFolder.IntentsOf(stack);
        var folder = Path.Combine(_root, shownFolder);
        var here = new SourceLocation(shownFolder, 1);
        if (!Directory.Exists(folder))
        {
            _problems.Error(here, "", "there is no such folder; it holds the intents, one YAML document each");
            return;
        }

        var skipped = new ProblemList();
        var files = IntentFiles.In(folder, shownFolder, skipped);
        _problems.AddAll(skipped);
        _problems.IsIncomplete = skipped.HasErrors;

        // Parsing is most of the work and no file needs another; intents are then taken in the order of the files.
        foreach (var (documents, found) in files.AsParallel().AsOrdered().Select(f => Parse(f.Path, f.Shown)))
        {
            _problems.AddAll(found);
            _problems.IsIncomplete |= found.HasErrors;
            foreach (var document in documents.Where(d => !d.IsNullValue))
            {
                read(document);
            }
        }
    }

    private static (IReadOnlyList<PlacedValue> Documents, ProblemList Problems) Parse(string path, string shown)
    {
        var problems = new ProblemList();
        if (IntentFiles.IsYaml(path))
        {
            return (YamlSource.ReadFile(path, shown, problems), problems);
        }

        var ending = Path.GetExtension(path);
        problems.Error(
            new SourceLocation(shown, 1),
            "",
            "is not a YAML file; only *.yaml, *.yml and *.md may stand here"
                + (IntentFiles.IsYaml(path.ToLowerInvariant()) ? $"; write {ending.ToLowerInvariant()} in place of {ending}" : "")
        );
        return ([], problems);
    }

    // https://www.pulumi.com/docs/iac/concepts/stacks/#stack-naming; it becomes a part of file names.
    [GeneratedRegex("^[A-Za-z0-9._-]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex StackName();

    private void ReadIntent(
        PlacedValue document,
        string stack,
        SettingsReader settings,
        Dictionary<string, ControlPlaneModel> controlPlanes
    )
    {
        var reader = new ObjectReader(document, _problems);
        if (!document.IsMapping)
        {
            _problems.IsIncomplete = true;
            return;
        }

        var kind = reader.Required(
            IntentKeys.Kind.Name,
            "one of " + string.Join(", ", _kinds.All.Select(k => k.Name).Order(StringComparer.Ordinal))
        );
        var known = kind.Length > 0 ? _kinds.Find(kind) : OfKeys(reader);
        if (known is null && kind.Length > 0)
        {
            string[] kinds = [.. _kinds.All.Select(k => k.Name)];
            _problems.Error(reader.Lines.Find("kind"), "kind", $"'{kind}' is not a kind of intent{Spelling.Suggest(kind, kinds)}");

            // What else is wrong with it is said as if its kind were spelt right.
            known = Spelling.Find(kind, kinds) is { } meant ? _kinds.Find(meant) : null;
        }

        if (known is null)
        {
            _problems.IsIncomplete = true;
            return;
        }

        var name = known.IsNamed ? Name(reader) : "";
        var note = known.IsNamed ? Note(reader) : new();
        _documents.Add(
            known.Read(new IntentReader(known, name, document.Location, reader, settings, controlPlanes) { Note = note, Stack = stack })
        );
    }

    /// <summary>The kind whose keys a document has that names none; null where it may be several.</summary>
    private IntentKind? OfKeys(ObjectReader reader)
    {
        var likely = _kinds
            .All.Select(kind => (Kind: kind, Known: reader.Keys.Count(key => kind.Keys.Any(k => k.Name == key))))
            .GroupBy(kind => kind.Known)
            .MaxBy(kinds => kinds.Key)!;
        return likely.Key > 0 && likely.ToList() is [var only] ? only.Kind : null;
    }

    private IntentNote Note(ObjectReader reader)
    {
        var note = new IntentNote(reader.Text(IntentKeys.Owner.Name), reader.Text(IntentKeys.Description.Name));
        foreach (var problem in note.Problems())
        {
            _problems.Add(reader.Lines.Find(problem.Path), problem.Path, problem);
        }

        return note;
    }

    private string Name(ObjectReader reader)
    {
        var name = reader.Required(IntentKeys.Name.Name, IntentKeys.Name.Declaration.Description);
        if (name.Length == 0)
        {
            // It may be the one that others name, and a service is called the same by default.
            _problems.IsIncomplete = true;
            reader.AbsentUnlessGiven("service");
        }

        if (name.Length > 0 && (!KubernetesNames.IsLabel(name) || name.Length > IntentKeys.LongestName))
        {
            _problems.Error(
                reader.Lines.Find("name"),
                "name",
                $"'{name}' is not a DNS label of at most {IntentKeys.LongestName} characters (a-z, 0-9 and '-')"
            );
            reader.AbsentUnlessGiven("service");
        }

        return name;
    }
}
