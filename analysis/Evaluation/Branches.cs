using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation;

/// <summary>The one verdict of a request that may go several ways.</summary>
internal static class Branches
{
    public static Verdict Join(IReadOnlyList<(string Name, Verdict Verdict)> branches)
    {
        var joined = Decide(branches);
        return branches.Sum(branch => branch.Verdict.Mirrored.Count) == joined.Mirrored.Count
            ? joined
            : joined with
            {
                Mirrored = [.. branches.SelectMany(branch => branch.Verdict.Mirrored).Distinct()],
            };
    }

    private static Verdict Decide(IReadOnlyList<(string Name, Verdict Verdict)> branches)
    {
        if (branches.FirstOrDefault(branch => branch.Verdict is Verdict.Undecided).Verdict is { } undecided)
        {
            return undecided;
        }

        var through = branches.Where(branch => branch.Verdict is Verdict.Allowed).ToArray();
        if (through.Length == branches.Count)
        {
            return branches[0].Verdict with
            {
                Assumptions = [.. branches.SelectMany(branch => branch.Verdict.Assumptions).Distinct(StringComparer.Ordinal)],
            };
        }

        // None gets through: a refusal says more than a missing way.
        if (through.Length == 0)
        {
            return branches.FirstOrDefault(branch => branch.Verdict is Verdict.Denied).Verdict ?? branches[0].Verdict;
        }

        var stopped = branches.First(branch => branch.Verdict is not Verdict.Allowed);
        return new Verdict.Undecided
        {
            Step = stopped.Verdict.Step,
            Reason = $"mixed: {through[0].Name} is allowed, {stopped.Name} is {stopped.Verdict.Decision} ({stopped.Verdict.Reason})",
            Because = [.. through[0].Verdict.Because, .. stopped.Verdict.Because],
            Trace = stopped.Verdict.Trace,
            Assumptions = [.. branches.SelectMany(branch => branch.Verdict.Assumptions).Distinct(StringComparer.Ordinal)],
        };
    }
}
