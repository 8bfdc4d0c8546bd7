using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Access;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;

namespace MeshStack.Analysis.Tests.Access.Matrix;

public sealed class MatrixPropertyTests
{
    private const int RequestsOfMesh = 20;

    private static readonly int Meshes = (Environment.GetEnvironmentVariable("MESHSTACK_NIGHTLY") == "1" ? 100_000 : 2_000) / RequestsOfMesh;

    private static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("MESHSTACK_SEED") ?? "20241121", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void The_matrix_says_of_each_request_what_the_evaluation_says() => Hold(RandomMesh.All);

    private static void Hold(Gen<SnapshotSources> meshes)
    {
        var given = from mesh in meshes from requests in RandomRequest.All.ArrayOf(RequestsOfMesh) select (Mesh: mesh, Requests: requests);
        Prop.ForAll(given.ToArbitrary(), one => Disagreement.In(one.Mesh, one.Requests) is { } found ? throw new InvalidOperationException(found.Shrunk().ToString()) : true)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Meshes).WithReplay(Seed, 77));
    }
}
