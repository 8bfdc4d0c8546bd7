using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>One verdict and the steps to it.</summary>
internal static class VerdictReport
{
    public static void WriteJson(Verdict verdict, string? advice, IReadOnlyList<Finding> notes, TextWriter output) =>
        ReportJson.Write(VerdictDocument.From(verdict, advice, notes), ReportJson.Formed.VerdictDocument, output);

    public static void WriteText(Question question, Verdict verdict, string? advice, IReadOnlyList<Finding> notes, TextWriter output)
    {
        output.Write($"{verdict.Decision}: {question}\n");
        output.Write($"{StepName(verdict.Step)}: {verdict.Reason}\n\n");
        WriteSteps(verdict.Trace, output);
        var further = verdict.Obstacles.Skip(1).ToArray();
        if (further.Length > 0)
        {
            output.Write($"\nPast that, {CountOf(further)}:\n");
            WriteSteps(further.Select(StepOf), output);
        }

        if (verdict is Verdict.Allowed)
        {
            output.Write(
                verdict.ClosedBy.Count == 0 ? "\nNothing of Istio would close it: no proxy on the way is asked.\n" : "\nClosed by any of:\n"
            );
            WriteSteps(verdict.ClosedBy, output);
        }

        foreach (var copy in verdict.Mirrored)
        {
            var share = copy.Share == Share.All ? "" : $"{copy.Share?.ToString() ?? "an unknown share"} ";
            var target = FormattableString.Invariant($"{copy.Cluster} {copy.Namespace}/{copy.Service}:{copy.Port}");
            output.Write($"{share}mirrored to {target}, {copy.Verdict.Decision}: {copy.Verdict.Reason}\n");
        }

        foreach (var assumption in verdict.Assumptions)
        {
            output.Write($"taken for granted: {assumption}\n");
        }

        output.Write(NotCounted.Line(notes));
        if (advice is not null)
        {
            output.Write($"\n{advice}\n");
        }
    }

    /// <summary>A step as one reads it.</summary>
    public static string StepName(AccessStep step) =>
        step switch
        {
            AccessStep.Dns => "DNS",
            AccessStep.DestinationRule => "DestinationRule",
            AccessStep.MutualTls => "mutual TLS",
            AccessStep.TrustDomain => "trust domain",
            AccessStep.RequestAuthentication => "RequestAuthentication",
            _ => step.ToString().ToLowerInvariant(),
        };

    private static void WriteSteps(IEnumerable<TraceStep> steps, TextWriter output)
    {
        var proxy = "";
        foreach (var step in steps)
        {
            if (step.Proxy != proxy)
            {
                proxy = step.Proxy;
                output.Write($"at {proxy}\n");
            }

            output.Write($"  {StepName(step.Step), -21} {step.Outcome}\n");
            foreach (var cause in step.Because)
            {
                output.Write($"{"", 24}{cause}\n");
            }
        }
    }

    private static string CountOf(Obstacle[] further)
    {
        var (certain, open) = (further.Count(one => one.IsCertain), further.Count(one => !one.IsCertain));
        var more = certain == 0 ? "" : $"{certain} more keep{(certain == 1 ? "s" : "")} it away";
        return open == 0 ? more
            : certain == 0 ? $"{open} more may keep it away"
            : $"{more}, and {open} may";
    }

    private static TraceStep StepOf(Obstacle obstacle) =>
        new(obstacle.Step, obstacle.Proxy, obstacle.IsCertain ? obstacle.Reason : $"not decided: {obstacle.Reason}", obstacle.Because);
}
