using MeshStack.Cli.Lint;

namespace MeshStack.Cli.Tests;

/// <summary>Every rule is documented, where its findings say.</summary>
public sealed class LintRulesPageTests
{
    private static readonly string Page = Path.Combine(Meshstack.Root, "docs", "rules.md");

    [Fact]
    public async Task ThePageIsThatOfTheRules()
    {
        if (Environment.GetEnvironmentVariable("MESHSTACK_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(Page, LintRulesPage.Text());
        }

        Assert.Equal(LintRulesPage.Text(), await File.ReadAllTextAsync(Page));
    }

    [Fact]
    public void EveryRuleSaysAllOfIt() =>
        Assert.All(
            LintRules.All,
            rule =>
            {
                Assert.All(new[] { rule.Summary, rule.Why, rule.Fix }, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
                Assert.Distinct([rule.Summary, rule.Why, rule.Fix]);
            }
        );

    [Fact]
    public void NoTwoRulesHaveOneName() => Assert.Distinct(LintRules.All.Select(rule => rule.Code));
}
