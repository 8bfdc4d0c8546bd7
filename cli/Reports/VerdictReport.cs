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
        var proxy = "";
        foreach (var step in verdict.Trace)
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

        foreach (var copy in verdict.Mirrored)
        {
            output.Write(
                $"mirrored to {copy.Cluster} {copy.Namespace}/{copy.Service}:{copy.Port}, {copy.Verdict.Decision}: {copy.Verdict.Reason}\n"
            );
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

    private static string StepName(AccessStep step) =>
        step switch
        {
            AccessStep.Dns => "DNS",
            AccessStep.DestinationRule => "DestinationRule",
            AccessStep.MutualTls => "mutual TLS",
            AccessStep.TrustDomain => "trust domain",
            AccessStep.RequestAuthentication => "RequestAuthentication",
            _ => step.ToString().ToLowerInvariant(),
        };
}
