using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>What becomes of requests each of which may go several ways.</summary>
internal static class SymbolicBranches
{
    public static Verdict Join(IReadOnlyList<(string Name, Verdict Verdict)> branches)
    {
        if (branches.Count == 1)
        {
            return branches[0].Verdict;
        }

        var outcome = Join([.. branches.Select(branch => SymbolicOutcome.From(branch.Verdict))]);
        return (
            branches.FirstOrDefault(branch => !SymbolicOutcome.From(branch.Verdict).Requests.Possible.IsEmpty).Verdict
            ?? branches[0].Verdict
        ) with
        {
            Outcome = outcome,
        };
    }

    /// <summary>Certain is what all let through, possible what any does.</summary>
    public static SymbolicOutcome Join(
        IReadOnlyList<SymbolicOutcome> outcomes,
        string mixed = "mixed: some of the ways that a request may take let it through, others do not"
    )
    {
        var requests = RequestBounds.Ways([.. outcomes.Select(outcome => outcome.Requests)], mixed);
        return new(
            requests,
            [.. outcomes.SelectMany(outcome => outcome.Arrived)],
            [.. outcomes.SelectMany(outcome => outcome.Because).Distinct()]
        )
        {
            Copies = SymbolicOutcome.CopiesOf(outcomes),
        };
    }
}
