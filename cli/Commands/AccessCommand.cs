using System.CommandLine;
using MeshStack.Analysis.Diversions;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Reach;
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
        var reach = new Option<string?>("--reach")
        {
            Description =
                "Instead: what whoever takes over this caller comes to, from service to service: outside, or "
                + "CLUSTER/NAMESPACE/SERVICEACCOUNT, each of which may be *.",
            HelpName = "CALLER",
        };
        command.Add(reach);
        var pathsTo = new Option<string?>("--paths-to")
        {
            Description =
                "Instead: who comes to this service so, the nearest first: NAME, NAMESPACE/NAME or CLUSTER/NAMESPACE/NAME, each of which "
                + "may be *.",
            HelpName = "SERVICE",
        };
        command.Add(pathsTo);
        var intercept = new Option<string?>("--intercept")
        {
            Description =
                "Instead: by which objects of which other namespaces the calls to this service could be taken, and what closes that; the "
                + "service as for --paths-to.",
            HelpName = "SERVICE",
        };
        command.Add(intercept);
        command.Validators.Add(result =>
        {
            var asked = new Option[] { without, reach, pathsTo, intercept }
                .Where(option => result.GetResult(option) is not null)
                .ToArray();
            if (asked.Length > 1)
            {
                result.AddError($"specify one of {string.Join(", ", asked.Select(option => option.Name))}, not several");
            }
        });
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
            if (parsed.GetValue(reach) is { } caller)
            {
                var chains = AccessReach.From(matrix);
                AccessWay[] ways = [.. ReachReader.Callers(chains.Callers, caller).SelectMany(chains.Of)];
                new ReachReport(caller, true, ways, of.Snapshot.Notes).Write(parsed.GetValue(output)!, Streams.From(parsed).Output);
                return ExitCode.Success;
            }

            if (parsed.GetValue(intercept) is { } taken)
            {
                var meant = ServicesOf(of, matrix, intercept, taken);
                var calls = InterceptionProbe.Of(of.Sources, of.Snapshot, matrix, meant.Contains);
                var isCalled = matrix.Cells.Any(cell => meant.Contains(cell.Target));
                var standing = InterceptionProbe.Standing(of.Snapshot, matrix, meant.Contains);
                new InterceptionReport(taken, standing, calls, isCalled, of.Sources.Manifests, of.Snapshot.Notes).Write(
                    parsed.GetValue(output)!,
                    Streams.From(parsed).Output
                );
                return ExitCode.Success;
            }

            if (parsed.GetValue(pathsTo) is { } service)
            {
                var meant = ServicesOf(of, matrix, pathsTo, service);

                var chains = AccessReach.From(matrix);

                // As in the matrix, who has an identity that no workload has is told of where that makes a difference.
                var told = matrix.Cells.Select(cell => cell.Caller).ToHashSet();
                AccessWay[] ways =
                [
                    .. (meant.Count == 1 ? chains.To(meant.Contains) : meant.SelectMany(target => chains.To(one => one == target)))
                        .Where(way => way.Caller.Identity is null || told.Contains(way.Caller))
                        .OrderBy(way => way.Calls.Count)
                        .ThenBy(way => way.Target.ToString(), StringComparer.Ordinal),
                ];
                new ReachReport(service, false, ways, of.Snapshot.Notes).Write(parsed.GetValue(output)!, Streams.From(parsed).Output);
                return ExitCode.Success;
            }

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

    private static IReadOnlySet<AccessTarget> ServicesOf(AccessSubject of, AccessMatrix matrix, Option option, string given) =>
        ReachReader.Services(
            option.Name,
            matrix.Targets.Concat(matrix.Cells.Select(cell => cell.Target)),
            of.Mesh?.Facts.Servers ?? [],
            given
        );
}
