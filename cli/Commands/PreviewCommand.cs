using System.CommandLine;
using MeshStack.Cli.History;
using MeshStack.Cli.Reports;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Preview;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack preview</c>.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var command = new Command(
            "preview",
            "Prints what each cluster gets, which place of the definition asked for it, what is wrong with it, and who may call whom. "
                + "Needs no cluster and no account."
        );
        var arguments = new StackArguments();
        arguments.AddTo(command);
        var earlier = new EarlierState();
        earlier.AddTo(command);
        var unreachable = new Option<string[]>("--unreachable")
        {
            Description = "A cluster that cannot be reached: says what an update then leaves out. May be given more than once.",
            HelpName = "CLUSTER",
        };
        command.Add(unreachable);
        command.Validators.Add(result =>
        {
            if (arguments.Program.IsGiven(result) && (result.GetResult(unreachable) is not null || earlier.IsGiven(result)))
            {
                result.AddError("--unreachable, --since and --deployed are questions about a definition: --program has no answer to them");
            }
        });
        var output = new Option<string>("--output", "-o")
        {
            Description = "Form of the report: text or json.",
            DefaultValueFactory = _ => "text",
        };
        output.AcceptOnlyFromAmong("text", "json");
        command.Add(output);
        command.SetAction(
            (parsed, _) => new StackCommand(arguments, Report, AsJson) { Earlier = earlier, Unreachable = unreachable }.RunAsync(parsed)
        );
        return command;

        bool AsJson(ParseResult parsed) => parsed.GetValue(output) == "json";

        int Report(ParseResult parsed, MeshPreview preview, TimeSpan elapsed)
        {
            if (AsJson(parsed))
            {
                ReportJson.Write(PreviewDocument.From(preview), ReportJson.Formed.PreviewDocument, Streams.From(parsed).Output);
            }
            else
            {
                TextReport.Write(preview, elapsed, Streams.From(parsed));
            }

            return preview.HasErrors ? ExitCode.Findings : ExitCode.Success;
        }
    }
}
