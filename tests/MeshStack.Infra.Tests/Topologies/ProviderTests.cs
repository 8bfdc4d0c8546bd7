namespace MeshStack.Infra.Tests.Topologies;

/// <summary>No object of one cluster is registered with the provider of another one.</summary>
public sealed class ProviderTests
{
    public static TheoryData<string> Combinations => Combination.Names;

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task EveryObjectGoesToItsCluster(string name)
    {
        var combination = Combination.Named(name);
        var preview = combination.Preview();
        var checkedTypes = new HashSet<string>();
        foreach (var resource in preview.Recording.Resources.Where(r => r.Id.Type.StartsWith("kubernetes:", StringComparison.Ordinal)))
        {
            Assert.Equal(
                $"{ClusterOf(resource, combination, preview.Definition)} has {resource.Id}",
                $"{resource.Cluster} has {resource.Id}"
            );
            checkedTypes.Add(resource.Component!.Value.Type);
        }

        Assert.Superset(
            new HashSet<string>
            {
                "meshstack:index:IstioInstall",
                "meshstack:index:InboundService",
                "meshstack:index:ClientAccess",
                "meshstack:index:ServiceImport",
            },
            checkedTypes
        );
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task EachProviderReachesTheContextOfItsCluster(string name)
    {
        var clusters = (Combination.Named(name).Preview()).Recording.Clusters;
        Assert.Equal(Combination.Named(name).ClusterNames, clusters.Select(c => c.Name));
        Assert.All(clusters, c => Assert.Equal("kind-" + c.Name, c.Context));
    }

    private static string ClusterOf(RecordedResource resource, Combination combination, MeshDefinition definition)
    {
        var (type, name) = resource.Component!.Value;
        return type switch
        {
            "meshstack:index:Mesh" => OfThePeering(resource.Id.Name),
            "meshstack:index:IstioInstall" or "meshstack:index:ExternalControlPlane" => name.Split('-')[0],
            "meshstack:index:InboundService" => OfTheService(resource, combination, name),
            "meshstack:index:ClientAccess" => OfTheService(resource, combination, definition.Accesses.Single(a => a.Name == name).Service),
            "meshstack:index:ServiceImport" => combination.ConfiguredIn(name.Split('.')[1]),
            _ => throw new InvalidOperationException($"{resource.Id} is part of a {type}, and nothing here says where that belongs"),
        };
    }

    /// <summary>Istio configuration belongs where it is read; what the API server acts on itself belongs to the service's own
    /// cluster.</summary>
    private static string OfTheService(RecordedResource resource, Combination combination, string service)
    {
        var cluster = service == "web" ? "c1" : "c2";
        return resource.Id.Type.StartsWith("kubernetes:core/", StringComparison.Ordinal) ? cluster : combination.ConfiguredIn(cluster);
    }

    /// <summary>A secret that hands a cluster over belongs to the one that reads it; a token, and what is exposed, to the cluster
    /// itself.</summary>
    private static string OfThePeering(string name) => name.Split("-in-") is [_, var reader] ? reader : name.Split('-')[0];
}
