using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Resolves the callers and services of invariants against what the definition knows.</summary>
internal sealed class InvariantNames
{
    private const string Any = "*";

    private readonly Action<InvariantsDocument, string, string> _error;
    private readonly Action<InvariantsDocument, string, string, string, IEnumerable<string>> _unknown;
    private readonly IReadOnlyList<(string Name, NamedServer Server)> _servers;
    private readonly HashSet<string> _clusters;
    private readonly HashSet<(string Cluster, string Namespace)> _spaces;
    private readonly HashSet<(string Cluster, string Namespace, string Account)> _accounts;
    private readonly HashSet<(string Cluster, string Namespace)> _open;

    private InvariantNames(
        IEnumerable<string> clusters,
        IEnumerable<(string Cluster, string Namespace)> namespaces,
        IEnumerable<(string Name, NamedServer Server)> servers,
        IEnumerable<(string Cluster, string Namespace, string? Account)> callers,
        Action<InvariantsDocument, string, string> error,
        Action<InvariantsDocument, string, string, string, IEnumerable<string>> unknown
    )
    {
        (_error, _unknown) = (error, unknown);
        _servers = [.. servers];
        _clusters = clusters.ToHashSet(StringComparer.Ordinal);
        var known = callers.ToList();
        _accounts = known
            .Where(c => c.Account is not null)
            .Select(c => (c.Cluster, c.Namespace, c.Account!))
            .Concat(
                _servers
                    .Where(s => s.Server.ServiceAccount is not null)
                    .Select(s => (s.Server.Cluster, s.Server.Namespace, s.Server.ServiceAccount!))
            )
            .ToHashSet();
        _spaces = known
            .Select(c => (c.Cluster, c.Namespace))
            .Concat(_servers.Select(s => (s.Server.Cluster, s.Server.Namespace)))
            .Concat(namespaces)
            .ToHashSet();

        // Where every account of a namespace is let in, any name may be one.
        _open = known.Where(c => c.Account is null).Select(c => (c.Cluster, c.Namespace)).ToHashSet();
    }

    /// <summary>The names of a whole definition.</summary>
    public static InvariantNames From(IntentChecks checks) =>
        new(
            checks.Clusters.Select(c => c.Name),
            checks.Clusters.SelectMany(c => c.Member.Namespaces.Keys.Select(n => (c.Name, n))),
            checks.Documents.SelectMany(d => d.Servers.Select(server => (d.Name, server))),
            checks
                .Documents.SelectMany(d => d.Callers(checks))
                .Where(c => c is { Cluster: not null, Namespace: not null })
                .Select(c => (c.Cluster!, c.Namespace!, c.ServiceAccount)),
            checks.Error,
            checks.Unknown
        );

    /// <summary>The names that a plan knows.</summary>
    public static InvariantNames From(MeshFacts facts, ProblemList problems) =>
        new(
            facts.Clusters.Keys,
            facts.Clusters.Values.SelectMany(c => c.Namespaces.Select(n => (c.Name, n))),
            facts.Servers.Select(s => (s.Component, new NamedServer(s.Cluster, s.Namespace, s.ServiceAccount, s.Services))),
            facts.Callers.Select(c => (c.Cluster, c.Namespace, c.ServiceAccount)),
            (document, path, message) => problems.Error(document.Lines.Find(path), path, message),
            (document, path, what, name, known) =>
                problems.Error(document.Lines.Find(path), path, $"there is no {what} '{name}'{Spelling.Suggest(name, known)}")
        );

    public IReadOnlyList<Invariant> Resolve(IEnumerable<InvariantText> texts) => _clusters.Count == 0 ? [] : [.. texts.Select(Resolve)];

    private Invariant Resolve(InvariantText text) =>
        new(
            text.Kind,
            text.Location,
            text.Where,
            [.. text.From.Select(f => Caller(f.Text, f.Path, text.Document))],
            Target(text.To, $"{text.Where}.to", text.Document),
            text.Method,
            text.Path
        )
        {
            Namespaces =
            [
                .. text.Namespaces.Where(
                    (ns, i) => Namespace(ns, FormattableString.Invariant($"{text.Where}.namespaces[{i}]"), text.Document)
                ),
            ],
            Within = text.Within,
            Except = [.. text.Except.Select(f => Caller(f.Text, f.Path, text.Document))],
        };

    // What is there without being named: the namespace of Istio itself.
    private bool Namespace(string ns, string path, InvariantsDocument document) =>
        Known("namespace", ns, _spaces.Select(s => s.Namespace).Append(IstioNames.SystemNamespace), path, document);

    private CallerPattern Caller(string text, string path, InvariantsDocument document)
    {
        if (text is "outside" or "")
        {
            return new(null, null, null, IsOutside: true);
        }

        if (text.Split('/') is not [{ Length: > 0 } cluster, { Length: > 0 } ns, { Length: > 0 } account])
        {
            var nearest = Spelling.Nearest(text, ["outside"]);
            _error(document, path, $"'{text}' is neither CLUSTER/NAMESPACE/SERVICEACCOUNT (each may be *) nor outside{nearest}");
            return new(null, null, null, IsOutside: true);
        }

        if (Place(cluster, ns, path, document) && account != Any && !_open.Any(o => In(o, cluster, ns)))
        {
            Known(
                "service account",
                account,
                _accounts.Where(a => In((a.Cluster, a.Namespace), cluster, ns)).Select(a => a.Account),
                path,
                document
            );
        }

        return new(Part(cluster), Part(ns), Part(account), IsOutside: false);
    }

    private TargetPattern Target(string text, string path, InvariantsDocument document)
    {
        if (!text.Contains('/', StringComparison.Ordinal))
        {
            var server = _servers.FirstOrDefault(s => s.Name == text).Server;
            if (server is null && text.Length > 0)
            {
                _unknown(document, path, "InboundService", text, _servers.Select(s => s.Name));
            }

            return new(server?.Cluster, server?.Namespace, server?.Services);
        }

        if (text.Split('/') is not [{ Length: > 0 } cluster, { Length: > 0 } ns, { Length: > 0 } name])
        {
            _error(document, path, $"'{text}' is neither the name of an InboundService nor CLUSTER/NAMESPACE/SERVICE (each may be *)");
            return new(null, null, null);
        }

        if (Place(cluster, ns, path, document) && name != Any)
        {
            Known(
                "service",
                name,
                _servers.Select(s => s.Server).Where(s => In((s.Cluster, s.Namespace), cluster, ns)).SelectMany(s => s.Services),
                path,
                document
            );
        }

        return new(Part(cluster), Part(ns), name == Any ? null : [name]);
    }

    private bool Place(string cluster, string ns, string path, InvariantsDocument document) =>
        (cluster == Any || Known("cluster", cluster, _clusters, path, document))
        && (ns == Any || Known("namespace", ns, _spaces.Where(s => In(s, cluster, Any)).Select(s => s.Namespace), path, document));

    private bool Known(string what, string name, IEnumerable<string> names, string path, InvariantsDocument document)
    {
        var known = names.Distinct(StringComparer.Ordinal).ToList();
        if (known.Contains(name, StringComparer.Ordinal))
        {
            return true;
        }

        _unknown(document, path, what, name, known);
        return false;
    }

    private static bool In((string Cluster, string Namespace) place, string cluster, string ns) =>
        (cluster == Any || place.Cluster == cluster) && (ns == Any || place.Namespace == ns);

    private static string? Part(string text) => text == Any ? null : text;
}
