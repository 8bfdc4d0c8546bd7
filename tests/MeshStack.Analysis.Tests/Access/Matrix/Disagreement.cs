using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;
using YamlDotNet.Serialization;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>A request of which the matrix says something else than the evaluation.</summary>
internal sealed record Disagreement(SnapshotSources Mesh, Caller Caller, Request Request, Verdict Verdict, bool? Answer)
{
    /// <summary>The first of the requests in which the two disagree, or null.</summary>
    public static Disagreement? In(RandomCase given) => In(given.Mesh, given.Requests);

    private static Disagreement? In(SnapshotSources mesh, IReadOnlyList<(Caller Caller, Request Request)> requests)
    {
        var snapshot = Snapshot.From(mesh);
        var matrix = AccessMatrix.From(snapshot);
        return requests.Select(one => From(mesh, snapshot, matrix, one.Caller, one.Request)).FirstOrDefault(found => found is not null);
    }

    /// <summary>The same in the smallest part of the mesh, and with the simplest request, that shows it.</summary>
    public Disagreement Shrunk()
    {
        var least = this;
        while (
            Smaller(least)
                .Select(one => In(one.Mesh, [(Caller, one.Request)]))
                .FirstOrDefault(found => found?.Answer == Answer && found?.Verdict.Decision == Verdict.Decision)
                is { } found
        )
        {
            least = found;
        }

        return least;
    }

    /// <summary>A case file, and what the matrix has for the host.</summary>
    public override string ToString()
    {
        var cells = AccessMatrix
            .From(Snapshot.From(Mesh))
            .Cells.Where(cell => cell.Host == Request.Host)
            .Select(cell =>
                $"# {cell.Caller} -> {cell.Target} port {cell.HostPort} ({string.Join(", ", cell.Protocols)}): {cell.Requests}"
            );
        var answer = Answer switch
        {
            true => "allowed",
            false => "not allowed",
            null => "undecided",
        };
        return $"The evaluation says {Verdict.Decision} ({Verdict.Step}: {Verdict.Reason}); the matrix says {answer}.\n"
            + $"{CaseText.Of(this)}\n{string.Join('\n', cells)}";
    }

    private static IEnumerable<(SnapshotSources Mesh, Request Request)> Smaller(Disagreement large)
    {
        var request = large.Request;
        (bool IsSimpler, Request Request)[] simpler =
        [
            (request.Token is not null, request with { Token = null }),
            (request.Headers.Count > 0, request with { Headers = new Dictionary<string, string>() }),
            (request.Method != "GET", request with { Method = "GET" }),
            (request.Path != "/", request with { Path = "/" }),
        ];
        return SmallerMesh
            .Of(large.Mesh)
            .Select(mesh => (mesh, request))
            .Concat(simpler.Where(one => one.IsSimpler).Select(one => (large.Mesh, one.Request)));
    }

    private static Disagreement? From(SnapshotSources mesh, Snapshot snapshot, AccessMatrix matrix, Caller caller, Request given)
    {
        if (Asked.InTermsOf(matrix, mesh, caller, given) is not { } request)
        {
            return null;
        }

        var verdict = AccessEvaluator.Evaluate(snapshot, caller, request);
        var answer = MatrixAnswer.Of(matrix, caller, request.Host, request.Port, MatrixAnswer.SampleOf(request), request.Protocol);
        bool? expected = verdict is Verdict.Undecided ? null : verdict is Verdict.Allowed;
        return
            answer == expected
            || (
                answer == false
                && (Asked.IsLeftOut(mesh, caller, request, verdict) || (expected is null && Asked.IsHidden(matrix, caller, request.Host)))
            )
            || (
                answer is null
                && (
                    HasRegex(mesh)
                    || AddsTo(mesh, request)
                    || DependsOnCertificate(snapshot, caller, request)
                    || LeavesInPart(mesh, snapshot, caller, request)
                )
            )
            ? null
            : new(mesh, caller, request, verdict, answer);
    }

    private static bool AddsTo(SnapshotSources mesh, Request request) =>
        mesh
            .Manifests.SelectMany(manifest => manifest.Spec["http"].Items)
            .Any(route => route["headers"]["request"]["add"].Entries.Any(header => request.Headers.ContainsKey(header.Name)));

    // The matrix does not try single texts on regular expressions, knows no certificates of clients, and no text of a header that is added
    // to.
    private static bool HasRegex(SnapshotSources mesh) =>
        mesh.Manifests.Any(manifest =>
            new SerializerBuilder().Build().Serialize(manifest.Body).Contains("regex", StringComparison.Ordinal)
        );

    private static bool DependsOnCertificate(Snapshot snapshot, Caller caller, Request request) =>
        caller is Caller.Outside outside
        && AccessEvaluator.Evaluate(snapshot, outside with { HasCertificate = true }, request).Decision
            != AccessEvaluator.Evaluate(snapshot, outside with { HasCertificate = false }, request).Decision;

    // Of a caller's workloads one comes to a service of the mesh and another leaves the mesh, by a Sidecar of its own: for the matrix they
    // fare differently, and the evaluation says what holds of both.
    private static bool LeavesInPart(SnapshotSources mesh, Snapshot snapshot, Caller caller, Request request) =>
        caller is Caller.InMesh one
        && mesh.Workloads.Where(workload =>
                (workload.Cluster, workload.Namespace, workload.ServiceAccount) == (one.Cluster, one.Namespace, one.ServiceAccount)
            )
            .Select(workload => AccessEvaluator.Evaluate(snapshot, one with { Labels = workload.Labels }, request))
            .Any(verdict => verdict is Verdict.Allowed { Step: AccessStep.Visibility });
}
