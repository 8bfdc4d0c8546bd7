using MeshStack.Analysis.Matrix;

namespace MeshStack.Analysis.Tests.Access.Matrix;

public sealed class MatrixSizeTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void EveryDeclaredCallIsACellAndNoOther()
    {
        var matrix = AccessMatrix.From(LargeMesh.Of(40));

        Assert.Equal(40 * 3, matrix.Cells.Count);
        Assert.All(matrix.Cells, cell => Assert.True(cell.Requests.IsDecided, cell.ToString()));
        var first = matrix.Cells.First(cell => cell.Target.Service == "service-0" && cell.Caller.ServiceAccount == "client-0");
        Assert.Equal(
            (
                "cluster02 clients-0-0/client-0",
                "cluster01 team-0/service-0:8000",
                "service-0.mesh.example",
                80,
                "cluster01 istio-system/istio-eastwestgateway"
            ),
            (first.Caller.ToString(), first.Target.ToString(), first.Host, first.HostPort, first.Through)
        );
        Assert.Equal("GET /api/v1/items, /api/v1/items/*", first.Requests.ToString());
    }

    [Fact]
    public void CellsGrowWithTheServicesEvenWhereAllAreOpen()
    {
        var (small, large) = (
            AccessMatrix.From(LargeMesh.Of(100, isOpen: true)).Cells.Count,
            AccessMatrix.From(LargeMesh.Of(400, isOpen: true)).Cells.Count
        );

        Assert.InRange(large, small, 4.2 * small);
    }

    [Fact]
    public void TheWorkGrowsWithTheObjects()
    {
        _ = Work(50);
        var (small, large) = (Work(100), Work(400));
        output.WriteLine($"{small} and {large} bytes");

        // Four times the objects; a join of callers and services would be sixteen times the work.
        Assert.InRange(large, small, 7 * small);
    }

    [Fact]
    public void AMeshOfAThousandServicesHasACellForEachDeclaredCall() =>
        Assert.Equal(3_000, AccessMatrix.From(LargeMesh.Of(1_000)).Cells.Count);

    // Allocated memory is the same on a busy machine.
    private static long Work(int services)
    {
        var snapshot = LargeMesh.Of(services);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = AccessMatrix.From(snapshot);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
