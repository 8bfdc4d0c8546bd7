using System.Text.Json;
using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Configuration;

/// <summary>The environment variables that settings come from.</summary>
[Collection("environment")]
public sealed class ConfigVariableTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("{}", null)]
    [InlineData("""{"proj:a":1}""", "1")]
    [InlineData("""{"proj:a":{"b":1}}""", """{"b":1}""")]
    [InlineData("""{"proj:a":null}""", "")]
    [InlineData("""{"a":"x"}""", null)]
    public async Task TheVariableIsOneObjectWhoseValuesArriveAsTheirText(string? variable, string? expected)
    {
        using var config = new EnvironmentVariables(("PULUMI_CONFIG", variable));

        await new Mocks().Run(() => Assert.Equal(expected, new Config().Get("a")));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("nonsense", null)]
    [InlineData("""{"proj:a":"x"}""", "nonsense")]
    public async Task WhatIsNoJSONMakesTheRunItselfThrow(string variable, string? secretKeys)
    {
        using var config = new EnvironmentVariables(("PULUMI_CONFIG", variable), ("PULUMI_CONFIG_SECRET_KEYS", secretKeys));

        await Assert.ThrowsAnyAsync<JsonException>(() => new Mocks().Run(() => { }));
    }

    [Fact]
    public async Task AListMakesTheRunItselfThrow()
    {
        using var config = new EnvironmentVariables(("PULUMI_CONFIG", """["proj:a"]"""));

        await Assert.ThrowsAsync<InvalidOperationException>(() => new Mocks().Run(() => { }));
    }

    [Fact]
    public async Task ItIsReadWhenTheRunStarts()
    {
        using var config = new EnvironmentVariables(("PULUMI_CONFIG", """{"proj:a":"before"}"""));
        var seen = new List<string?>();
        await new Mocks().Run(async () =>
        {
            seen.Add(new Config().Get("a"));
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", """{"proj:a":"changed"}""");
            seen.Add(new Config().Get("a"));
            await Task.Yield();
            seen.Add(new Config().Get("a"));
        });
        await new Mocks().Run(() => seen.Add(new Config().Get("a")));
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
        await new Mocks().Run(() => seen.Add(new Config().Get("a")));

        Assert.Equal(["before", "before", "before", "changed", null], seen);
    }
}
