using System.CommandLine;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Cli.History;
using MeshStack.Cli.Reports;
using MeshStack.Preview;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack access diff</c>.</summary>
internal static class AccessDiffCommand
{
    private const string WorkingTree = ".";

    /// <param name="ofAccess">The stack of the command above, which this one does not take.</param>
    public static Command Create(Argument<string> ofAccess)
    {
        var command = new Command(
            "diff",
            "Says which access a change gives and takes, with a request for each; objects that differ without changing any access are "
                + "not mentioned."
        );
        var before = new Argument<string>("before")
        {
            Description = "A folder of manifests (DIR/CLUSTER/**), or a git revision of the project.",
        };
        var after = new Argument<string>("after")
        {
            Description = "The same for afterwards; . is the project as it is now.",
            DefaultValueFactory = _ => WorkingTree,
        };
        var stack = new Option<string>("--stack")
        {
            Description = "The stack, where project revisions are compared.",
            HelpName = "STACK",
            DefaultValueFactory = _ => "dev",
        };
        var failOn = new Option<string?>("--fail-on")
        {
            Description = "End with exit code 1 if access is widened, or if it is changed at all.",
        };
        failOn.AcceptOnlyFromAmong("widened", "changed");
        var output = new Option<string>("--output", "-o")
        {
            Description = "Form of the report: text, json, markdown or html.",
            DefaultValueFactory = _ => "text",
        };
        output.AcceptOnlyFromAmong("text", "json", "markdown", "html");
        var project = new StackArguments();
        command.Validators.Add(result =>
        {
            if (result.GetResult(ofAccess) is { Tokens: [var given, ..] })
            {
                result.AddError($"'{given.Value}' stands before diff: a stack is given behind it, as --stack {given.Value}");
            }
        });
        command.Add(before);
        command.Add(after);
        command.Add(stack);
        command.Add(project.Project);
        command.Add(failOn);
        command.Add(output);
        command.SetAction(
            (parsed, _) => CommandRunner.RunAsync(Streams.From(parsed), parsed.GetValue(output) == "json", () => RunAsync(parsed))
        );
        return command;

        async Task<int> RunAsync(ParseResult parsed)
        {
            // Most of composing a mesh is done by one thread, so that two are composed in the time of one. Both end, whatever becomes of
            // the other: each clears away what it checked out.
            var (was, becomes) = (Aside(before), Aside(after));
            Task ended = Task.WhenAll(was, becomes);
            await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var difference = AccessDifference.Between(await was, await becomes);
            AccessDiffReport.Write(parsed.GetValue(output)!, difference, Streams.From(parsed).Output);
            return parsed.GetValue(failOn) switch
            {
                "widened" when difference.Changes.Any(c => c.Kind != AccessChangeKind.Lost) => ExitCode.Findings,
                "changed" when difference.Changes.Count > 0 => ExitCode.Findings,
                _ => ExitCode.Success,
            };

            Task<Snapshot> Aside(Argument<string> given) =>
                Task
                    .Factory.StartNew(
                        () => ReadAsync(parsed, parsed.GetValue(given)!),
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                    .Unwrap();
        }

        async Task<Snapshot> ReadAsync(ParseResult parsed, string given)
        {
            if (given != WorkingTree && Directory.Exists(given) && !File.Exists(Path.Combine(given, "Pulumi.yaml")))
            {
                return AccessArguments.FromFolder(given).Snapshot;
            }

            var folder = given != WorkingTree && Directory.Exists(given) ? given : project.Folder(parsed);
            if (given == WorkingTree || Directory.Exists(given))
            {
                return AccessArguments.Of(StackComposition.Compose(folder, parsed.GetValue(stack)!), folder).Snapshot;
            }

            using var revision = await GitRevision.CheckOutAsync(folder, given);
            return AccessArguments.Of(StackComposition.Compose(revision.Folder, parsed.GetValue(stack)!), revision.Folder).Snapshot;
        }
    }
}
