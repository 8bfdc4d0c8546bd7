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
    private static readonly Argument<string[]> Paths = new("path")
    {
        Description = "Files and folders of manifests; - is the standard input. Hidden folders are left out.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Istio = new("--istio")
    {
        Description = "The version of Istio that the manifests are for, such as 1.31 or 1.31.4.",
        HelpName = "VERSION",
        DefaultValueFactory = _ => IstioCrds.Newest.Version,
    };

    private static readonly Option<bool> Access = new("--access")
    {
        Description = "Also look for rules, routes and selectors that are of no use; the paths have to hold all manifests of one cluster.",
    };

    private static readonly Option<string[]> Ignore = new("--ignore")
    {
        Description = "Leave out what this rule finds; may be repeated.",
        HelpName = "RULE",
    };

    private static readonly Option<string> FailOn = new("--fail-on")
    {
        Description = "End with 1 from this weight on: error, warning or info.",
        DefaultValueFactory = _ => "error",
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Form of the report: text, json or sarif (for code hosts and editors).",
        DefaultValueFactory = _ => "text",
    };

    static LintCommand()
    {
        Istio.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { Length: > 0 } version }] && !IstioCrds.TryFor(version, out _))
            {
                result.AddError($"--istio: '{version}' is not known; known are {string.Join(", ", IstioCrds.Versions)} and their patches");
            }
        });
        FailOn.AcceptOnlyFromAmong("error", "warning", "info");
        Output.AcceptOnlyFromAmong("text", "json", "sarif");
    }

    public static Command Create()
    {
        var command = new Command(
            "lint",
            "Checks manifests of Istio, whoever wrote them: what the API server and istiod would refuse or warn of, and what they accept "
                + "though it is likely not meant. Needs no cluster and no stack."
        )
        {
            Paths,
            Istio,
            Access,
            Ignore,
            FailOn,
            Output,
        };
        command.SetAction(
            (parsed, _) =>
                CommandRunner.RunAsync(
                    Streams.From(parsed),
                    parsed.GetValue(Output) is not "text",
                    () => Task.FromResult(Run(parsed, Streams.From(parsed)))
                )
        );
        return command;
    }

    private static int Run(ParseResult parsed, Streams streams)
    {
        var ignored = Ignored(parsed.GetValue(Ignore) ?? []);
        var input = LintInput.Read(parsed.GetValue(Paths)!, streams.Input);
        if (input.Texts.All(text => string.IsNullOrWhiteSpace(text.Text) && text.Problems.Count == 0) && input.Unread.Count == 0)
        {
            throw new BadQuestionException(["there is nothing to check: what is given is empty"]);
        }

        var result = new Linter(IstioCrds.For(parsed.GetValue(Istio)!), parsed.GetValue(Access)).Check(input);
        if (result is { Objects: 0, Findings.Count: 0 })
        {
            throw new BadQuestionException(["there is nothing to check: what is given holds no object"]);
        }

        result = result with { Findings = [.. result.Findings.Where(finding => !ignored.Contains(finding.Rule.Code))] };
        switch (parsed.GetValue(Output))
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

        var least = Enum.Parse<Severity>(parsed.GetValue(FailOn)!, ignoreCase: true);
        return result.Findings.Any(finding => finding.Severity >= least) ? ExitCode.Findings : ExitCode.Success;
    }

    private static HashSet<string> Ignored(string[] codes)
    {
        var known = LintRules.All.Select(rule => rule.Code).ToList();
        var unknown = codes.Except(known).Select(code => $"--ignore: there is no rule '{code}'{Spelling.Suggest(code, known)}").ToList();
        return unknown.Count == 0 ? [.. codes] : throw new BadQuestionException(unknown);
    }
}
