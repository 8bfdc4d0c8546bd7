using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>Legal names that nothing of a mesh has: a folder's objects count as the API server would take them.</summary>
/// <param name="Name">The name of an object.</param>
/// <param name="Namespace">A namespace, for those that are made tomorrow.</param>
/// <param name="Client">A namespace, for callers of which it is not known which one they are in.</param>
internal sealed record FreeNames(string Name, string Namespace, string Client)
{
    public static FreeNames From(SnapshotSources sources, AccessMatrix matrix)
    {
        var taken = sources
            .Manifests.SelectMany(manifest => new[] { manifest.Name, manifest.Namespace })
            .Concat(sources.Releases.SelectMany(release => new[] { release.Name, release.Namespace }))
            .Concat(sources.Workloads.SelectMany(workload => new[] { workload.Name, workload.Namespace, workload.ServiceAccount }))
            .Concat(sources.Services.SelectMany(service => new[] { service.Name, service.Namespace }))
            .Concat(matrix.Callers.SelectMany(caller => new[] { caller.Namespace, caller.ServiceAccount }))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

        // A Sidecar or a Gateway may name a namespace that nothing is in.
        var texts = sources
            .Manifests.Where(manifest => manifest.Kind is "Sidecar" or "Gateway")
            .SelectMany(AlikeNamespaces.HostsOf)
            .Select(host => host.Split('/')[0]);
        taken.UnionWith(texts);
        return new(Free("probe", taken), Free("tomorrow", taken), Free("elsewhere", taken));
    }

    /// <summary>True for what a namespace can be called.</summary>
    public static bool IsLegal(string name) => HostName.IsLabel(name) && !name.Any(char.IsAsciiLetterUpper);

    private static string Free(string name, HashSet<string> taken) =>
        Enumerable
            .Range(1, taken.Count + 1)
            .Select(number => number == 1 ? name : FormattableString.Invariant($"{name}-{number}"))
            .First(one => !taken.Contains(one));
}
