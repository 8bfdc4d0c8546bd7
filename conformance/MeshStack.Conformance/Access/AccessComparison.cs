using System.Globalization;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;

namespace MeshStack.Conformance.Access;

/// <summary>What the proof says of single requests, against what Istio's own code made of them.</summary>
/// <param name="file">The file of recorded meshes.</param>
/// <param name="name">The name of the comparison.</param>
internal sealed class AccessComparison(string file, string name) : IComparison
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool HasFacts(string folder) => File.Exists(FileIn(folder));

    /// <inheritdoc/>
    public Task<ComparisonResult> RunAsync(string folder)
    {
        var meshes = RecordedMesh.ReadAll(FileIn(folder)).ToList();
        var asked = meshes.AsParallel().AsOrdered().SelectMany(Answers).ToList();
        var answers = asked.Where(a => !a.IsBeyondTheRecording).ToList();
        var (valid, all) = (Share(answers.Where(a => !a.Mesh.HasRefusedObjects)), Share(answers));
        return Task.FromResult(
            new ComparisonResult(
                $"{answers.Count:N0} questions in {meshes.Count:N0} meshes, {asked.Count - answers.Count:N0} left out for workloads "
                    + $"that are not "
                    + $"recorded: {all}; without refused objects {valid}",
                [.. answers.Where(a => a.Differs).Select(a => a.ToString())]
            )
        );
    }

    private static IEnumerable<Answer> Answers(RecordedMesh mesh)
    {
        var snapshot = Analysis.Topology.Snapshot.From(mesh.Sources);
        return mesh
            .Questions.Select((question, number) => (question, number))
            .Where(one => one.question.IsEvidence)
            .Select(one => new Answer(
                mesh,
                one.number,
                one.question,
                AccessEvaluator.Evaluate(snapshot, one.question.Caller, one.question.Request)
            ))
            .ToList();
    }

    private static string Share(IEnumerable<Answer> answers)
    {
        var all = answers.ToList();
        var decided = all.Where(a => a.Verdict is not Verdict.Undecided).ToList();
        var agreeing = decided.Count(a => !a.Differs);
        var share = decided.Count == 0 ? 100 : 100.0 * agreeing / decided.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{agreeing:N0} of {decided.Count:N0} that are decided agree ({share:F2} %), {all.Count - decided.Count:N0} undecided"
        );
    }

    private string FileIn(string folder) => Path.Combine(folder, "findings", "istiod", file);

    private sealed record Answer(RecordedMesh Mesh, int Number, RecordedQuestion Question, Verdict Verdict)
    {
        /// <summary>Whether it ends at workloads or gateways that are in no manifest, as some of those that were asked are not.</summary>
        public bool IsBeyondTheRecording => Mesh.IsBeyond(Question, Verdict);

        /// <summary>Whether the two contradict each other: what the proof leaves undecided contradicts nothing.</summary>
        public bool Differs =>
            Verdict is not Verdict.Undecided
            && Question.Istiod != "not-judged"
            && (Verdict is Verdict.Allowed ? "allowed" : "denied") != Question.Istiod;

        public override string ToString() =>
            $"{Mesh.Id} question {Number}{(Mesh.HasRefusedObjects ? " (refused objects)" : "")}: istiod {Question.Istiod}, "
            + $"{Question.Where}\n"
            + $"here: {Verdict.Decision}, {Verdict.Step}: {Verdict.Reason}\n"
            + $"why: {DifferenceReason.Of(Question, Verdict, Mesh.HasRefusedObjects) ?? "not explained"}";
    }
}
