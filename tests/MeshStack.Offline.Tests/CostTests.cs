using MeshStack.Offline.Tests.Programs;
using Pulumi;
using static MeshStack.Offline.Tests.Programs.Offline;

namespace MeshStack.Offline.Tests;

/// <summary>Costs in memory, which are the same on every machine; alone, because they are counted for the whole process.</summary>
[Collection(nameof(CostTests))]
[CollectionDefinition(nameof(CostTests), DisableParallelization = true)]
public sealed class CostTests
{
    private static async Task<double> BytesPerObject(int count)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var recording = await Run(() =>
        {
            var sites = Enumerable.Range(0, 4).Select(number => new Site($"cluster{number}")).ToArray();
            for (var number = 0; number < count; number++)
            {
                Route(
                    $"route{number}",
                    sites[number % sites.Length].Use,
                    new RouteSpecArgs
                    {
                        Host = $"host{number}",
                        Port = number,
                        Hosts = { "a", "b" },
                    }
                );
            }
        });
        Assert.Equal(count, recording.Manifests.Count());
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)count;
    }

    [Fact]
    public async Task AnObjectCostsTheSameHoweverManyThereAre()
    {
        await BytesPerObject(100);

        var (few, many) = (await BytesPerObject(1_000), await BytesPerObject(10_000));

        Assert.InRange(many / few, 0, 1.3);
    }
}
