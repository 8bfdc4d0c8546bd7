using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Reads what the environment is: the keys of the stack's configuration.</summary>
internal sealed class SettingsReader
{
    // What the stack of a team says besides its platform.
    private static readonly string[] OfTeams = [StackKeys.Platform, StackKeys.Clusters, StackKeys.Removed];

    private readonly Dictionary<string, ConfigurationValue> _values = new(StringComparer.Ordinal);
    private readonly List<(string Place, ArgsProblem Problem)> _unused = [];
    private readonly HashSet<string> _meant = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceLocation> _clusters = new(StringComparer.Ordinal);
    private readonly StackConfiguration _configuration;
    private readonly ProblemList _problems;
    private readonly SettingsBinder _binder;

    /// <summary>Where the structured settings stand.</summary>
    private readonly LineIndex _lines;

    public SettingsReader(StackConfiguration configuration, ProblemList problems)
    {
        (_configuration, _problems, _lines) = (configuration, problems, new LineIndex(configuration.Start));
        _binder = new SettingsBinder(Value);
    }

    public IEnumerable<ConfigurationValue> Values => _values.Values.OrderBy(v => v.Key, StringComparer.Ordinal);

    /// <summary>The inputs of the mesh that take a configured value when the program runs.</summary>
    public IReadOnlyList<ConfiguredInput> Late => _binder.Late;

    /// <summary>Where the structured settings stand.</summary>
    public LineIndex Lines => _lines;

    /// <summary>The mesh that the settings describe.</summary>
    public MeshSettings Read(string stack)
    {
        foreach (var entry in _configuration.Entries.Where(e => e.IsSecret && StackConfiguration.Settings.Contains(e.Name)))
        {
            _problems.Error(
                entry.KeyLocation,
                "meshstack:" + entry.Name,
                "a setting cannot be secret: it stands in the objects of every cluster"
            );
        }

        var mesh = new MeshSettings { MeshId = Scalar("meshId") ?? stack, Clusters = Empty.Map<MeshMemberSettings>() };
        mesh = mesh with { Topology = Scalar("topology") ?? mesh.Topology, SidecarScope = Scalar("sidecarScope") ?? mesh.SidecarScope };
        mesh = Trust(mesh);
        var members = new SortedDictionary<string, MeshMemberSettings>(StringComparer.Ordinal);
        if (Section("clusters") is { } all)
        {
            foreach (var name in all.Keys.ToList())
            {
                if (all.Object(name) is { } cluster)
                {
                    members[name] = Cluster(name, cluster);
                }
                else
                {
                    _problems.Error(
                        all.Lines.Find($"meshstack:clusters.{name}"),
                        $"meshstack:clusters.{name}.context",
                        "required: the kubeconfig context that reaches the cluster"
                    );
                }
            }
        }

        mesh = mesh with { Clusters = members };
        if (members.Count == 0 && !_problems.HasErrors)
        {
            _problems.Error(
                _configuration.Start,
                "meshstack:clusters",
                "required: at least one cluster, as NAME: {context: KUBECONFIG-CONTEXT}"
            );
        }

        foreach (var problem in mesh.Problems())
        {
            Report(problem);
        }

        ReportUnused(members.Count);
        return mesh;
    }

    /// <summary>The platform that the stack is on; null where it has clusters of its own.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="stack">Name of the stack.</param>
    public PlatformSettings? Platform(string root, string stack)
    {
        if (Section(StackKeys.Platform) is not { } reader)
        {
            return null;
        }

        var link = new PlatformSettings();
        _binder.Bind(reader, link);
        reader.Finish();
        var path = reader.PathOf("stack");
        if (link.Stack.Length == 0)
        {
            _problems.Error(reader.Location, path, "required: the stack that has the clusters");
            return null;
        }

        var stacks = DefinitionLoader.Stacks(root);
        var wrong =
            link.Stack == stack ? $"'{stack}' is this stack itself: name the one that has the clusters"
            : !stacks.Contains(link.Stack) ? $"there is no stack '{link.Stack}'{Spelling.Suggest(link.Stack, stacks)}"
            : TeamStacks.PlatformOf(root, link.Stack) is { } other ? $"'{link.Stack}' is on the platform of {other} itself: name {other}"
            : null;
        if (wrong is not null)
        {
            _problems.Error(_lines.Find(path), path, wrong);
            return null;
        }

        foreach (
            var entry in _configuration.Entries.Where(e =>
                StackConfiguration.Settings.Contains(e.Name) && !OfTeams.Contains(e.Name, StringComparer.Ordinal)
            )
        )
        {
            _problems.Error(
                entry.KeyLocation,
                "meshstack:" + entry.Name,
                $"is a setting of the platform: it stands in Pulumi.{link.Stack}.yaml, and not in the stack of a team"
            );
        }

        return link;
    }

    /// <summary>The mesh of a platform with the ways to its clusters that this stack has itself.</summary>
    public MeshSettings Reached(MeshSettings mesh)
    {
        if (Section(StackKeys.Clusters) is not { } all)
        {
            return mesh;
        }

        var members = mesh.Clusters.ToDictionary(StringComparer.Ordinal);
        foreach (var name in all.Keys.ToList())
        {
            if (!members.TryGetValue(name, out var member))
            {
                _problems.Error(
                    all.Lines.Find(all.PathOf(name)),
                    all.PathOf(name),
                    $"the platform has no cluster '{name}'{Spelling.Suggest(name, members.Keys)}"
                );
                _ = all.Value(name);
            }
            else if (all.Object(name) is { } reader)
            {
                var reached = member.Cluster with { };
                _binder.Bind(reader, reached, IsOfTheWay);
                reader.Finish(key => SettingPlaces.Elsewhere(key) is null ? null : "it is a setting of the platform");
                members[name] = member with { Cluster = reached };
            }
        }

        all.Finish();
        return mesh with { Clusters = members };
    }

    /// <summary>What may leave the stack.</summary>
    public RemovalSettings Removed(MeshSettings mesh)
    {
        if (Section(StackKeys.Removed) is not { } reader)
        {
            return new();
        }

        var removed = new RemovalSettings();
        _binder.Bind(reader, removed);
        reader.Finish();
        foreach (var problem in removed.Problems(mesh))
        {
            Report(problem);
        }

        return removed;
    }

    /// <summary>Where a cluster is defined.</summary>
    public SourceLocation LocationOf(string cluster) => _clusters[cluster];

    /// <summary>Where a namespace of a cluster is defined: at the cluster, or for all of them.</summary>
    public SourceLocation LocationOf(string cluster, string @namespace)
    {
        var own = $"meshstack:clusters.{cluster}.namespaces.{@namespace}";
        return _lines.Find(_lines.Has(own) ? own : $"meshstack:namespaces.{@namespace}");
    }

    /// <summary>Where the mesh is defined: at its topology, where one is given.</summary>
    public SourceLocation Start => _lines.Find("meshstack:topology");

    /// <summary>Reports every key of the project's namespace that is neither a setting nor asked for by one.</summary>
    public void ReportUnknownKeys()
    {
        foreach (
            var entry in _configuration.Entries.Where(e =>
                !StackConfiguration.Settings.Contains(e.Name) && !_values.ContainsKey(e.Name) && !_meant.Contains(e.Name)
            )
        )
        {
            if (Spelling.Find(entry.Name, StackConfiguration.Settings) is { } meant && !_configuration.Has(meant))
            {
                _problems.Follows(_configuration.Start, "meshstack:" + meant);
            }

            _problems.Error(
                entry.KeyLocation,
                "meshstack:" + entry.Name,
                $"'{entry.Name}' is neither a setting nor a value that something asks for"
                    + (
                        SettingPlaces.Elsewhere(entry.Name) is { } place
                            ? "; " + place
                            : Spelling.Suggest(entry.Name, StackConfiguration.Settings.Concat(_values.Keys))
                    )
            );
        }
    }

    /// <summary>A value that stands under a configuration key of its own: <c>{config: KEY}</c>.</summary>
    public ConfigurationValue? Value(ObjectReader reader, string key, KeyAttribute declaration, bool required)
    {
        var isSecret = declaration.IsSecret;
        if (reader.Object(key) is not { } reference)
        {
            if (required)
            {
                _problems.Error(reader.Location, reader.PathOf(key), "required, as {config: KEY} with the configuration key that holds it");
            }

            return null;
        }

        var name = reference.Required("config", "the configuration key that holds it");
        reference.Finish();
        if (name.Length == 0)
        {
            // A key that is asked for under a misspelt one is asked for.
            _meant.UnionWith(reference.Entries.Select(e => e.Value.Text).OfType<string>());
            return null;
        }

        if (StackConfiguration.Settings.Contains(name))
        {
            _problems.Error(reference.Location, reader.PathOf(key), $"'{name}' is a setting of its own: choose another configuration key");
            return null;
        }

        var entry = _configuration.Find(name);
        if (entry is { IsSecret: false } && isSecret)
        {
            _problems.Error(
                entry.KeyLocation,
                "meshstack:" + name,
                $"{(key == "kubeConfig" ? "a kubeconfig" : "a private key")} in plain text: remove it, have "
                    + $"{(key == "kubeConfig" ? "its credentials" : "the key")} replaced, and set the new one with: pulumi config set "
                    + $"--secret meshstack:{name} < FILE"
            );
        }
        else if (declaration.IsPem && entry is { IsSecret: false, Value: { Text: { } text, Value.Line: > 0 } })
        {
            foreach (var problem in PemRules.Problems("meshstack:" + name, declaration.Pem, text))
            {
                _problems.Add(entry.KeyLocation, problem.Path, problem);
            }
        }

        var value = new ConfigurationValue(name, reference.Location, isSecret || entry is { IsSecret: true }, entry is not null)
        {
            Sealed = entry?.Value.Value is YamlMap map ? (map.Find("secure") as YamlScalar)?.Text : null,
            Shown = isSecret || entry is not { IsSecret: false } ? null : entry.Value.Text,
        };
        _values[name] = _values.TryGetValue(name, out var other) && other.IsSecret ? other : value;
        return value;
    }

    private static string KeyNameOf(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>What is given for one thing and is another: one key for two certificates, or a CA of another root.</summary>
    public void CheckCertificates(MeshSettings mesh)
    {
        var late = Late.Where(l =>
            l.Path.StartsWith("meshstack:trust.", StringComparison.Ordinal) || l.Path.Contains(".ca.", StringComparison.Ordinal)
        );
        foreach (var same in late.GroupBy(l => l.Value.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            // Clusters may share a CA; a warning says what comes of it.
            var first = same.First();
            foreach (var again in same.Skip(1).Where(l => Role(l.Path) != Role(first.Path)))
            {
                _problems.Error(
                    again.Value.Location,
                    again.Path,
                    $"'{same.Key}' is what {first.Path} is given too, and the two are never the same: give each a key of its own"
                );
            }
        }

        foreach (var problem in GivenCertificates.Problems(mesh, (path, given) => given?.Known is null ? TextOf(path) : given.Known))
        {
            var key = KeyOf(problem.Path);
            var entry = key is null ? null : _configuration.Find(key);
            _problems.Add(
                entry?.KeyLocation ?? _lines.Find("meshstack:" + problem.Path),
                entry is null ? "meshstack:" + problem.Path : "meshstack:" + key,
                problem
            );
        }

        static string Role(string path) => path[(path.LastIndexOf('.') + 1)..];

        string? KeyOf(string path) => Late.FirstOrDefault(l => l.Path == "meshstack:" + path)?.Value.Key;

        string? TextOf(string path) =>
            KeyOf(path) is { } key && _configuration.Find(key) is { IsSecret: false, Value: { Text: { } text, Value.Line: > 0 } }
                ? text
                : null;
    }

    private MeshSettings Trust(MeshSettings mesh)
    {
        if (Section("trust") is not { } reader)
        {
            return mesh;
        }

        var trust = _binder.Bind<MeshTrustSettings>(reader);

        // A root without CAs below it belongs to an issuer of its own.
        var root = _binder.Bind<GivenRoots>(reader);
        mesh = mesh with { TrustDomain = root.Domain };
        if (reader.Has("rootCertificate") && root.RootCertificate is null)
        {
            _problems.Follows(_lines.Find("meshstack:trust"), "meshstack:trust");
        }

        if (root.RootCertificate is { } certificate)
        {
            trust = trust with
            {
                Provided = new()
                {
                    RootCertificate = certificate,
                    NextRootCertificate = root.NextRootCertificate,
                    PreviousRootCertificate = root.PreviousRootCertificate,
                },
            };
        }

        reader.Finish();
        return mesh with { Trust = trust };
    }

    private MeshMemberSettings Cluster(string name, ObjectReader reader)
    {
        if (!KubernetesNames.IsLabel(name))
        {
            _problems.Error(
                reader.Location,
                $"meshstack:clusters.{name}",
                $"'{name}' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)"
            );
        }

        _clusters[name] = reader.Location;
        var member = new MeshMemberSettings();
        _binder.Bind(reader, member.Cluster);
        _binder.Bind(reader, member);
        var namespaces = new Dictionary<string, MeshNamespaceSettings>(StringComparer.Ordinal);
        foreach (var given in new[] { Section("namespaces"), reader.Object("namespaces") }.OfType<ObjectReader>())
        {
            _binder.Bind(given, namespaces);
        }

        member = member with { Namespaces = namespaces };

        foreach (var (istio, install) in Sections(StackKeys.Istio, reader, member.Install))
        {
            _binder.Bind(istio, install, SettingPlaces.IsIstio);
            NoAmbientNetworks(istio);
            istio.Finish(SettingPlaces.Elsewhere);
        }

        foreach (var (gateways, install) in Sections(StackKeys.Gateways, reader, member.Install))
        {
            _binder.Bind(gateways, install, SettingPlaces.IsGateway);
            gateways.Finish(SettingPlaces.Elsewhere);
        }

        reader.Finish(SettingPlaces.Elsewhere);
        return member;
    }

    // How a cluster is reached is a matter of who reaches it; who it is, is the platform's.
    private static bool IsOfTheWay(SettingMember member) =>
        member.Property.Name
            is nameof(MeshClusterSettings.Context)
                or nameof(MeshClusterSettings.KubeConfig)
                or nameof(MeshClusterSettings.AdoptExisting)
                or nameof(MeshClusterSettings.SkipUpdateUnreachable);

    /// <summary>What the stack says of every cluster, and then what a cluster says itself, each with the settings that take it: what is
    /// installed in others is nothing to a cluster whose Istio is there already.</summary>
    private IEnumerable<(ObjectReader Reader, IstioInstallSettings Install)> Sections(
        string name,
        ObjectReader cluster,
        IstioInstallSettings install
    )
    {
        var isThere = cluster.Object(StackKeys.Istio)?.Has("existing") == true;
        if (Section(name) is { } ofAll)
        {
            yield return (ofAll, isThere ? new IstioInstallSettings() : install);
        }

        if (cluster.Object(name) is { } own)
        {
            yield return (own, install);
        }
    }

    /// <summary>A switch alone brings no traffic across: a key that would promise it says so.</summary>
    private void NoAmbientNetworks(ObjectReader istio)
    {
        if (istio.Has("ambientMultiNetwork"))
        {
            // Read, so that it is no unknown key besides.
            _ = istio.Value("ambientMultiNetwork");
            var path = istio.PathOf("ambientMultiNetwork");
            _problems.Error(
                istio.Lines.Find(path),
                path,
                "not possible yet: ambient workloads reach another network only through a Gateway of the class istio-east-west in each "
                    + "cluster, which MeshStack does not make; "
                    + "use sidecars for clusters that find each other's services"
            );
        }
    }

    /// <summary>Where a setting stands, by the names of the mesh's args; null where it is not given.</summary>
    public SourceLocation? PlaceOf(string path)
    {
        for (var at = path; at.Contains('.', StringComparison.Ordinal); at = at[..at.LastIndexOf('.')])
        {
            if (SettingPlaces.Of(at).FirstOrDefault(_lines.Has) is { } place)
            {
                return _lines.Find(place);
            }
        }

        return null;
    }

    /// <summary>A problem of args, at the nearest of the places that its path may have come from.</summary>
    private void Report(ArgsProblem problem)
    {
        var places = SettingPlaces.Of(problem.Path);

        // What is missing stands nowhere; the mapping that should have it does.
        var place = places.MinBy(p => p.Length - _lines.Known(p).Length)!;
        if (problem.IsWithoutEffect && place != places[0])
        {
            _unused.Add((place, problem));
            return;
        }

        _problems.Add(_lines.Find(place), place, problem, problem.Setting is { } setting ? PlaceOf(setting) : null);
    }

    /// <summary>Reports the keys of all clusters that do nothing in any of them; where one reads a key, nobody can remove it.</summary>
    private void ReportUnused(int clusters)
    {
        foreach (var same in _unused.GroupBy(u => u.Place).Where(g => g.Count() == clusters))
        {
            _problems.Add(_lines.Find(same.Key), same.Key, same.First().Problem);
        }
    }

    private string? Scalar(string name)
    {
        if (_configuration.Find(name) is not { IsSecret: false } entry)
        {
            return null;
        }

        _lines.Add("meshstack:" + name, entry.KeyLocation);
        if (entry.Value.Text is { } text)
        {
            return text;
        }

        _problems.Error(entry.KeyLocation, "meshstack:" + name, $"expected a string, got {entry.Value.Describe()}");
        return null;
    }

    private ObjectReader? Section(string name)
    {
        if (_configuration.Find(name) is not { IsSecret: false } entry)
        {
            return null;
        }

        _lines.Add("meshstack:" + name, entry.KeyLocation);
        return new ObjectReader(entry.Value, _problems, _lines);
    }
}
