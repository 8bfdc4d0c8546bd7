using Pulumi;

namespace Sdk.Tests.Runs;

/// <summary>Settings from PULUMI_CONFIG, as the recordings of topic "config" have them.</summary>
[Collection("environment")]
public sealed class ConfigTests : IDisposable
{
    public ConfigTests() => Environment.SetEnvironmentVariable("PULUMI_CONFIG", """
        { "proj:text": "x", "proj:count": "42", "proj:flag": "true", "proj:list": "[\"a\",\"b\"]", "other:text": "y", "proj:config:old": "o" }
        """);

    public void Dispose() => Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);

    [Fact]
    public async Task Values_are_read_by_project_and_key()
        => await new Mocks().Run(() =>
        {
            var config = new Config();
            Assert.Equal("x", config.Require("text"));
            Assert.Equal(42, config.GetInt32("count"));
            Assert.True(config.GetBoolean("flag"));
            Assert.Equal(["a", "b"], config.RequireObject<List<string>>("list"));
            Assert.Equal("o", config.Get("old"));
            Assert.Null(config.Get("nope"));
            Assert.Equal("y", new Config("other").Get("text"));
        });

    [Fact]
    public async Task A_secret_getter_gives_a_secret_for_any_key()
        => await new Mocks().Run(async () => Assert.True(await Output.IsSecretAsync(new Config().RequireSecret("text"))));

    [Fact]
    public async Task A_missing_key_ends_the_run_with_the_command_that_sets_it()
    {
        var e = await Assert.ThrowsAsync<RunException>(() => new Mocks().Run(() => _ = new Config().Require("nope")));

        Assert.Equal("Missing Required configuration variable 'proj:nope'\n\tplease set a value using the command `pulumi config set proj:nope <value>`", e.Message);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_named()
    {
        var e = await Assert.ThrowsAsync<RunException>(() => new Mocks().Run(() => _ = new Config().RequireInt32("text")));

        Assert.Equal("Configuration 'proj:text' value 'x' is not a valid Int32", e.Message);
    }
}
