using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The whole definition, for kinds to hold their documents against.</summary>
internal sealed class IntentChecks
{
    private readonly Dictionary<string, ClusterDefinition> _clusters;
    private readonly Dictionary<(Type Type, string Name), IntentDocument> _byName = [];

    // Names of a team or of an environment differ by more.
    private const int MostWrongLetters = 2;

    private readonly Dictionary<(string Cluster, string Namespace), string> _nearest = [];
    private readonly Func<string, SourceLocation?> _settings;
    private readonly ProblemList _problems;

    /// <param name="mesh">The mesh.</param>
    /// <param name="clusters">Its clusters.</param>
    /// <param name="documents">Every document that could be read, in the order of the files.</param>
    /// <param name="settings">Where a setting of the mesh stands, by the names of the mesh's args.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public IntentChecks(
        MeshSettings mesh,
        IReadOnlyList<ClusterDefinition> clusters,
        IReadOnlyList<IntentDocument> documents,
        Func<string, SourceLocation?> settings,
        ProblemList problems
    )
    {
        (Mesh, Clusters, Documents, _settings, _problems) = (mesh, clusters, documents, settings, problems);
        _clusters = clusters.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var names = new Dictionary<(IntentKind Kind, string Name), IntentDocument>();
        foreach (var document in documents.Where(d => d.Name.Length > 0))
        {
            _byName.TryAdd((document.GetType(), document.Name), document);
            if (!names.TryAdd((document.Kind, document.Name), document))
            {
                var first = names[(document.Kind, document.Name)];
                Error(document, "name", $"'{document.Name}' is the name of the {document.Kind.Name} at {At(first)} already");
            }
        }

        Renamed();
    }

    private void Renamed()
    {
        foreach (var kind in Documents.GroupBy(d => d.Kind))
        {
            foreach (var (document, message) in Renames.Problems([.. kind.Select(d => (d, d.Name, d.RenamedFrom))]))
            {
                Error(document, "renamedFrom", message);
            }
        }
    }

    /// <summary>The stacks whose documents these are: one, or all that are on a platform, which is first.</summary>
    public IReadOnlyList<string> Stacks { get; init; } = [];

    /// <summary>The mesh.</summary>
    public MeshSettings Mesh { get; }

    /// <summary>Its clusters.</summary>
    public IReadOnlyList<ClusterDefinition> Clusters { get; }

    /// <summary>Every document, in the order of the files.</summary>
    public IReadOnlyList<IntentDocument> Documents { get; }

    /// <summary>The documents of one type, in the order of the files.</summary>
    public IEnumerable<TDocument> Of<TDocument>()
        where TDocument : IntentDocument => Documents.OfType<TDocument>();

    /// <summary>The first document of a type and name; null where there is none.</summary>
    public TDocument? Find<TDocument>(string name)
        where TDocument : IntentDocument => (TDocument?)_byName.GetValueOrDefault((typeof(TDocument), name));

    /// <summary>The cluster of a name; null where there is none.</summary>
    public ClusterDefinition? Cluster(string name) => _clusters.GetValueOrDefault(name);

    /// <summary>The cluster that a document names; one that is not there is reported.</summary>
    public ClusterDefinition? Cluster(IntentDocument document, string name, string path = "cluster")
    {
        if (name.Length == 0 || Clusters.Count == 0)
        {
            return null;
        }

        if (_clusters.TryGetValue(name, out var cluster))
        {
            return cluster;
        }

        var now = Clusters.FirstOrDefault(c => c.Cluster.RenamedFrom == name)?.Name;
        Error(document, path, $"there is no cluster '{name}'{Called(now) ?? Spelling.Suggest(name, _clusters.Keys)}");
        return null;
    }

    // A rename says so at the new name.
    private static string? Called(string? now) => now is null ? null : $"; it is called {now} now";

    /// <summary>Reports a name that nothing has.</summary>
    /// <param name="document">The document that names it.</param>
    /// <param name="path">Where it does.</param>
    /// <param name="what">What there is none of.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">The names that there are.</param>
    public void Unknown(IntentDocument document, string path, string what, string name, IEnumerable<string> known)
    {
        var names = known.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();

        // Where something could not be read, it may be what is named; unless the name is nearly another.
        var now = Documents.FirstOrDefault(d => d.RenamedFrom == name && names.Contains(d.Name))?.Name;
        if (IsWhole || now is not null || Spelling.Find(name, names) is not null)
        {
            Error(document, path, $"there is no {what} '{name}'{Called(now) ?? Spelling.Suggest(name, names)}");
        }
    }

    /// <summary>Whether all that the definition names is known: whatever it is in could be read, and is in a cluster that is
    /// there.</summary>
    private bool IsWhole =>
        _isWhole ??=
            !_problems.IsIncomplete
            && Documents.All(d =>
                d.Servers.All(server => _clusters.ContainsKey(server.Cluster))
                && d.Callers(this).All(caller => caller.Cluster is null || _clusters.ContainsKey(caller.Cluster))
            );

    private bool? _isWhole;

    /// <summary>Reports a namespace that is near to one of its cluster's, and none of them.</summary>
    public void NamespaceIsMeant(IntentDocument document, ClusterDefinition cluster, string ns, string path = "namespace")
    {
        var declared = cluster.Member.Namespaces;
        if (declared.Count == 0 || declared.ContainsKey(ns) || !KubernetesNames.IsLabel(ns))
        {
            return;
        }

        // Many intents share a namespace, and comparing names is slow.
        if (!_nearest.TryGetValue((cluster.Name, ns), out var nearest))
        {
            _nearest[(cluster.Name, ns)] = nearest = Spelling.Nearest(ns, [.. declared.Keys], MostWrongLetters);
        }

        if (nearest.Length > 0)
        {
            Warning(
                document,
                path,
                $"'{ns}' is not among the namespaces of {cluster.Name}{nearest} If not, list it under meshstack:namespaces"
            );
        }
    }

    /// <summary>Reports something that is wrong with a document.</summary>
    public void Error(IntentDocument document, string path, string message) => _problems.Error(document.Lines.Find(path), path, message);

    /// <summary>Reports something that is wrong with a document as a whole, at its first line.</summary>
    public void ErrorOfAll(IntentDocument document, string path, string message) => _problems.Error(document.Location, path, message);

    /// <summary>Reports something that is questionable about a document.</summary>
    public void Warning(IntentDocument document, string path, string message) =>
        _problems.Warning(document.Lines.Find(path), path, message);

    /// <summary>Reports something that is questionable about a cluster.</summary>
    public void Warning(ClusterDefinition cluster, string path, string message) =>
        _problems.Warning(cluster.Location, $"meshstack:clusters.{cluster.Name}.{path}", message);

    /// <summary>Reports what an intent asks for and cannot have.</summary>
    public void Report(IntentDocument document, IEnumerable<ArgsProblem> found)
    {
        foreach (var problem in found)
        {
            _problems.Add(document.Lines.Find(problem.Path), problem.Path, problem, problem.Setting is { } given ? _settings(given) : null);
        }
    }

    /// <summary>Where a document begins, for messages about another.</summary>
    public static string At(IntentDocument document) => $"{document.Location.File}:{document.Location.Line}";
}
