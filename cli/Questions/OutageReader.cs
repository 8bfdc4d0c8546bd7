using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;

namespace MeshStack.Cli.Questions;

/// <summary>Reads what is said to be down: names of clusters, gateways and regions.</summary>
internal sealed class OutageReader(OutagePlaces places)
{
    private const string Option = "--without";

    // A message of more names than this would hide them rather than show them.
    private const int MostNames = 40;

    private static readonly string[] Kinds = ["cluster", "gateway", "region"];

    private readonly List<string> _problems = [];

    /// <summary>All of it at once.</summary>
    /// <exception cref="BadQuestionException">Names are not there or mean several things; every one is named.</exception>
    public Outage Read(IReadOnlyList<string> given)
    {
        var outage = given.Select(Read).OfType<Outage>().Aggregate(Outage.None, (all, one) => all.And(one));
        return _problems.Count == 0 ? outage : throw new BadQuestionException([.. _problems.Distinct(StringComparer.Ordinal)]);
    }

    private Outage? Read(string given)
    {
        // KIND:NAME tells a cluster from a region of its name.
        var kind = Array.Find(Kinds, k => given.StartsWith($"{k}:", StringComparison.Ordinal));
        var name = kind is null ? given : given[(kind.Length + 1)..];
        List<(string Name, Outage Outage)> meant = [];
        if (kind is null or "cluster" && places.Clusters.Contains(name))
        {
            meant.Add(($"cluster:{name}", OutagePlaces.OfCluster(name)));
        }

        if (kind is null or "gateway")
        {
            meant.AddRange(places.Gateways.Where(g => Names(g).Contains(name)).Select(g => (g.ToString(), OutagePlaces.OfGateway(g))));
        }

        if (
            kind is null or "region"
            && places.Regions.TryGetValue(name, out var clusters)
            && !(meant.Count > 0 && clusters.SetEquals([name]))
        )
        {
            meant.Add(($"region:{name}", places.OfRegion(name)));
        }

        if (meant is [var only])
        {
            return only.Outage;
        }

        _problems.Add(
            meant.Count == 0
                ? Unknown(kind, name)
                : $"{Option}: '{name}' may be {string.Join(" or ", meant.Select(m => m.Name))}: say which"
        );
        return null;
    }

    private static string[] Names(GatewayName gateway) => [gateway.ToString(), $"{gateway.Cluster}/{gateway.Name}", gateway.Name];

    private string Unknown(string? kind, string name)
    {
        (string Kind, IReadOnlyList<string> Shown, IReadOnlyList<string> Allowed)[] all =
        [
            ("cluster", places.Clusters, places.Clusters),
            ("gateway", [.. places.Gateways.Select(g => g.ToString())], [.. places.Gateways.SelectMany(Names)]),
            ("region", [.. places.Regions.Keys], [.. places.Regions.Keys]),
        ];
        var asked = all.Where(k => kind is null || k.Kind == kind).ToArray();
        var lists = asked.Select(k =>
            $"; {k.Kind}s: {(k.Shown.Count == 0 ? "none" : k.Shown.Count > MostNames ? $"{k.Shown.Count}" : string.Join(", ", k.Shown))}"
        );
        return $"{Option}: there is no {kind ?? "cluster, gateway or region"} "
            + $"'{name}'{string.Concat(lists)}{Spelling.Nearest(name, [.. asked.SelectMany(k => k.Allowed)])}";
    }
}
