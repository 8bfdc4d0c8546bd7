using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>A random mesh and requests in it; the same number gives the same ones.</summary>
internal sealed record RandomCase(SnapshotSources Mesh, IReadOnlyList<(Caller Caller, Request Request)> Requests)
{
    public const int RequestsOfMesh = 20;

    private const ulong Seed = 20_241_121;

    // 2^64 over the golden ratio, which keeps neighbouring numbers apart.
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;

    private static readonly Gen<RandomCase> All = Of(RandomMesh.All);

    private static readonly Gen<RandomCase> Ambient = Of(RandomMesh.InAmbient);

    private static Gen<RandomCase> Of(Gen<SnapshotSources> meshes) =>
        from mesh in meshes
        from requests in RandomRequest.Of(mesh).ArrayOf(RequestsOfMesh)
        select new RandomCase(mesh, requests);

    public static RandomCase Number(int number) => Sampled(All, number);

    /// <summary>One of a mesh with workloads in ambient mode.</summary>
    public static RandomCase InAmbient(int number) => Sampled(Ambient, number);

    private static RandomCase Sampled(Gen<RandomCase> cases, int number) =>
        cases.Sample(1, new Rnd(unchecked(Seed + ((ulong)number * Step * Step)), Step), 1).Single();
}
