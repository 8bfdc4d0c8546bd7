using System.Text;
using MeshStack.Cli.Reports;

namespace MeshStack.Cli.Tests;

/// <summary>The forecasts and tables of docs/upgrade.md are what is found out now: for each forecast both versions are evaluated.</summary>
public sealed class UpgradePageTests
{
    private static readonly string Page = Path.Combine(Meshstack.Root, "docs", "upgrade.md");

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task TheForecastOfAStackIsThatOfBothVersions(string stack)
    {
        var forecast = await Meshstack.RunAsync("upgrade", stack, "--from", "1.30.3", "--to", "1.31.4");
        Assert.Equal((0, ""), (forecast.ExitCode, forecast.Error));
        await HoldsAsync($"### The stack {stack}, from 1.30.3 to 1.31.4", $"```\n{forecast.Output}```\n");
    }

    [Fact]
    public Task TheFactsAreThoseOfTheTable() => HoldsAsync("### What objects mean by version", UpgradePage.Facts());

    [Fact]
    public Task TheNotesAreThoseOfTheTable() => HoldsAsync("### Notes and bulletins", UpgradePage.Notes());

    // Line for line, so that what differs is seen.
    private static async Task HoldsAsync(string heading, string expected)
    {
        var text = await File.ReadAllTextAsync(Page);
        var start = text.IndexOf($"{heading}\n\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/upgrade.md has no heading {heading}");
        start += heading.Length + 2;
        var next = text.IndexOf("\n#", start, StringComparison.Ordinal);
        var end = next < 0 ? text.Length : next;
        if (Environment.GetEnvironmentVariable("MESHSTACK_ACCEPT") == "1")
        {
            text = new StringBuilder(text).Remove(start, end - start).Insert(start, expected).ToString();
            await File.WriteAllTextAsync(Page, text);
            end = start + expected.Length;
        }

        Assert.Equal(expected.Split('\n'), text[start..end].Split('\n'));
    }
}
