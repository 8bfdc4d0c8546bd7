using System.CommandLine;
using MeshStack.Cli.Lint;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Reports;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Manifests;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack lint</c>.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var command = new Command(
            "lint",
            "Checks manifests of Istio, whoever wrote them: what the API server and istiod would refuse or warn of, and what they accept "
                + "though it is likely not meant. Needs no cluster and no stack."
        );
        var arguments = new LintArguments();
        arguments.AddTo(command);
        command.SetAction(
            (parsed, _) =>
                CommandRunner.RunAsync(
                    Streams.From(parsed),
                    parsed.GetValue(arguments.Output) is not "text",
                    () => Task.FromResult(Prepare(parsed, arguments, Streams.From(parsed))),
                    "checking the manifests"
                )
        );
        return command;
    }

    private static Func<int> Prepare(ParseResult parsed, LintArguments arguments, Streams streams)
    {
        var ignored = Ignored(parsed.GetValue(arguments.Ignore) ?? []);
        var input = LintInput.Read(parsed.GetValue(arguments.Paths)!, streams.Input);
        if (input.Texts.All(text => string.IsNullOrWhiteSpace(text.Text) && text.Problems.Count == 0) && input.Unread.Count == 0)
        {
            throw new BadQuestionException(["there is nothing to check: what is given is empty"]);
        }

        var result = new Linter(IstioCrds.For(parsed.GetValue(arguments.Istio)!), parsed.GetValue(arguments.Access)).Check(input);
        if (result is { Objects: 0, Findings.Count: 0 })
        {
            throw new BadQuestionException(["there is nothing to check: what is given holds no object"]);
        }

        result = result with { Findings = [.. result.Findings.Where(finding => !ignored.Contains(finding.Rule.Code))] };
        return () => Report(parsed, arguments, result, streams);
    }

    private static int Report(ParseResult parsed, LintArguments arguments, LintResult result, Streams streams)
    {
        switch (parsed.GetValue(arguments.Output))
        {
            case "json":
                ReportJson.Write(LintDocument.From(result), ReportJson.Formed.LintDocument, streams.Output);
                break;
            case "sarif":
                ReportJson.Write(SarifDocument.From(result), ReportJson.Formed.SarifDocument, streams.Output);
                break;
            default:
                LintReport.Write(result, streams.Output);
                break;
        }

        var least = Enum.Parse<Severity>(parsed.GetValue(arguments.FailOn)!, ignoreCase: true);
        return result.Findings.Any(finding => finding.Severity >= least) ? ExitCode.Findings : ExitCode.Success;
    }

    private static HashSet<string> Ignored(string[] codes)
    {
        var known = LintRules.All.Select(rule => rule.Code).ToList();
        var unknown = codes.Except(known).Select(code => $"--ignore: there is no rule '{code}'{Spelling.Suggest(code, known)}").ToList();
        return unknown.Count == 0 ? [.. codes] : throw new BadQuestionException(unknown);
    }
}
