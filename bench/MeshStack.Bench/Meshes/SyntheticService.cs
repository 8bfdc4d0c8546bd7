namespace MeshStack.Bench.Meshes;

/// <summary>One service of a synthetic mesh; its settings follow from its number alone.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Mesh">The mesh.</param>
public sealed record SyntheticService(int Number, MeshSize Mesh)
{
    private const int ServicesPerTeam = 10;

    /// <summary>Its name, its workload's <c>app</c> label and its service account.</summary>
    public string Name => $"service-{Number:00000}";

    /// <summary>Number of the team whose namespace it runs in.</summary>
    public string Team => $"{Number / ServicesPerTeam:0000}";

    /// <summary>Its cluster: teams run services everywhere.</summary>
    public SyntheticCluster Cluster => new(Number % Mesh.Clusters);

    /// <summary>Load balancing as the definition has it; null on every second service.</summary>
    public string? LoadBalancing =>
        (Number % 4) switch
        {
            0 => "{simple: LEAST_REQUEST}",
            1 => "{consistentHash: {useSourceIp: true}}",
            _ => null,
        };

    /// <summary>Whether its connections are limited.</summary>
    public bool HasConnectionPool => Number % 3 == 0;

    /// <summary>Whether failing instances are taken out.</summary>
    public bool HasOutlierDetection => Number % 2 == 0;

    /// <summary>The step at which its second version is: the first, the second or the third.</summary>
    public int CanaryStep => 1 + Number % 3;

    /// <summary>Its callers.</summary>
    public IEnumerable<SyntheticCaller> Callers => Enumerable.Range(0, Mesh.Callers).Select(n => new SyntheticCaller(n, this));
}
