using System.CommandLine;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Reports;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Cli.Review;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack review</c>.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var command = new Command(
            "review",
            "Says what a change does, for the comment under a pull request: who gains and loses access, which calls go elsewhere, new "
                + "findings, restarts and refused steps, and the objects that change."
        );
        var stacks = new Argument<string[]>("stack")
        {
            Description = "Names of stacks; all of the project, and those that the change removes, where none is given.",
            HelpName = "stack",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var revision = new Option<string>("--base")
        {
            Description = "Revision of git that the change is for, such as main: it is compared with the commit at which it left that.",
            HelpName = "REV",
            Required = true,
        };
        var failOn = new Option<string[]>("--fail-on")
        {
            Description =
                "End with exit code 1 as well if access is widened (or an invariant taken away, an owner changed, a workload left "
                + "open), if calls are diverted (or copied, aborted, delayed, rewritten, answered), or if anything is changed at all for "
                + "callers; may be repeated.",
        };
        failOn.AcceptOnly("widened", "diverted", "changed");
        var today = new TodayOption();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Form of the report: text, json, markdown (the comment) or sarif (for code hosts).",
            DefaultValueFactory = _ => "text",
        };
        output.AcceptOnly("text", "json", "markdown", "sarif");
        var folder = new Option<string?>("--out")
        {
            Description =
                "Folder that also gets every form: comment.md, which is cut where it is too long for one, review.md, review.json, "
                + "review.sarif.",
            HelpName = "DIR",
        };
        var manifests = new Option<string?>("--manifests")
        {
            Description = "Instead of stacks: a folder with a folder of YAML per cluster and, where needed, a mesh.yaml.",
            HelpName = "DIR",
        };
        var version = new IstioVersionOption("--istio-version")
        {
            Description = "The version of Istio of those clusters of the folder that show none, such as 1.30.3.",
        };
        var project = new StackArguments();
        command.Validators.Add(result =>
        {
            var isOfFolder = result.GetResult(manifests) is not null;
            if (isOfFolder && (result.GetResult(stacks) is { Tokens.Count: > 0 } || result.GetResult(project.Project) is not null))
            {
                result.AddError("specify either --manifests, or stacks and --project, not both");
            }

            if (!isOfFolder && result.GetResult(version) is not null)
            {
                result.AddError("--istio-version is for --manifests: a stack says its version");
            }
        });
        stacks.CompletionSources.Add(context => Completions.Stacks(context, project));
        command.Add(stacks);
        command.Add(revision);
        command.Add(project.Project);
        command.Add(manifests);
        command.Add(version);
        command.Add(failOn);
        command.Add(today);
        command.Add(output);
        command.Add(folder);
        command.SetAction(
            (parsed, _) =>
                CommandRunner.RunAsync(Streams.From(parsed), parsed.GetValue(output) is "json" or "sarif", () => PrepareAsync(parsed))
        );
        return command;

        async Task<Func<int>> PrepareAsync(ParseResult parsed)
        {
            var shown = parsed.GetValue(manifests) is { } given
                ? given.TrimEnd('/') is { Length: > 0 } name
                    ? name
                    : "/"
                : null;
            var root = shown is null ? Project(parsed) : Path.GetFullPath(shown);
            using var before = await ReviewBase.FindAsync(root, parsed.GetValue(revision)!, shown);
            if (!Directory.Exists(root) && !before.HadFolder)
            {
                throw new BadQuestionException([$"there is no folder '{shown}', and there was none at '{before.Revision}'"]);
            }

            var reviewer = new Reviewer(root, shown ?? root, before) { Today = today.Of(parsed) };
            IReadOnlyList<StackReview> reviews = shown is null
                ? reviewer.OfStacks(parsed.GetValue(stacks)!)
                : [reviewer.OfManifests(parsed.GetValue(version))];
            return () => Report(parsed, reviews, before);
        }

        // The example beside this program is nobody's change.
        string Project(ParseResult parsed)
        {
            try
            {
                return ProjectFolder.Find(Path.GetFullPath(parsed.GetValue(project.Project) ?? "."));
            }
            catch (DirectoryNotFoundException e)
            {
                throw new DirectoryNotFoundException($"{e.Message}; --project says where it is, --manifests a folder of manifests", e);
            }
        }

        int Report(ParseResult parsed, IReadOnlyList<StackReview> reviews, ReviewBase before)
        {
            ReviewReport.Write(parsed.GetValue(output)!, reviews, before, Streams.From(parsed).Output);
            if (parsed.GetValue(folder) is { } target)
            {
                ReviewFiles.Write(target, reviews, before);
            }

            return reviews.Any(review => review.Errors.Count > 0) || !before.IsThere ? ExitCode.BadInput
                : reviews.Any(review => review.HasErrors || Fails(review, parsed.GetValue(failOn)!)) ? ExitCode.Findings
                : ExitCode.Success;
        }
    }

    // What nobody could compare may be.
    private static bool Fails(StackReview review, string[] on) =>
        on.Any(what =>
            what == "widened" ? review.IsWidened : review.Access?.Has(what) != false || (what == "changed" && review.Safeguards.Count > 0)
        );
}
