using System.CommandLine;
using MeshStack.Cli.History;
using MeshStack.Cli.Questions;
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
            "Prints what is wrong with a stack, who may call whom, what each cluster gets, and which place of the definition asked for it. "
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
        unreachable.CompletionSources.Add(context => Completions.Of(context, arguments, Completions.Clusters));
        command.Add(unreachable);
        command.Validators.Add(result =>
        {
            if (arguments.Program.IsGiven(result) && (result.GetResult(unreachable) is not null || earlier.IsGiven(result)))
            {
                result.AddError("--unreachable, --since and --deployed are questions about a definition: --program has no answer to them");
            }
        });
        var today = new TodayOption();
        command.Add(today);
        var output = new Option<string>("--output", "-o")
        {
            Description = "Form of the report: text, json, markdown (for pull requests) or sarif (for code hosts).",
            DefaultValueFactory = _ => "text",
        };
        output.AcceptOnly("text", "json", "markdown", "sarif");
        command.Add(output);
        var filters = new FilterOptions();
        filters.AddTo(command, arguments);
        command.Validators.Add(result => filters.Refuse(result, output, "json", "markdown"));
        command.SetAction(
            (parsed, _) => new StackCommand(arguments, Prepare, AsJson) { Earlier = earlier, Unreachable = unreachable }.RunAsync(parsed)
        );
        return command;

        bool AsJson(ParseResult parsed) => parsed.GetValue(output) is "json" or "sarif";

        Func<TimeSpan, int> Prepare(ParseResult parsed, MeshPreview preview)
        {
            var (proof, facts) = (preview.Proof, preview.Mesh.Facts);
            var filter = FilterReader.Read(
                filters.Of(parsed),
                proof.Matrix,
                facts.Servers,
                () => new KnownNames(proof.Sources, proof.Snapshot)
            );
            var view = PreviewView.Of(preview.On(today.Of(parsed)), filter);
            return elapsed => Report(parsed, view, elapsed);
        }

        int Report(ParseResult parsed, PreviewView view, TimeSpan elapsed)
        {
            var streams = Streams.From(parsed);
            switch (parsed.GetValue(output))
            {
                case "json":
                    ReportJson.Write(PreviewDocument.From(view), ReportJson.Formed.PreviewDocument, streams.Output);
                    break;
                case "sarif":
                    ReportJson.Write(SarifDocument.From(view.Preview), ReportJson.Formed.SarifDocument, streams.Output);
                    break;
                case "markdown":
                    PreviewMarkdownReport.Write(view, streams.Output);
                    break;
                default:
                    TextReport.Write(view, elapsed, filters.IsQuiet(parsed), streams);
                    break;
            }

            return view.Preview.HasErrors ? ExitCode.Findings : ExitCode.Success;
        }
    }
}
