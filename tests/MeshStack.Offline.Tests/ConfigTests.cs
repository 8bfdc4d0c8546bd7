using MeshStack.Offline.Tests.Programs;
using Pulumi;
using static MeshStack.Offline.Tests.Programs.Offline;

namespace MeshStack.Offline.Tests;

public sealed class ConfigTests
{
    [Fact]
    public async Task ConfigurationIsThereForTheRunAndGoneAfterwards()
    {
        var before = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        var seen = new List<string?>();

        await Run(
            () =>
            {
                seen.Add(new Config().Get("plain"));
                seen.Add(new Config("other").Get("full"));
                seen.Add(new Config().RequireObject<int[]>("list")![1].ToString(System.Globalization.CultureInfo.InvariantCulture));
                seen.Add(Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS"));
            },
            new OfflineOptions
            {
                Config = new Dictionary<string, string>
                {
                    ["plain"] = "a",
                    ["other:full"] = "b",
                    ["list"] = "[1,2]",
                },
                SecretKeys = ["plain"],
            }
        );

        Assert.Equal(["a", "b", "2", """["project:plain"]"""], seen);
        Assert.Equal(before, Environment.GetEnvironmentVariable("PULUMI_CONFIG"));
    }

    [Fact]
    public async Task ConfigurationIsRestoredAfterAFailure()
    {
        await Problems(
            () => throw new InvalidOperationException("no"),
            new OfflineOptions { Config = new Dictionary<string, string> { ["a"] = "b" } }
        );

        Assert.Null(Environment.GetEnvironmentVariable("PULUMI_CONFIG"));
        Assert.Null(Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS"));
    }
}
