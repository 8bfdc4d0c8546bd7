using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation;

/// <summary>A refusal, with what keeps the request away besides.</summary>
internal static class Obstacles
{
    /// <summary>A refusal with the obstacles of other verdicts behind its own; one that is not decided may be one.</summary>
    public static Verdict Of(Verdict refusal, IEnumerable<Verdict> others) =>
        refusal with
        {
            Obstacles =
            [
                .. refusal
                    .Obstacles.Concat(others.SelectMany(other => other is Verdict.Undecided ? [Perhaps(other)] : other.Obstacles))
                    .DistinctBy(obstacle => (obstacle.Step, obstacle.Proxy, obstacle.Reason)),
            ],
        };

    /// <summary>A refusal with something undecided before it.</summary>
    public static Verdict Before(Verdict refusal, Verdict undecided) =>
        refusal with
        {
            Obstacles = [Perhaps(undecided), .. refusal.Obstacles],
        };

    /// <summary>A refusal with more of what its step rests on.</summary>
    public static Verdict WithCauses(Verdict refusal, IReadOnlyList<Cause> more)
    {
        IReadOnlyList<Cause> because = [.. refusal.Because, .. more];
        return refusal with
        {
            Because = because,
            Trace = [.. refusal.Trace.SkipLast(1), refusal.Trace[^1] with { Because = because }],
            Obstacles = [refusal.Obstacles[0] with { Because = because }, .. refusal.Obstacles.Skip(1)],
        };
    }

    private static Obstacle Perhaps(Verdict undecided) =>
        new(undecided.Step, undecided.Trace[^1].Proxy, undecided.Reason, undecided.Because) { IsCertain = false };
}
