using MeshStack.Analysis.Model;

namespace MeshStack.Cli.Reports;

/// <summary>A step of the way of a request as it is drawn: with the objects that decide it.</summary>
/// <param name="Proxy">Where.</param>
/// <param name="Kind">What comes of it.</param>
/// <param name="Lines">What is written.</param>
/// <param name="IsPast">True for what would refuse the request again, past what does.</param>
internal sealed record DrawnStep(string Proxy, StepKind Kind, IReadOnlyList<string> Lines, bool IsPast)
{
    /// <summary>Those of a verdict.</summary>
    public static IReadOnlyList<DrawnStep> Of(Verdict verdict)
    {
        var last = verdict.Trace.Count - 1;
        return
        [
            .. verdict.Trace.Select(
                (step, index) =>
                    new DrawnStep(
                        step.Proxy,
                        index < last ? StepKind.Passed : KindOf(verdict),
                        TextOf(step.Step, step.Outcome, step.Because),
                        false
                    )
            ),
            .. verdict
                .Obstacles.Skip(1)
                .Select(one => new DrawnStep(
                    one.Proxy,
                    one.IsCertain ? StepKind.Refused : StepKind.Open,
                    TextOf(one.Step, one.IsCertain ? one.Reason : $"not decided: {one.Reason}", one.Because),
                    true
                )),
        ];
    }

    private static List<string> TextOf(AccessStep step, string outcome, IReadOnlyList<Cause> because) =>
        [$"{VerdictReport.StepName(step)}: {outcome}", .. because.Select(cause => cause.ToString())];

    private static StepKind KindOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Allowed => StepKind.Allowed,
            Verdict.Undecided => StepKind.Open,
            _ => StepKind.Refused,
        };

    public (string Fill, string Stroke) Colors =>
        Kind switch
        {
            StepKind.Allowed => ("#dff3e0", "#2e7d32"),
            StepKind.Refused => ("#fbe0de", "#c62828"),
            StepKind.Open => ("#fdf3d7", "#b28704"),
            _ => ("#f4f5f7", "#666"),
        };

    /// <summary>No form of text has letters that control.</summary>
    public static string Shown(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}
