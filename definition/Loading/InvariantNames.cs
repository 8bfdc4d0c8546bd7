using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Resolves the callers and services of invariants against what the definition knows.</summary>
internal sealed class InvariantNames
{
    private const string Any = "*";

    private readonly ProblemList _problems;
    private readonly IReadOnlyList<InboundServiceDocument> _services;
    private readonly HashSet<string> _clusters;
    private readonly HashSet<(string Cluster, string Namespace)> _spaces;
    private readonly HashSet<(string Cluster, string Namespace, string Account)> _accounts;
    private readonly HashSet<(string Cluster, string Namespace)> _open;

    public InvariantNames(IReadOnlyList<ClusterDefinition> clusters, IReadOnlyList<InboundServiceDocument> services, IReadOnlyList<ClientAccessDocument> accesses, ProblemList problems)
    {
        (_problems, _services) = (problems, services);
        _clusters = clusters.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var callers = accesses.Where(a => a.Cluster != null && a.Namespace != null).Select(a => (Cluster: a.Cluster!, Namespace: a.Namespace!, Account: a.ServiceAccount)).ToList();
        _accounts = callers.Where(c => c.Account != null).Select(c => (c.Cluster, c.Namespace, c.Account!))
            .Concat(services.Where(s => s.Intent.ServiceAccount != null).Select(s => (s.Cluster, s.Intent.Namespace, s.Intent.ServiceAccount!))).ToHashSet();
        _spaces = callers.Select(c => (c.Cluster, c.Namespace)).Concat(services.Select(s => (s.Cluster, s.Intent.Namespace)))
            .Concat(clusters.SelectMany(c => c.Member.Namespaces.Keys.Select(n => (c.Name, n)))).ToHashSet();

        // Where every account of a namespace is let in, any name may be one.
        _open = callers.Where(c => c.Account == null).Select(c => (c.Cluster, c.Namespace)).ToHashSet();
    }

    public IReadOnlyList<Invariant> Resolve(IEnumerable<InvariantText> texts) => _clusters.Count == 0 ? [] : [.. texts.Select(Resolve)];

    private Invariant Resolve(InvariantText text) => new(
        text.Kind,
        text.Location,
        text.Where,
        [.. text.From.Select(f => Caller(f.Text, f.Path, text.Lines))],
        Target(text.To, $"{text.Where}.to", text.Lines),
        text.Method,
        text.Path);

    private CallerPattern Caller(string text, string path, LineIndex lines)
    {
        if (text is "outside" or "")
        {
            return new(null, null, null, IsOutside: true);
        }

        if (text.Split('/') is not [{ Length: > 0 } cluster, { Length: > 0 } space, { Length: > 0 } account])
        {
            _problems.Error(lines.Find(path), path, $"'{text}' is neither CLUSTER/NAMESPACE/SERVICEACCOUNT (each may be *) nor outside");
            return new(null, null, null, IsOutside: true);
        }

        if (Place(cluster, space, path, lines) && account != Any && !_open.Any(o => In(o, cluster, space)))
        {
            Known("service account", account, _accounts.Where(a => In((a.Cluster, a.Namespace), cluster, space)).Select(a => a.Account), path, lines);
        }

        return new(Part(cluster), Part(space), Part(account), IsOutside: false);
    }

    private TargetPattern Target(string text, string path, LineIndex lines)
    {
        if (!text.Contains('/', StringComparison.Ordinal))
        {
            var service = _services.FirstOrDefault(s => s.Name == text);
            if (service == null && text.Length > 0)
            {
                _problems.Error(lines.Find(path), path, $"there is no InboundService '{text}'{Spelling.Suggest(text, _services.Select(s => s.Name))}");
            }

            return new(service?.Cluster, service?.Intent.Namespace, service == null ? null : [service.Intent.Service, .. service.Intent.InstanceServices]);
        }

        if (text.Split('/') is not [{ Length: > 0 } cluster, { Length: > 0 } space, { Length: > 0 } name])
        {
            _problems.Error(lines.Find(path), path, $"'{text}' is neither the name of an InboundService nor CLUSTER/NAMESPACE/SERVICE (each may be *)");
            return new(null, null, null);
        }

        if (Place(cluster, space, path, lines) && name != Any)
        {
            var known = _services.Where(s => In((s.Cluster, s.Intent.Namespace), cluster, space));
            Known("service", name, known.SelectMany(s => s.Intent.InstanceServices.Prepend(s.Intent.Service)), path, lines);
        }

        return new(Part(cluster), Part(space), name == Any ? null : [name]);
    }

    private bool Place(string cluster, string space, string path, LineIndex lines)
        => (cluster == Any || Known("cluster", cluster, _clusters, path, lines))
            && (space == Any || Known("namespace", space, _spaces.Where(s => In(s, cluster, Any)).Select(s => s.Namespace), path, lines));

    private bool Known(string what, string name, IEnumerable<string> names, string path, LineIndex lines)
    {
        var known = names.Distinct(StringComparer.Ordinal).ToList();
        if (known.Contains(name, StringComparer.Ordinal))
        {
            return true;
        }

        _problems.Error(lines.Find(path), path, $"there is no {what} '{name}'{Spelling.Suggest(name, known)}");
        return false;
    }

    private static bool In((string Cluster, string Namespace) place, string cluster, string space)
        => (cluster == Any || place.Cluster == cluster) && (space == Any || place.Namespace == space);

    private static string? Part(string text) => text == Any ? null : text;
}
