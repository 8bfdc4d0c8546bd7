namespace MeshStack.Definition.Planning;

/// <summary>What a plan knows of the world around its resources: the proof takes it for given.</summary>
public sealed class MeshFacts
{
    /// <summary>The clusters, by name.</summary>
    public SortedDictionary<string, PlannedCluster> Clusters { get; } = new(StringComparer.Ordinal);

    /// <summary>Services and workloads that the resources are for, and do not make.</summary>
    public List<DeclaredServer> Servers { get; } = [];

    /// <summary>Callers that the resources let in, and do not make.</summary>
    public List<DeclaredCaller> Callers { get; } = [];

    /// <summary>Gateways with an address, through which calls come in.</summary>
    public List<DeclaredGateway> Gateways { get; } = [];

    /// <summary>Host and port under which workloads of a cluster ask for a port of a service.</summary>
    public (string Host, int Port) Reached(DeclaredServer server, DeclaredServerPort port, string cluster)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(port);
        var finds =
            cluster == server.Cluster
            || (server.HasSidecar && Clusters.GetValueOrDefault(cluster)?.Role.DiscoversServicesOf.Contains(server.Cluster) == true);
        return finds ? (server.Host, port.Port) : (server.ImportedHost, port.ImportedPort);
    }

    /// <summary>Adds what another plan knows.</summary>
    /// <param name="other">What it knows.</param>
    /// <param name="gateways">Its gateways, with addresses as they are shown.</param>
    /// <remarks>What is known of a cluster first is what made it; a gateway is known once.</remarks>
    internal void Add(MeshFacts other, IEnumerable<DeclaredGateway> gateways)
    {
        foreach (var (name, cluster) in other.Clusters)
        {
            Clusters.TryAdd(name, cluster);
        }

        Servers.AddRange(other.Servers);
        Callers.AddRange(other.Callers);
        Gateways.AddRange(gateways.Where(gateway => !Gateways.Any(gateway.IsSame)).ToList());
    }
}
