using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>The namespaces whose objects a name is routed by rightly.</summary>
/// <param name="Owners">Those of what answers, the root namespaces, and those whose objects for it no others go by.</param>
/// <param name="Callers">Those of callers, which may route their own calls.</param>
internal sealed record MayRoute(IReadOnlyList<string> Owners, IReadOnlyList<string> Callers)
{
    /// <summary>Those of each name of some calls.</summary>
    public static IReadOnlyDictionary<string, MayRoute> Of(
        Snapshot snapshot,
        IEnumerable<ProbedCalls> calls,
        IReadOnlyList<TakenCalls> standing
    ) =>
        calls
            .GroupBy(one => one.Host, StringComparer.Ordinal)
            .ToDictionary(
                same => same.Key,
                same => Of(snapshot, same.Key, [.. same], [.. standing.Where(one => one.Host == same.Key).Select(one => one.Namespace)])
            );

    private static MayRoute Of(Snapshot snapshot, string host, ProbedCalls[] calls, string[] strangers)
    {
        var planes = calls.Select(one => one.ControlPlane).Distinct(StringComparer.Ordinal).Select(snapshot.Cluster).ToArray();
        var given =
            from plane in planes
            from manifest in plane.Objects.Of("VirtualService").Concat(plane.Objects.Of("ServiceEntry"))
            let ns = manifest.Namespace
            where
                ns is not null && manifest.Spec["hosts"].Texts().Any(one => one != "*" && HostMatch.IsSubset(host, HostMatch.Full(one, ns)))
            select ns;
        string[] owners =
        [
            .. calls
                .SelectMany(one => one.Owners)
                .Concat(given)
                .Except(strangers)
                .Concat(planes.Select(plane => plane.Mesh.RootNamespace))
                .Where(ns => ns.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return new(
            owners,
            [
                .. calls
                    .Select(one => one.From)
                    .OfType<string>()
                    .Where(FreeNames.IsLegal)
                    .Except(owners)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
        );
    }
}
