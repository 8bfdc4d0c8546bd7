namespace MeshStack.Infra.Tests.Topologies;

/// <summary>One of the meshes that the tests go through. What it says of roles is written down here again, on purpose: nothing is asked of
/// the code under test.</summary>
internal sealed partial record Combination(string Topology, int Clusters, bool SpansNetworks)
{
    public static IReadOnlyList<string> Topologies { get; } = ["federated", "multi-primary", "primary-remote", "external-control-plane"];

    public static IReadOnlyList<Combination> All { get; } =
    [
        .. from topology in Topologies
        from clusters in new[] { 2, 3 }
        from spans in new[] { false, true }
        select new Combination(topology, clusters, spans),
    ];

    public static TheoryData<string> Names { get; } = [.. All.Select(c => c.Name)];

    public string Name => $"{Topology}-{Clusters}{(SpansNetworks ? "-networks" : "")}";

    public IReadOnlyList<string> ClusterNames => [.. Enumerable.Range(1, Clusters).Select(i => $"c{i}")];

    public bool IsExternal => Topology == "external-control-plane";

    public bool IsPrimaryRemote => Topology == "primary-remote";

    public static Combination Named(string name) => All.Single(c => c.Name == name);

    /// <summary>Of three clusters on several networks two share one, but with an external control plane, whose host nobody finds.</summary>
    public string NetworkOf(string cluster) =>
        !SpansNetworks || cluster == "c1" ? "n1"
        : IsExternal && cluster == "c3" ? "n3"
        : "n2";

    public bool RunsItsOwnIstiod(string cluster) => cluster == "c1" || !(IsPrimaryRemote || IsExternal);

    public string ServedBy(string cluster) => RunsItsOwnIstiod(cluster) ? cluster : "c1";

    public string ConfiguredIn(string cluster) =>
        RunsItsOwnIstiod(cluster) ? cluster
        : IsExternal ? "c2"
        : "c1";

    public string SystemNamespace(string cluster) => RunsItsOwnIstiod(cluster) || IsPrimaryRemote ? "istio-system" : "external-istiod";

    /// <summary>The clusters whose services the cluster finds without an import, itself among them.</summary>
    public IReadOnlyList<string> FoundBy(string cluster) =>
        Topology == "federated" || (IsExternal && cluster == "c1") ? [cluster]
        : IsExternal ? [.. ClusterNames.Skip(1)]
        : ClusterNames;

    /// <summary>Whether the clusters that it finds are in several networks.</summary>
    public bool NeedsCrossNetworkGateway(string cluster) => FoundBy(cluster).Select(NetworkOf).Distinct().Count() > 1;
}
