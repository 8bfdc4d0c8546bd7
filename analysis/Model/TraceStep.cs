namespace MeshStack.Analysis.Model;

/// <summary>One step that a request took.</summary>
/// <param name="Step">The step.</param>
/// <param name="Proxy">The workload whose proxy took it.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Because">The objects that it rests on.</param>
public sealed record TraceStep(AccessStep Step, string Proxy, string Outcome, IReadOnlyList<Cause> Because)
{
    /// <summary>What each destination of a split gets; none where the step splits nothing.</summary>
    public IReadOnlyList<CallShare> Shares { get; init; } = [];
}
