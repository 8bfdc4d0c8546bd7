using System.Text.RegularExpressions;

namespace Repository.Tests.Review;

/// <summary>What holds for the actions that other repositories use as well.</summary>
public sealed partial class ActionTests
{
    [Fact]
    public void TheActionsKeepTheRules()
    {
        var actions = CompositeAction.ReadAll();
        Assert.Equal([".github/actions/meshstack", ".github/actions/meshstack/comment"], actions.Select(a => a.Folder));
        Assert.All(
            actions,
            action =>
            {
                Assert.Equal("composite", action.Using);
                Assert.All(action.Steps.Where(s => s.Uses is not null), s => Assert.Matches(Pinned(), s.UsesLine));

                // What a step runs is a script beside it; what it is given comes in variables, which a shell does not read as commands.
                Assert.All(
                    action.Steps.Where(s => s.Run is not null),
                    s =>
                    {
                        var run = Script().Match(s.Run!);
                        Assert.True(run.Success, s.Run);
                        Assert.True(File.Exists(Checkout.Path(action.Folder, run.Groups[1].Value)), s.Run);
                        Assert.Equal("bash", s.Shell);
                    }
                );
                Assert.DoesNotContain(action.Values, v => v.Contains("github.event", StringComparison.Ordinal));
            }
        );
    }

    [GeneratedRegex(@"\A[\w-]+/[\w-]+(/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+\z")]
    private static partial Regex Pinned();

    [GeneratedRegex("""\A"\$GITHUB_ACTION_PATH/([a-z]+)"( "\$RUNNER_TEMP/[a-z./-]+")?\z""")]
    private static partial Regex Script();
}
