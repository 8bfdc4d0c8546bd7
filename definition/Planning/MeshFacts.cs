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

    /// <summary>Host and port under which workloads of a cluster ask for a service.</summary>
    public (string Host, int Port) Reached(DeclaredServer server, string cluster)
    {
        ArgumentNullException.ThrowIfNull(server);
        var finds = cluster == server.Cluster || (server.HasSidecar && Clusters.GetValueOrDefault(cluster)?.Role.Finds.Contains(server.Cluster) == true);
        return finds ? (server.Host, server.Port) : (server.ImportedHost, server.ImportedPort);
    }

    /// <summary>Adds what another plan knows.</summary>
    /// <remarks>What is known of a cluster first is what made it; the gateways of a cluster are known once.</remarks>
    internal void Add(MeshFacts other)
    {
        Gateways.AddRange(other.Gateways.Where(gateway => !Gateways.Any(known => (known.Cluster, known.Namespace, known.Name) == (gateway.Cluster, gateway.Namespace, gateway.Name))).ToList());
        foreach (var (name, cluster) in other.Clusters)
        {
            Clusters.TryAdd(name, cluster);
        }

        Servers.AddRange(other.Servers);
        Callers.AddRange(other.Callers);
    }
}
