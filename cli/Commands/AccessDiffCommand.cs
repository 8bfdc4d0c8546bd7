using System.CommandLine;
using MeshStack.Analysis.Topology;
using MeshStack.Cli.History;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Reports;
using MeshStack.Manifests;
using MeshStack.Preview;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack access diff</c>.</summary>
internal static class AccessDiffCommand
{
    private const string WorkingTree = ".";

    /// <param name="ofAccess">The stack of the command above, which this one takes as well.</param>
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
        var failOn = new Option<string[]>("--fail-on")
        {
            Description =
                "End with exit code 1 if access is widened, if calls are diverted (or copied, aborted, delayed, rewritten, answered), "
                + "or if anything is changed at all; may be repeated.",
        };
        failOn.AcceptOnly("widened", "diverted", "changed");
        var today = new TodayOption();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Form of the report: text, json, markdown or html.",
            DefaultValueFactory = _ => "text",
        };
        output.AcceptOnly("text", "json", "markdown", "html");
        var project = new StackArguments();
        stack.CompletionSources.Add(context => Completions.Stacks(context, project));
        command.Validators.Add(result =>
        {
            if (result.GetResult(ofAccess) is { Tokens: [var given, ..] } && result.GetResult(stack) is { Implicit: false })
            {
                result.AddError($"specify either '{given.Value}' before diff or --stack, not both");
            }

            var isOfStack = result.GetResult(ofAccess) is { Tokens.Count: > 0 } || result.GetResult(stack) is { Implicit: false };
            if (isOfStack && new[] { before, after }.All(side => result.GetValue(side) is { } given && IsFolderOfManifests(given)))
            {
                result.AddError("specify either a stack or two folders of manifests, not both");
            }
        });
        command.Add(before);
        command.Add(after);
        command.Add(stack);
        command.Add(project.Project);
        command.Add(failOn);
        command.Add(today);
        command.Add(output);
        command.SetAction(
            (parsed, _) => CommandRunner.RunAsync(Streams.From(parsed), parsed.GetValue(output) == "json", () => PrepareAsync(parsed))
        );
        return command;

        async Task<Func<int>> PrepareAsync(ParseResult parsed)
        {
            string[] sides = [parsed.GetValue(before)!, parsed.GetValue(after)!];
            if (sides.Any(IsFolderOfManifests) && Array.Find(sides, side => side != WorkingTree && !Directory.Exists(side)) is { } missing)
            {
                throw new BadQuestionException([$"there is no folder '{missing}', and the other side is a folder of manifests"]);
            }

            // Most of composing a mesh is done by one thread, so that two are composed in the time of one. Both end, whatever becomes of
            // the other: each clears away what it checked out.
            var (was, becomes) = (Aside(before), Aside(after));
            Task ended = Task.WhenAll(was, becomes);
            await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var ((earlier, _), (now, expiry)) = (await was, await becomes);
            var difference = AccessDifference.Between(earlier, now) with { Expiry = expiry };
            return () =>
            {
                AccessDiffReport.Write(parsed.GetValue(output)!, difference, Streams.From(parsed).Output);
                return parsed.GetValue(failOn)!.Any(difference.Has) || expiry.Any(finding => finding.Severity == Severity.Error)
                    ? ExitCode.Findings
                    : ExitCode.Success;
            };

            Task<(Snapshot Snapshot, IReadOnlyList<Finding> Expiry)> Aside(Argument<string> given) =>
                Task
                    .Factory.StartNew(
                        () => ReadAsync(parsed, parsed.GetValue(given)!),
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                    .Unwrap();
        }

        string StackOf(ParseResult parsed) =>
            parsed.GetResult(ofAccess) is { Tokens: [var given, ..] } ? given.Value : parsed.GetValue(stack)!;

        async Task<(Snapshot Snapshot, IReadOnlyList<Finding> Expiry)> ReadAsync(ParseResult parsed, string given)
        {
            if (IsFolderOfManifests(given))
            {
                return On(parsed, AccessArguments.FromFolder(given));
            }

            var folder = given != WorkingTree && Directory.Exists(given) ? given : project.Folder(parsed);
            if (given == WorkingTree || Directory.Exists(given))
            {
                return On(parsed, AccessArguments.Of(StackComposition.Compose(folder, StackOf(parsed)), folder));
            }

            using var revision = await GitRevision.CheckOutAsync(folder, given);
            return On(parsed, AccessArguments.Of(StackComposition.Compose(revision.Folder, StackOf(parsed)), revision.Folder));
        }

        (Snapshot Snapshot, IReadOnlyList<Finding> Expiry) On(ParseResult parsed, AccessSubject side) =>
            (side.Snapshot, side.Expiry(today.Of(parsed)));
    }

    private static bool IsFolderOfManifests(string given) =>
        given != WorkingTree && Directory.Exists(given) && !File.Exists(Path.Combine(given, "Pulumi.yaml"));
}
