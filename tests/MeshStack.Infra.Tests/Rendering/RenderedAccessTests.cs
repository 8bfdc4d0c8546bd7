using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Infra.Tests.Access;
using MeshStack.Infra.Tests.Topologies;
using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Infra.Tests.Rendering;

/// <summary>The answers about a rendering are those about the definition that it comes of.</summary>
public sealed class RenderedAccessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    public static TheoryData<string> Meshes { get; } = [.. Variant.Meshes];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Meshes))]
    public void EveryMeshAnswersAlikeInBothForms(string name) => Compare(StackComposition.Compose(Variant.Definition(name)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void SoDoRandomDefinitions(int number)
    {
        var root = RandomDefinition.Write(number);
        try
        {
            Compare(StackComposition.Compose(root.FullName, "test"));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private void Compare(ComposedMesh mesh)
    {
        var sources = MeshSnapshot.SourcesOf(mesh);
        Renderer.Write(mesh.Recording, _folder, sources.MeshFile());
        var (defined, rendered) = (Snapshot.From(sources), Snapshot.FromFolder(_folder));
        var (before, after) = (AccessMatrix.From(defined), AccessMatrix.From(rendered));

        Assert.NotEmpty(before.Targets);
        Assert.Equal(Cells(before), Cells(after));

        // What invariants ask for besides is in no answer.
        Assert.Equal(Cells(before), Cells(mesh.Proof.Matrix));
        Assert.Equal(before.Targets, after.Targets);
        Assert.Equal(before.Callers, after.Callers);
        Assert.Equal(Findings(defined, before), Findings(rendered, after));
        Assert.Empty(AccessDiff.Between(before, after));
        Assert.Empty(AccessDiff.Between(after, before));
        Assert.Equal(sources.MeshFile(), Snapshot.SourcesOfFolder(_folder).MeshFile());
        Assert.Equal(Verdicts(defined, before), Verdicts(rendered, before));
    }

    // Every workload asks for every host that anyone reaches, and so does whoever is outside.
    private static IEnumerable<string> Verdicts(Snapshot snapshot, AccessMatrix matrix) =>
        from caller in matrix.Callers
        where caller is { IsOutside: true } or { ServiceAccount: not null, Identity: null }
        from host in matrix.Cells.Select(cell => (cell.Host, cell.HostPort, cell.IsHttp)).Distinct()
        let verdict = AccessEvaluator.Evaluate(
            snapshot,
            caller.IsOutside
                ? new Caller.Outside(caller.Cluster)
                : new Caller.InMesh(caller.Cluster, caller.Namespace!, caller.ServiceAccount!),
            new Request
            {
                Host = host.Host,
                Port = host.HostPort,
                Path = "/items/7",
                Protocol = host.IsHttp ? RequestProtocol.Http : RequestProtocol.Tcp,
            }
        )
        select $"{caller} -> {host}: {verdict.Decision} at {verdict.Step}: {verdict.Reason} by {string.Join("; ", verdict.Because)}, "
            + string.Join("; ", verdict.Trace.Select(step => $"{step.Proxy} {step.Outcome}").Concat(verdict.Assumptions));

    private static IEnumerable<string> Cells(AccessMatrix matrix) =>
        matrix.Cells.Select(cell =>
            $"{cell.Caller} -> {cell.Target} as {cell.Host}:{cell.HostPort} by {cell.Through} [{string.Join(",", cell.Protocols)}] "
            + $"{cell.Requests} ({string.Join("; ", cell.Requests.Reasons)}) because {string.Join("; ", cell.Because)}"
        );

    // Where an object stands differs, and is said of the object.
    private static IEnumerable<Finding> Findings(Snapshot snapshot, AccessMatrix matrix) =>
        snapshot.Notes.Concat(AccessFindings.Of(snapshot, matrix)).Select(finding => finding with { Source = null });
}
