using System.CommandLine;
using MeshStack.Analysis.Diversions;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Reach;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Reports;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Manifests;

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
        var today = new TodayOption();
        command.Add(today);
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
        output.AcceptOnly("text", "json", "markdown", "html");
        command.Add(output);
        var filters = new FilterOptions();
        filters.AddTo(command, subject.OfStack);
        command.Validators.Add(result =>
        {
            filters.Refuse(result, output, "json", "markdown", "html");
            var asked = Array.Find<Option>([without, reach, pathsTo, intercept], option => result.GetResult(option) is not null);
            if (asked is not null && result.GetResult(today) is not null)
            {
                result.AddError($"{today.Name} is for who may call whom: {asked.Name} asks something else");
            }

            if (asked is not null && filters.Given(result).FirstOrDefault() is { } given)
            {
                result.AddError($"{given} is for who may call whom: {asked.Name} asks something else");
            }
        });
        command.Add(AccessDiffCommand.Create(subject.Stack));
        command.SetAction(
            (parsed, _) => CommandRunner.RunAsync(Streams.From(parsed), parsed.GetValue(output) == "json", () => PrepareAsync(parsed))
        );
        return command;

        async Task<Func<int>> PrepareAsync(ParseResult parsed)
        {
            var expiry = new List<Finding>();
            var write = await AnswerAsync(parsed, expiry);
            return () =>
            {
                write();
                return expiry.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Success;
            };
        }

        async Task<Action> AnswerAsync(ParseResult parsed, List<Finding> expiry)
        {
            var of = await subject.ReadAsync(parsed);
            var (form, writer) = (parsed.GetValue(output)!, Streams.From(parsed).Output);
            if (parsed.GetValue(without) is { Length: > 0 } down)
            {
                var outage = new OutageReader(OutagePlaces.From(of.Sources)).Read(down);
                var report = new OutageReport(outage, OutageEffect.From(of.Sources, outage), of.Snapshot.Notes);
                return () => report.Write(form, writer);
            }

            var matrix = of.Matrix();
            if (parsed.GetValue(reach) is { } caller)
            {
                var report = new ReachReport(caller, true, WaysFrom(matrix, caller), of.Snapshot.Notes);
                return () => report.Write(form, writer);
            }

            if (parsed.GetValue(pathsTo) is { } service)
            {
                var ways = WaysTo(matrix, ServicesOf(of, matrix, pathsTo, service));
                return () => new ReachReport(service, false, ways, of.Snapshot.Notes).Write(form, writer);
            }

            if (parsed.GetValue(intercept) is { } taken)
            {
                var report = Intercepted(of, matrix, taken, ServicesOf(of, matrix, intercept, taken));
                return () => report.Write(form, writer);
            }

            var filter = FilterReader.Read(
                filters.Of(parsed),
                matrix,
                of.Mesh?.Facts.Servers ?? [],
                () => new KnownNames(of.Sources, of.Snapshot)
            );
            expiry.AddRange(of.Expiry(today.Of(parsed)));
            var access = AccessReport.From(matrix, [.. of.Findings(matrix), .. expiry], filter) with { Invariants = of.Invariants };
            return () => Write(access, form, parsed.GetValue(why), filters.IsQuiet(parsed), writer);
        }
    }

    private static void Write(AccessReport report, string form, bool why, bool quiet, TextWriter writer)
    {
        switch (form)
        {
            case "json":
                ReportJson.Write(AccessDocument.From(report), ReportJson.Formed.AccessDocument, writer);
                break;
            case "markdown":
                AccessMarkdownReport.Write(report, why, writer);
                break;
            case "html":
                AccessHtmlReport.Write(report, writer);
                break;
            case "text" when quiet:
                AccessTextReport.WriteWrong(report, writer);
                break;
            default:
                AccessTextReport.Write(report, why, writer);
                break;
        }
    }

    private static AccessWay[] WaysFrom(AccessMatrix matrix, string caller)
    {
        var chains = AccessReach.From(matrix);
        return [.. ReachReader.Callers("--reach", chains.Callers, caller).SelectMany(chains.Of)];
    }

    private static AccessWay[] WaysTo(AccessMatrix matrix, IReadOnlySet<AccessTarget> services)
    {
        var chains = AccessReach.From(matrix);

        // As in the matrix, who has an identity that no workload has is told of where that makes a difference.
        var told = matrix.Cells.Select(cell => cell.Caller).ToHashSet();
        return
        [
            .. (services.Count == 1 ? chains.To(services.Contains) : services.SelectMany(target => chains.To(one => one == target)))
                .Where(way => way.Caller.Identity is null || told.Contains(way.Caller))
                .OrderBy(way => way.Calls.Count)
                .ThenBy(way => way.Target.ToString(), StringComparer.Ordinal),
        ];
    }

    private static InterceptionReport Intercepted(
        AccessSubject of,
        AccessMatrix matrix,
        string service,
        IReadOnlySet<AccessTarget> targets
    ) =>
        new(
            service,
            InterceptionProbe.Standing(of.Snapshot, matrix, targets.Contains),
            InterceptionProbe.Of(of.Sources, of.Snapshot, matrix, targets.Contains),
            matrix.Cells.Any(cell => targets.Contains(cell.Target)),
            of.Sources.Manifests,
            of.Snapshot.Notes
        );

    private static IReadOnlySet<AccessTarget> ServicesOf(AccessSubject of, AccessMatrix matrix, Option option, string given) =>
        ReachReader.Services(
            option.Name,
            matrix.Targets.Concat(matrix.Cells.Select(cell => cell.Target)),
            of.Mesh?.Facts.Servers ?? [],
            given
        );
}
