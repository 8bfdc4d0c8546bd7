using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>Sidecars by which namespaces import no more than what they call.</summary>
internal sealed class NarrowSidecars(Snapshot snapshot, AccessMatrix matrix)
{
    // Nobody keeps a longer list up to date.
    private const int MostImported = 50;

    private readonly HashSet<(string ControlPlane, string Namespace)> _long = [];

    /// <summary>Why none is advised for the callers of some calls, once <see cref="Of"/> was asked.</summary>
    public string WhyNone(ProbedCalls calls) =>
        calls.From is not { } from ? "gateways have none"
        : from == snapshot.Cluster(calls.ControlPlane).Mesh.RootNamespace ? "one there is for every namespace"
        : !IsFree(calls.ControlPlane, from) ? "one is there already"
        : _long.Contains((calls.ControlPlane, from)) ? FormattableString.Invariant($"it would list more than {MostImported} names")
        : "none closes it";

    /// <summary>Those for the callers of some calls, where their namespaces have none of their own.</summary>
    public IReadOnlyList<NarrowSidecar> Of(IEnumerable<ProbedCalls> taken)
    {
        var places = taken
            .Where(calls => calls.From is { } from && FreeNames.IsLegal(from) && IsFree(calls.ControlPlane, from))
            .GroupBy(calls => (calls.ControlPlane, Namespace: calls.From!))
            .ToDictionary(calls => calls.Key, calls => calls.ToArray());
        if (places.Count == 0)
        {
            return [];
        }

        var called = new CalledNames(snapshot, matrix);
        return
        [
            .. from place in places
            let asked = called.By(place.Key.ControlPlane, place.Key.Namespace)
            let imported = Imported(place.Key.ControlPlane, place.Key.Namespace, place.Value, asked)
            where imported.Length <= MostImported || !_long.Add(place.Key)
            orderby place.Key.ControlPlane, place.Key.Namespace
            select new NarrowSidecar(
                place.Key.Namespace,
                asked,
                ProbeObjects.Sidecar(place.Key.ControlPlane, place.Key.Namespace, imported)
            ),
        ];
    }

    // One in the root namespace is for everybody, and of two in a namespace one alone counts.
    private bool IsFree(string controlPlane, string ns) =>
        snapshot.Cluster(controlPlane) is var plane
        && ns != plane.Mesh.RootNamespace
        && plane.Objects.Of("Sidecar", ns).All(sidecar => sidecar.Spec["workloadSelector"].Exists);

    private string[] Imported(string controlPlane, string ns, ProbedCalls[] taken, IReadOnlySet<CalledName> asked)
    {
        var (plane, registry) = (snapshot.Cluster(controlPlane), snapshot.Registry(controlPlane));

        // All that these may route is calls to themselves; of the others no more is imported than what is called.
        var whole = taken.SelectMany(calls => calls.Owners).Where(owner => taken.All(calls => calls.Owners.Contains(owner)));
        var wide = whole.Append(plane.Mesh.RootNamespace).Where(one => one.Length > 0).ToHashSet(StringComparer.Ordinal);
        var hosts =
            from name in asked
            from host in new[] { name.Host, name.Gateway }.OfType<string>()
            from owner in registry.NamespacesOf(host)
            select (Namespace: owner, Host: host);

        // Nothing says which names a wildcard is called by.
        var wildcards =
            from entry in plane.Entries.SelectMany(entries => entries)
            where entry.IsWildcard && registry.MayReach(entry, ns)
            select (entry.Namespace, entry.Host);
        var others = hosts.Concat(wildcards).Where(one => one.Namespace != ns && !wide.Contains(one.Namespace));
        return
        [
            .. wide.Where(one => one != ns)
                .Select(one => $"{one}/*")
                .Concat(others.Select(one => $"{one.Namespace}/{one.Host}"))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Prepend("./*"),
        ];
    }
}
