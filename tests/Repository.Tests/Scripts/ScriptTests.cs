namespace Repository.Tests.Scripts;

/// <summary>What holds for every script.</summary>
public sealed class ScriptTests
{
    /// <summary>A script that goes on after an error ends as if it had worked.</summary>
    [Fact]
    public async Task EveryScriptEndsAtTheFirstError()
    {
        var tracked = (await new Command(Checkout.Root).GitAsync("ls-files", "--stage")).Split('\n');
        var scripts = tracked.Where(l => l.StartsWith("100755 ", StringComparison.Ordinal)).Select(l => l.Split('\t')[1]).ToList();
        Assert.Contains("meshstack", scripts);
        Assert.Contains(".ci/run", scripts);
        Assert.All(
            scripts,
            s =>
            {
                var lines = File.ReadAllLines(Checkout.Path(s));
                Assert.Equal("#!/usr/bin/env bash", lines[0]);
                Assert.Equal("set -euo pipefail", lines.Skip(1).First(l => !l.StartsWith('#')));
            }
        );
    }
}
