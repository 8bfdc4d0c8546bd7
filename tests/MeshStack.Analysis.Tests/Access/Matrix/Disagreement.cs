using MeshStack.Analysis.Access;
using YamlDotNet.Serialization;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>A request of which the matrix says something else than the evaluation.</summary>
internal sealed record Disagreement(SnapshotSources Mesh, Caller Caller, Request Request, Verdict Verdict, bool? Answer)
{
    /// <summary>The first of the requests in which the two disagree, or null.</summary>
    public static Disagreement? In(SnapshotSources mesh, IReadOnlyList<(Caller Caller, Request Request)> requests)
    {
        var snapshot = Snapshot.Of(mesh);
        var matrix = AccessMatrix.Of(snapshot);
        return requests.Select(one => Of(mesh, snapshot, matrix, one.Caller, one.Request)).FirstOrDefault(found => found is not null);
    }

    /// <summary>The same in the smallest part of the mesh that shows it.</summary>
    public Disagreement Shrunk()
    {
        var least = this;
        while (SmallerMesh.Of(least.Mesh).Select(smaller => In(smaller, [(Caller, Request)])).FirstOrDefault(found => found is not null) is { } found)
        {
            least = found;
        }

        return least;
    }

    /// <summary>A case file, and what the matrix has for the host.</summary>
    public override string ToString()
    {
        var cells = AccessMatrix.Of(Snapshot.Of(Mesh)).Cells.Where(cell => cell.Host == Request.Host).Select(cell => $"# {cell.Caller} -> {cell.Target} port {cell.HostPort}: {cell.Requests}");
        return $"The evaluation says {Verdict.Decision} ({Verdict.Step}: {Verdict.Reason}); the matrix says {Answer switch { true => "allowed", false => "not allowed", null => "undecided" }}.\n{CaseText.Of(this)}\n{string.Join('\n', cells)}";
    }

    private static Disagreement? Of(SnapshotSources mesh, Snapshot snapshot, AccessMatrix matrix, Caller caller, Request given)
    {
        if (Asked.InTermsOf(matrix, mesh, caller, given) is not { } request)
        {
            return null;
        }

        var verdict = AccessEvaluator.Evaluate(snapshot, caller, request);
        var answer = MatrixAnswer.Of(matrix, caller, request.Host, request.Port, MatrixAnswer.SampleOf(request));
        bool? expected = verdict is Verdict.Undecided ? null : verdict is Verdict.Allowed;
        return answer == expected || Asked.LeavesTheMesh(verdict) || (answer is null && (HasRegex(mesh) || DependsOnCertificate(snapshot, caller, request))) ? null : new(mesh, caller, request, verdict, answer);
    }

    // The matrix does not try single texts on regular expressions, and knows no certificates of clients.
    private static bool HasRegex(SnapshotSources mesh) => mesh.Manifests.Any(manifest => new SerializerBuilder().Build().Serialize(manifest.Body).Contains("regex", StringComparison.Ordinal));

    private static bool DependsOnCertificate(Snapshot snapshot, Caller caller, Request request) => caller is Caller.Outside outside
        && AccessEvaluator.Evaluate(snapshot, outside with { HasCertificate = true }, request).Decision != AccessEvaluator.Evaluate(snapshot, outside with { HasCertificate = false }, request).Decision;
}
