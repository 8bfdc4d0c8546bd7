using System.Text.Json;
using MeshStack.Manifests;

namespace MeshStack.Cli.Tests;

/// <summary>Who could take the calls to a service, and what closes that.</summary>
public sealed class InterceptionTests
{
    [Fact]
    public async Task WhoCouldTakeCallsIsListedWithWhatClosesIt()
    {
        var result = await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Meshstack.Root, "tests/MeshStack.Cli.Tests/Outputs/access-dev-intercept-httpbin.txt")),
            result.Output
        );
        using var json = JsonDocument.Parse((await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin", "-o", "json")).Output);
        var call = Assert.Single(json.RootElement.GetProperty("calls").EnumerateArray());
        Assert.True(call.GetProperty("closedBySidecar").GetBoolean());
        Assert.All(
            json.RootElement.GetProperty("closedBy").EnumerateArray(),
            one => Assert.Single(ManifestYaml.Read(one.GetString()!, "closing", "any"))
        );
        Assert.Contains(
            "```yaml",
            (await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin", "-o", "markdown")).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<pre>",
            (await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin", "-o", "html")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhatIsNotThereIsBadInput()
    {
        var result = await Meshstack.RunAsync("access", "dev", "--intercept", "httpbn");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("--intercept: there is no service 'httpbn'", result.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean httpbin?", result.Error, StringComparison.Ordinal);
    }
}
