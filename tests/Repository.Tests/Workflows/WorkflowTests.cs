namespace Repository.Tests.Workflows;

public sealed class WorkflowTests
{
    private const string Good = """
        name: good
        on:
          push:
            branches: [main]
        permissions:
          contents: read
        jobs:
          run:
            if: ${{ github.ref == 'refs/heads/main' }}
            runs-on: ubuntu-latest
            timeout-minutes: 30
            strategy:
              fail-fast: false
              matrix:
                stack: [dev]
            environment: dev
            steps:
              - uses: actions/checkout@0123456789012345678901234567890123456789 # v1.2.3
                with:
                  persist-credentials: false
              - run: .ci/pack "$STACK" HEAD^1 artifacts
                env:
                  TOKEN: ${{ secrets.TOKEN }}

        """;

    private const string Posting = """
        name: posting
        on:
          pull_request:
        permissions:
          contents: read
        jobs:
          post:
            needs: review
            runs-on: ubuntu-latest
            timeout-minutes: 5
            permissions: {contents: read, pull-requests: write, security-events: write}
            steps:
              - uses: actions/checkout@0123456789012345678901234567890123456789 # v1.2.3
                with:
                  ref: ${{ github.base_ref }}
                  persist-credentials: false
              - uses: ./.github/actions/meshstack/comment

        """;

    [Fact]
    public void TheWorkflowsKeepTheRules()
    {
        var workflows = Workflow.ReadAll();
        Assert.Equal(["ci.yml", "nightly.yml", "pulumi.yml", "release.yml", "review.yml", "up.yml"], workflows.Select(w => w.Name));
        Assert.Empty(workflows.SelectMany(WorkflowRules.Violations));
    }

    [Fact]
    public void AWorkflowThatPostsCommentsKeepsTheRules() => Assert.Empty(WorkflowRules.Violations(Workflow.Parse("good.yml", Posting)));

    /// <summary>What may write runs nothing of the change.</summary>
    [Theory]
    [InlineData("          ref: ${{ github.base_ref }}\n", "", "may write, and runs what nobody has reviewed")]
    [InlineData(
        "      - uses: ./.github/actions/meshstack/comment",
        "      - run: .ci/run",
        "may write, and runs what nobody has reviewed"
    )]
    [InlineData("pull-requests: write", "issues: write", "has more permission than contents: read")]
    [InlineData("    needs: review\n", "", "may write, and runs what nobody has reviewed")]
    [InlineData(
        "          persist",
        "          repository: somebody/fork\n          persist",
        "may write, and runs what nobody has reviewed"
    )]
    [InlineData(
        "./.github/actions/meshstack/comment",
        "somebody/action@0123456789012345678901234567890123456789 # v1.2.3",
        "may write, and runs what nobody has reviewed"
    )]
    [InlineData("./.github/actions/meshstack/comment", "./.github/actions/nothing", "has an action that is not pinned")]
    public void WhatPostsCommentsKeepsEachRule(string good, string bad, string violation)
    {
        Assert.Contains(good, Posting, StringComparison.Ordinal);
        var violations = WorkflowRules.Violations(Workflow.Parse("bad.yml", Posting.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(violations, v => v.Contains(violation, StringComparison.Ordinal));
    }

    [Fact]
    public void AGoodWorkflowKeepsTheRules() => Assert.Empty(WorkflowRules.Violations(Workflow.Parse("good.yml", Good)));

    [Theory]
    [InlineData("  push:\n    branches: [main]", "  pull_request:", "builds pull requests and has credentials")]
    [InlineData("push:", "pull_request_target:", "is started by pull_request_target")]
    [InlineData("permissions:\n  contents: read\n", "", "says nothing of permissions")]
    [InlineData("contents: read", "contents: write", "has more permission than contents: read")]
    [InlineData("permissions:\n  contents: read", "permissions: write-all", "has more permission than contents: read")]
    [InlineData(
        "    environment: dev",
        "    environment: dev\n    permissions: {id-token: write}",
        "has more permission than contents: read"
    )]
    [InlineData("runs-on: ubuntu-latest", "runs-on: self-hosted", "runs on self-hosted")]
    [InlineData("    timeout-minutes: 30\n", "", "has no timeout of 60 minutes or less")]
    [InlineData("timeout-minutes: 30", "timeout-minutes: 360", "has no timeout of 60 minutes or less")]
    [InlineData("      fail-fast: false\n", "", "is cancelled for one stack when it fails for another")]
    [InlineData("    environment: dev\n", "", "has secrets that no environment guards")]
    [InlineData("    if: ${{ github.ref == 'refs/heads/main' }}\n", "", "has secrets on other refs than main and the tags of releases")]
    [InlineData("        with:\n          persist-credentials: false\n", "", "leaves its token in the checkout")]
    [InlineData("@0123456789012345678901234567890123456789 # v1.2.3", "@v4", "has an action that is not pinned")]
    [InlineData(" # v1.2.3", "", "has an action that is not pinned")]
    [InlineData(".ci/pack", ".ci/nothing", "has a step whose script is not there, or not executable")]
    [InlineData(".ci/pack", ".ci/TestReport/Report.cs", "has a step that is not a script with arguments")]
    [InlineData("HEAD^1", "HEAD^1 && true", "has a step that is not a script with arguments")]
    [InlineData("\"$STACK\"", "$STACK", "has a step that is not a script with arguments")]
    [InlineData("\"$STACK\"", "${{ matrix.stack }}", "has a step that is not a script with arguments")]
    [InlineData("secrets.TOKEN", "github.event.pull_request.title", "uses what anybody can write")]
    [InlineData("secrets.TOKEN", "github.token", "uses what anybody can write")]
    [InlineData("- run: .ci/pack", "- shell: python\n        run: .ci/pack", "has a step with a shell of its own")]
    public void EachRuleIsKept(string good, string bad, string violation)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var violations = WorkflowRules.Violations(Workflow.Parse("bad.yml", Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(violations, v => v.Contains(violation, StringComparison.Ordinal));
    }

    /// <summary>A stack that is there is one that Pulumi previews, and that can be updated.</summary>
    [Fact]
    public void EveryStackIsPreviewed()
    {
        var files = Directory.EnumerateFiles(Checkout.Root, "Pulumi.*.yaml");
        var stacks = files.Select(f => Path.GetFileName(f).Split('.')[1]).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(stacks, Workflow.Read("pulumi.yml").Jobs.Single().Matrix("stack"));
        Assert.Contains($"options: [{string.Join(", ", stacks)}]", File.ReadAllText(Checkout.Path(".github", "workflows", "up.yml")));
    }

    /// <summary>What examines more at night does so where the workflow says it is night.</summary>
    [Fact]
    public void TheNightlyRunIsOneToTheTests()
    {
        var job = Workflow.Read("nightly.yml").Jobs.Single();
        Assert.Equal([("MESHSTACK_NIGHTLY", "1")], job.Steps.SelectMany(s => s.Variables));
        var sources = new[] { "MeshStack.Analysis.Tests", "MeshStack.Fuzz.Tests", "MeshStack.Infra.Tests", "MeshStack.Lifecycle.Tests" }
            .SelectMany(project => Directory.EnumerateFiles(Checkout.Path("tests", project), "*.cs", SearchOption.AllDirectories))
            .ToLookup(f => Path.GetFileNameWithoutExtension(f));
        Assert.Equal(
            ["Examined"],
            sources
                .Where(f => f.Any(file => File.ReadAllText(file).Contains("\"MESHSTACK_NIGHTLY\"", StringComparison.Ordinal)))
                .Select(f => f.Key)
        );
        Assert.Equal(
            sources.Select(f => f.Key).Where(f => f.EndsWith("PropertyTests", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            job.Matrix("class")
        );
    }

    /// <summary>A release is what somebody tagged, and nothing else.</summary>
    [Fact]
    public void OnlyTagsAreReleased()
    {
        var release = Workflow.Read("release.yml");
        Assert.Equal(["push"], release.Events);
        Assert.Equal(["v*"], release.Tags);
        Assert.Equal("release", release.Jobs.Single().Environment);
    }

    /// <summary>Each of them is tried by a test of this project.</summary>
    [Fact]
    public void NoWorkflowRunsAScriptThatIsNotTried() =>
        Assert.Equal(
            [
                ".ci/nightly \"$CLASS\" artifacts",
                ".ci/pack \"$GITHUB_REF_NAME\" artifacts",
                ".ci/push artifacts",
                ".ci/run",
                ".github/scripts/kubeconfig",
            ],
            Workflow
                .ReadAll()
                .SelectMany(w => w.Jobs)
                .SelectMany(j => j.Steps)
                .Select(s => s.Run)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
}
