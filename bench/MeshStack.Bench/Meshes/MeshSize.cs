namespace MeshStack.Bench.Meshes;

/// <summary>How large a synthetic mesh is.</summary>
/// <param name="Services">Services, each exposed by one InboundService.</param>
/// <param name="Clusters">Clusters that the services are dealt out to, 2 to 99.</param>
/// <param name="Callers">Callers of each service, all in other clusters and each in a namespace of its own.</param>
public sealed record MeshSize(int Services, int Clusters = 4, int Callers = 3)
{
    // PeerAuthentication, allow-nothing AuthorizationPolicy, DestinationRule and Gateway.
    private const int ObjectsPerService = 4;

    // AuthorizationPolicy at the server; ServiceEntry and DestinationRule at the caller.
    private const int ObjectsPerCaller = 3;

    /// <summary>Whether every service has two ports, and a route to two versions.</summary>
    public bool HasRoutes { get; init; }

    /// <summary>Ports of each service, all of which each of its callers may ask for something.</summary>
    public int Ports => HasRoutes ? 2 : 1;

    /// <summary>Stacks of teams that the services are dealt out to, on the mesh's platform; 0 where the mesh has them.</summary>
    public int Teams { get; init; }

    /// <summary>Whether the first caller of the first service may ask for more: what a comparison with the mesh as it is has to
    /// find.</summary>
    public bool IsWidened { get; init; }

    /// <summary>Istio objects that the mesh comes to, its installs aside.</summary>
    public int Objects => Services * (ObjectsPerService + RoutesPerPlace + (ObjectsPerCaller + RoutesPerPlace) * Callers);

    // A VirtualService where the service runs, and one at every caller.
    private int RoutesPerPlace => HasRoutes ? 1 : 0;

    /// <summary>The size itself, where a mesh can have it.</summary>
    /// <exception cref="BenchException">It cannot.</exception>
    public MeshSize Checked() =>
        Services is < 1 or > 99_999 ? throw new BenchException($"{Services} services: allowed are 1 to 99999")
        : Clusters is < 2 or > 99 ? throw new BenchException($"{Clusters} clusters: allowed are 2 to 99")
        : Callers is < 0 or > 99 ? throw new BenchException($"{Callers} callers: allowed are 0 to 99")
        : this;
}
