using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>The hosts of the objects that are tried out for a name.</summary>
internal static class ProbedHosts
{
    /// <summary>Those of each object of a kind in a namespace that is worth a try, the likeliest first.</summary>
    /// <remarks>
    /// A Sidecar imports a VirtualService whole for any host of it, of a ServiceEntry the hosts one by one. Source: VSMatches in
    /// pilot/pkg/model/sidecar.go of istio/istio, 1.30.3.
    /// </remarks>
    public static IEnumerable<IReadOnlyList<string>> Of(string kind, ClusterSnapshot controlPlane, string host, string ns)
    {
        if (kind != "VirtualService")
        {
            return
            [
                [host],
            ];
        }

        string[] named = [host, .. Imported(controlPlane, host, ns)];
        return host.LastIndexOf('.') is > 0 and var dot && !host.StartsWith('*') ? [named, [$"*{host[dot..]}"]] : [named];
    }

    // Of hosts that cover one another a VirtualService may have one alone.
    private static IEnumerable<string> Imported(ClusterSnapshot controlPlane, string host, string ns)
    {
        string[] imported =
        [
            .. controlPlane
                .Objects.Of("Sidecar")
                .SelectMany(AlikeNamespaces.HostsOf)
                .Select(text => text.Split('/', 2))
                .Where(parts => parts.Length == 2 && (parts[0] == "*" || parts[0] == ns))
                .Select(parts => parts[1].ToLowerInvariant())
                .Where(other => IsLegal(other) && !HostMatch.Overlap(other, host))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return imported.Where(one => !imported.Any(other => other != one && HostMatch.IsSubset(one, other)));
    }

    private static bool IsLegal(string host) =>
        (host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host).Split('.') is var labels
        && (labels.Length > 1 || host[0] == '*')
        && labels.All(FreeNames.IsLegal);
}
