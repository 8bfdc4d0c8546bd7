using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Workflows;

/// <summary>What holds for every workflow: code that nobody has reviewed gets no credential, and logic stands in scripts.</summary>
internal static partial class WorkflowRules
{
    // pull_request_target, workflow_run and the events of comments run with the credentials of the repository on somebody else's behalf.
    private static readonly string[] Events = ["push", "pull_request", "workflow_dispatch", "schedule"];

    // Whose code was reviewed. That the tag of a release is of main, .ci/pack sees to.
    private static readonly string[] Refs = ["github.ref == 'refs/heads/main'", "startsWith(github.ref, 'refs/tags/v')"];

    public static IEnumerable<string> Violations(Workflow workflow) =>
        [
            .. OfWorkflow(workflow).Select(v => $"{workflow.Name}: {v}"),
            .. workflow.Jobs.SelectMany(j => OfJob(workflow, j).Concat(j.Steps.SelectMany(OfStep)).Select(v => $"{j.Name}: {v}")),
        ];

    private static IEnumerable<string> OfWorkflow(Workflow workflow)
    {
        foreach (var other in workflow.Events.Except(Events))
        {
            yield return $"is started by {other}";
        }

        if (workflow.Permissions is null)
        {
            yield return "says nothing of permissions";
        }
        else if (!IsLeast(workflow.Permissions))
        {
            yield return "has more permission than contents: read";
        }

        foreach (var value in workflow.Values.Where(v => Untrusted().IsMatch(v)))
        {
            yield return $"uses what anybody can write: {value}";
        }
    }

    private static IEnumerable<string> OfJob(Workflow workflow, WorkflowJob job)
    {
        if (job.Steps.Count == 0)
        {
            yield return "has no steps of its own";
        }

        if (job.Permissions is not null && !IsLeast(job.Permissions) && !IsToPost(job.Permissions))
        {
            yield return "has more permission than contents: read";
        }

        if (job.Permissions is not null && IsToPost(job.Permissions) && !RunsReviewedCode(job))
        {
            yield return "may write, and runs what nobody has reviewed";
        }

        if (job.RunsOn?.StartsWith("ubuntu-", StringComparison.Ordinal) != true)
        {
            yield return $"runs on {job.RunsOn}";
        }

        // Nobody waits for what runs at night.
        var most = workflow.Events.Contains("schedule") ? 6 * 60 : 60;
        if (!int.TryParse(job.Timeout, CultureInfo.InvariantCulture, out var minutes) || minutes > most)
        {
            yield return $"has no timeout of {most} minutes or less";
        }

        if (job.HasMatrix && job.FailFast != "false")
        {
            yield return "is cancelled for one stack when it fails for another";
        }

        if (workflow.Events.Contains("pull_request") && (job.MentionsSecrets || job.Environment is not null))
        {
            yield return "builds pull requests and has credentials";
        }

        if (job.MentionsSecrets && job.Environment is null)
        {
            yield return "has secrets that no environment guards";
        }

        if (job.MentionsSecrets && !Refs.Any(r => job.Condition?.Contains(r, StringComparison.Ordinal) == true))
        {
            yield return "has secrets on other refs than main and the tags of releases";
        }
    }

    private static IEnumerable<string> OfStep(WorkflowStep step)
    {
        if ((step.Run is null) == (step.Uses is null))
        {
            yield return "has a step that is not either a script or an action";
        }

        if (step.Shell is not null)
        {
            yield return $"has a step with a shell of its own: {step.Shell}";
        }

        if (step.Run is not null && !ScriptLine().IsMatch(step.Run))
        {
            yield return $"has a step that is not a script with arguments: {step.Run}";
        }
        else if (step.Run is not null && !IsExecutable(step.Run.Split(' ')[0]))
        {
            yield return $"has a step whose script is not there, or not executable: {step.Run}";
        }

        if (step.Uses is not null && !PinnedAction().IsMatch(step.UsesLine) && !IsOwnAction(step.Uses))
        {
            yield return $"has an action that is not pinned as OWNER/NAME@COMMIT # vVERSION: {step.UsesLine}";
        }

        var isCheckout = step.Uses?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true;
        if (isCheckout && !step.Inputs.Contains(("persist-credentials", "false")))
        {
            yield return "leaves its token in the checkout";
        }
    }

    private static bool IsLeast(YamlNode permissions) =>
        permissions is YamlMappingNode map
        && map.All(p => p is { Key: YamlScalarNode { Value: "contents" }, Value: YamlScalarNode { Value: "read" or "none" } });

    // Comments under pull requests, and findings at their lines.
    private static bool IsToPost(YamlNode permissions) =>
        permissions is YamlMappingNode map
        && !IsLeast(map)
        && map.All(p =>
            p
                is { Key: YamlScalarNode { Value: "contents" }, Value: YamlScalarNode { Value: "read" } }
                    or { Key: YamlScalarNode { Value: "pull-requests" or "security-events" }, Value: YamlScalarNode { Value: "write" } }
        );

    // It waits for the job that does, and takes its own code from the base branch.
    private static bool RunsReviewedCode(WorkflowJob job) =>
        job.Needs is not null
        && job.Steps.All(step =>
            step.Uses is not null
            && (
                step.Uses.StartsWith("actions/checkout@", StringComparison.Ordinal)
                    ? step.Inputs.Contains(("ref", "${{ github.base_ref }}")) && step.Inputs.All(input => input.Name != "repository")
                    : IsOwnAction(step.Uses)
            )
        );

    private static bool IsOwnAction(string uses) =>
        uses.StartsWith("./.github/actions/", StringComparison.Ordinal) && File.Exists(Checkout.Path(uses[2..], "action.yml"));

    private static bool IsExecutable(string script) =>
        File.Exists(Checkout.Path(script))
        && (OperatingSystem.IsWindows() || File.GetUnixFileMode(Checkout.Path(script)).HasFlag(UnixFileMode.UserExecute));

    /// <summary>A script and plain words or quoted variables: nothing that a shell takes apart, nothing that GitHub fills in.</summary>
    [GeneratedRegex(@"\A\.(ci|github/scripts)/[a-z-]+( [A-Za-z0-9^./=-]+| ""\$[A-Z_]+"")*\z")]
    private static partial Regex ScriptLine();

    [GeneratedRegex(@"\A[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\z")]
    private static partial Regex PinnedAction();

    [GeneratedRegex(@"github\.(event\.|head_ref|event\b(?!_name))|github\.token|GITHUB_TOKEN", RegexOptions.IgnoreCase)]
    private static partial Regex Untrusted();
}
