namespace Repository.Tests.Review;

/// <summary>How the comment comes under the pull request, with a stand-in for GitHub's command line.</summary>
public sealed class PostScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task TheFirstCommentIsMade()
    {
        var result = await RunAsync("### what changes\n", found: "");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(
            [
                "api --paginate repos/example/shop/issues/7/comments --jq .[] | select(.user.type == \"Bot\" and (.body | "
                    + "startswith(\"<!-- meshstack review -->\"))) | .id",
                "api --method POST repos/example/shop/issues/7/comments -F body=@FILE --silent",
            ],
            Calls()
        );
        Assert.Equal("<!-- meshstack review -->\n### what changes\n", await File.ReadAllTextAsync(_folder.File("body")));
    }

    [Fact]
    public async Task ALaterOneTakesItsPlace()
    {
        var result = await RunAsync("<!-- meshstack review -->\n### what changes\n", found: "42\n43\n");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal("api --method PATCH repos/example/shop/issues/comments/42 -F body=@FILE --silent", Calls()[^1]);
        Assert.Equal("<!-- meshstack review -->\n### what changes\n", await File.ReadAllTextAsync(_folder.File("body")));
    }

    /// <summary>A token of a fork writes nothing, and that is no fault of the change.</summary>
    [Fact]
    public async Task WhatAForkMayNotIsSaid()
    {
        var result = await RunAsync("x\n", found: "", fails: "gh: Resource not accessible by integration (HTTP 403)");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("as that of a fork", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatElseFailsFailsTheJob()
    {
        var result = await RunAsync("x\n", found: "", fails: "gh: Server Error (HTTP 500)");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("HTTP 500", result.Error, StringComparison.Ordinal);
    }

    /// <summary>What is posted is text of a job that ran anybody's code.</summary>
    [Theory]
    [InlineData("x", 65_000)]
    [InlineData("→", 64_998)]
    public async Task ATextThatIsTooLongIsCutAloud(string letter, int bytes)
    {
        var result = await RunAsync(string.Concat(Enumerable.Repeat(letter, 100_000)), found: "");
        Assert.True(result.ExitCode == 0, result.Error);
        var body = await File.ReadAllTextAsync(_folder.File("body"));
        Assert.StartsWith("<!-- meshstack review -->\n" + letter, body, StringComparison.Ordinal);
        Assert.EndsWith(
            letter + "\n\n**The rest is cut.** The artifact of the job has the whole review.\n",
            body,
            StringComparison.Ordinal
        );
        Assert.Equal(
            bytes,
            System.Text.Encoding.UTF8.GetByteCount(letter) * body.Split(letter[0]).Length - System.Text.Encoding.UTF8.GetByteCount(letter)
        );
    }

    /// <summary>The comment of an earlier push says nothing of this one.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task AReviewThatDidNotEndIsSaid(string? comment)
    {
        var result = await RunAsync(comment, found: "42\n");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.StartsWith(
            "<!-- meshstack review -->\n### MeshStack: the review did not end\n",
            await File.ReadAllTextAsync(_folder.File("body")),
            StringComparison.Ordinal
        );
    }

    /// <summary>A link would lead to what the job has, its token too.</summary>
    [Fact]
    public async Task ALinkIsNoComment()
    {
        _folder.Write("token", "secret of the job");
        File.CreateSymbolicLink(_folder.File("comment.md"), _folder.File("token"));
        var result = await RunAsync(null, found: "");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain("secret of the job", await File.ReadAllTextAsync(_folder.File("body")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refs/heads/main")]
    [InlineData("refs/pull/7; id/merge")]
    public async Task AnotherJobPostsNothing(string reference)
    {
        var result = await RunAsync("x\n", found: "", reference: reference);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"The job is not one of a pull request: GITHUB_REF is '{reference}'.\n", result.Error);
        Assert.False(File.Exists(_folder.File("calls")));
    }

    public void Dispose() => _folder.Dispose();

    private string[] Calls() =>
        [
            .. File.ReadAllLines(_folder.File("calls"))
                .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "body=@[^ ]+", "body=@FILE")),
        ];

    private async Task<CommandResult> RunAsync(string? comment, string found, string fails = "", string reference = "refs/pull/7/merge")
    {
        if (comment is not null)
        {
            _folder.Write("comment.md", comment);
        }

        _folder.WriteScript(
            "bin/gh",
            $"""
            #!/usr/bin/env bash
            set -euo pipefail
            echo "$*" >> "{_folder.File("calls")}"
            if [ "$2" = --paginate ]; then
              printf '%s' '{found}'
              exit
            fi
            for argument in "$@"; do
              case "$argument" in body=@*) cp "${"{"}argument#body=@{"}"}" "{_folder.File("body")}" ;; esac
            done
            if [ -n '{fails}' ]; then
              echo '{fails}' >&2
              exit 1
            fi
            """
        );
        var command = new Command(_folder.Path);
        command.Environment["PATH"] = _folder.File("bin") + Path.PathSeparator + Command.Programs;
        command.Environment["GITHUB_REF"] = reference;
        command.Environment["GITHUB_REPOSITORY"] = "example/shop";
        return await command.RunAsync(Checkout.Path(".github/actions/meshstack/comment/post"), "comment.md");
    }
}
