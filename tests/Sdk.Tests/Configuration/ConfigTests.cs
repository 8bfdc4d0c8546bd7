using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Configuration;

/// <summary>Settings of single values.</summary>
[Collection("environment")]
public sealed class ConfigTests : IDisposable
{
    private readonly EnvironmentVariables _variables = new(
        (
            "PULUMI_CONFIG",
            """
            {
              "proj:text": "x", "proj:empty": "", "proj:int": "42", "proj:negative": "-7", "proj:double": "1.5",
              "proj:true": "true", "proj:false": "false", "proj:True": "True", "proj:secret": "hush", "proj:secretInt": "9",
              "proj:list": "[\"a\"]", "proj:dotted.key": "d", "proj:a:b": "colons", "proj:config:old": "old style",
              "other:text": "from other"
            }
            """
        ),
        ("PULUMI_CONFIG_SECRET_KEYS", """["proj:secret","proj:secretInt"]""")
    );

    public static TheoryData<string, Action<Config>> Mistakes =>
        new()
        {
            { Missing("proj:nope"), config => config.Require("nope") },
            { Missing("proj:nope"), config => config.RequireInt32("nope") },
            { Missing("proj:nope"), config => config.RequireDouble("nope") },
            { Missing("proj:nope"), config => config.RequireBoolean("nope") },
            { Missing("proj:nope"), config => config.RequireObject<List<string>>("nope") },
            { Missing("proj:nope"), config => config.RequireSecret("nope") },
            { Missing("other:nope"), config => new Config("other").Require("nope") },
            { Invalid("text", "x", "Int32"), config => config.GetInt32("text") },
            { Invalid("text", "x", "Int32"), config => config.RequireInt32("text") },
            { Invalid("text", "x", "Int32"), config => config.GetSecretInt32("text") },
            { Invalid("double", "1.5", "Int32"), config => config.GetInt32("double") },
            { Invalid("empty", "", "Int32"), config => config.GetInt32("empty") },
            { Invalid("text", "x", "Double"), config => config.GetDouble("text") },
            { Invalid("text", "x", "Boolean"), config => config.GetBoolean("text") },
            { Invalid("True", "True", "Boolean"), config => config.GetBoolean("True") },
        };

    public void Dispose() => _variables.Dispose();

    [Fact]
    public async Task TextsAreReadByProjectAndExactKey() =>
        await new Mocks().Run(() =>
        {
            var config = new Config();
            Assert.Equal("x", config.Get("text"));
            Assert.Equal("x", config.Require("text"));
            Assert.Equal("", config.Get("empty"));
            Assert.Equal("", config.Require("empty"));
            Assert.Equal("""["a"]""", config.Get("list"));
            Assert.Equal("d", config.Get("dotted.key"));
            Assert.Equal("colons", config.Get("a:b"));
            Assert.Equal("old style", config.Get("old"));
            Assert.Equal("from other", new Config("other").Get("text"));
            Assert.Null(config.Get("nope"));
            Assert.Null(config.Get("TEXT"));
            Assert.Null(config.Get("proj:text"));
        });

    [Fact]
    public async Task NumbersAndFlagsAreParsed() =>
        await new Mocks().Run(() =>
        {
            var config = new Config();
            Assert.Equal(
                (42, -7, null, 42),
                (config.GetInt32("int"), config.GetInt32("negative"), config.GetInt32("nope"), config.RequireInt32("int"))
            );
            Assert.Equal(
                (1.5, 42.0, null, 1.5),
                (config.GetDouble("double"), config.GetDouble("int"), config.GetDouble("nope"), config.RequireDouble("double"))
            );
            Assert.Equal(
                (true, false, null, true),
                (config.GetBoolean("true"), config.GetBoolean("false"), config.GetBoolean("nope"), config.RequireBoolean("true"))
            );
        });

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task WhatIsMissingOrOfTheWrongTypeIsNamed(string expected, Action<Config> read)
    {
        await new Mocks().Run(() => Assert.Equal(expected, Assert.Throws<RunException>(() => read(new Config())).Message));
        Assert.Equal(expected, await RunFailure.OfAsync(() => new Mocks().Run(() => read(new Config()))));
    }

    [Fact]
    public async Task ASecretGetterGivesASecretForAnyKey() =>
        await new Mocks().Run(async () =>
        {
            var config = new Config();
            Assert.Equal("secret 'hush'", await Text.OfAsync(config.GetSecret("secret")));
            Assert.Equal("secret 'hush'", await Text.OfAsync(config.RequireSecret("secret")));
            Assert.Equal("secret 'x'", await Text.OfAsync(config.GetSecret("text")));
            Assert.Equal("secret 9", await Text.OfAsync(config.GetSecretInt32("secretInt")));
            Assert.Equal("secret true", await Text.OfAsync(config.GetSecretBoolean("true")));
            Assert.Equal("secret 1.5", await Text.OfAsync(config.GetSecretDouble("double")));
            Assert.Null(config.GetSecret("nope"));
            Assert.Null(config.GetSecretInt32("nope"));
        });

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    [InlineData("""["proj:secret"]""")]
    public async Task WhichKeysAreSecretIsNotVisibleToAProgram(string? keys)
    {
        using var secretKeys = new EnvironmentVariables(("PULUMI_CONFIG_SECRET_KEYS", keys));
        await new Mocks().Run(async () =>
        {
            Assert.Equal("hush", new Config().Get("secret"));
            Assert.Equal("hush", new Config().Require("secret"));
            Assert.Equal(9, new Config().GetInt32("secretInt"));
            Assert.Equal("secret 'hush'", await Text.OfAsync(new Config().GetSecret("secret")));
        });
    }

    private static string Missing(string key) =>
        $"Missing Required configuration variable '{key}'\n\tplease set a value using the command `pulumi config set {key} <value>`";

    private static string Invalid(string key, string value, string type) =>
        $"Configuration 'proj:{key}' value '{value}' is not a valid {type}";
}
