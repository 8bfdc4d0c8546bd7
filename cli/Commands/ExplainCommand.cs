using System.CommandLine;
using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Reports;
using MeshStack.Cli.Suggestions;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var command = new Command(
            "explain",
            "Follows one request through a stack or through manifests, step by step, and says which objects decide whether it gets "
                + "through. Exit code: 0 allowed, 3 not allowed, 4 undecided."
        );
        var question = new QuestionOptions();
        question.AddTo(command);
        var subject = new AccessArguments();
        subject.AddTo(command);
        var output = new Option<string>("--output", "-o")
        {
            Description = "Form of the answer: text, json, or the way drawn as mermaid or svg.",
            DefaultValueFactory = _ => "text",
        };
        output.AcceptOnly("text", "json", "mermaid", "svg");
        command.Add(output);
        command.SetAction(
            (parsed, _) => CommandRunner.RunAsync(Streams.From(parsed), parsed.GetValue(output) == "json", () => PrepareAsync(parsed))
        );
        return command;

        async Task<Func<int>> PrepareAsync(ParseResult parsed)
        {
            var text = question.Of(parsed);
            var of = await subject.ReadAsync(parsed, text.RelevantIntents);
            var names = new KnownNames(of.Sources, of.Snapshot);
            var asked = new QuestionReader(names, of.Mesh is not null).Read(text);
            var verdict = asked.Evaluate(of.Snapshot, names);
            var advice =
                verdict is not (Verdict.Denied or Verdict.Unreachable) ? null
                : of is { Stack: { } stack } ? Advice.For(asked, stack, of.Snapshot)
                : OtherName.For(asked, of.Snapshot);
            return () => Report(parsed, of, asked, verdict, advice);
        }

        int Report(ParseResult parsed, AccessSubject of, Question asked, Verdict verdict, string? advice)
        {
            var to = Streams.From(parsed).Output;
            switch (parsed.GetValue(output))
            {
                case "json":
                    VerdictReport.WriteJson(verdict, advice, of.Snapshot.Notes, to);
                    break;
                case "mermaid":
                    VerdictMermaid.Write(asked, verdict, to);
                    break;
                case "svg":
                    VerdictSvg.Write(asked, verdict, to);
                    break;
                default:
                    VerdictReport.WriteText(asked, verdict, advice, of.Snapshot.Notes, to);
                    break;
            }

            return verdict switch
            {
                Verdict.Allowed => ExitCode.Success,
                Verdict.Undecided => ExitCode.Undecided,
                _ => ExitCode.NotAllowed,
            };
        }
    }
}
