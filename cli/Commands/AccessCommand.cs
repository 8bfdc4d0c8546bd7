using System.CommandLine;
using MeshStack.Analysis.Outages;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Reports;
using MeshStack.Cli.Reports.Documents;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack access</c>.</summary>
internal static class AccessCommand
{
    public static Command Create()
    {
        var command = new Command(
            "access",
            "Lists, for each service, which callers may call it, with which requests and through which gateways, as Istio decides; "
                + "what the manifests leave open is undecided, with the reason."
        );
        var subject = new AccessArguments();
        subject.AddTo(command);
        var why = new Option<bool>("--why") { Description = "Also name the objects that decide." };
        command.Add(why);
        var without = new Option<string[]>("--without")
        {
            Description =
                "Instead: who loses what, and what takes over, if this cluster, gateway (CLUSTER/NAMESPACE/NAME, or as much as tells it "
                + "apart) or region is down; may be repeated.",
            HelpName = "PLACE",
        };
        command.Add(without);
        var output = new Option<string>("--output", "-o")
        {
            Description = "Form of the report: text, json, markdown (for pull requests) or html (one page).",
            DefaultValueFactory = _ => "text",
        };
        output.AcceptOnlyFromAmong("text", "json", "markdown", "html");
        command.Add(output);
        command.Add(AccessDiffCommand.Create(subject.Stack));
        command.SetAction(
            (parsed, _) => CommandRunner.RunAsync(Streams.From(parsed), parsed.GetValue(output) == "json", () => RunAsync(parsed))
        );
        return command;

        async Task<int> RunAsync(ParseResult parsed)
        {
            var of = await subject.ReadAsync(parsed);
            if (parsed.GetValue(without) is { Length: > 0 } down)
            {
                var outage = new OutageReader(OutagePlaces.From(of.Sources)).Read(down);
                new OutageReport(outage, OutageEffect.From(of.Sources, outage), of.Snapshot.Notes).Write(
                    parsed.GetValue(output)!,
                    Streams.From(parsed).Output
                );
                return ExitCode.Success;
            }

            var matrix = of.Matrix();
            var report = AccessReport.From(matrix, of.Findings(matrix)) with { Invariants = of.Invariants };
            switch (parsed.GetValue(output))
            {
                case "json":
                    ReportJson.Write(AccessDocument.From(report), ReportJson.Formed.AccessDocument, Streams.From(parsed).Output);
                    break;
                case "markdown":
                    AccessMarkdownReport.Write(report, parsed.GetValue(why), Streams.From(parsed).Output);
                    break;
                case "html":
                    AccessHtmlReport.Write(report, Streams.From(parsed).Output);
                    break;
                default:
                    AccessTextReport.Write(report, parsed.GetValue(why), Streams.From(parsed).Output);
                    break;
            }

            return ExitCode.Success;
        }
    }
}
