namespace MeshStack.Infra.Tests.Definition;

/// <summary>The engine's values count; the file says where they stand.</summary>
public sealed class EngineValueTests
{
    private const string Clusters = """{"east":{"context":"kind-east"},"west":{"context":"kind-west"}}""";

    [Fact]
    public void WhatTheFileSaysToKeepsItsLines()
    {
        using var project = new SampleProject();
        var definition = DefinitionLoader.Load(project.Root, "test", Values());
        Assert.Equal([10, 12], definition.Clusters.Select(c => c.Location.Line - 1));
    }

    [Fact]
    public void WhatTheEngineSaysOtherwiseCounts()
    {
        using var project = new SampleProject();
        var definition = DefinitionLoader.Load(
            project.Root,
            "test",
            Values(("clusters", Clusters.Replace("kind-west", "other", StringComparison.Ordinal)))
        );
        Assert.Equal("other", definition.Clusters[1].Cluster.Context);
    }

    [Fact]
    public void AMistakeOfTheEnginesValuesPointsAtTheKey()
    {
        using var project = new SampleProject();
        var exception = Assert.Throws<DefinitionException>(() =>
            DefinitionLoader.Load(project.Root, "test", Values(("clusters", """{"east":{"contxt":"x"},"west":{"context":"kind-west"}}""")))
        );
        Assert.StartsWith("Pulumi.test.yaml:", exception.Message, StringComparison.Ordinal);
        Assert.Contains("did you mean context?", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A value is not looked into, whatever it looks like, and never stands in a message.</summary>
    [Theory]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nmarker-of-a-secret\n-----END RSA PRIVATE KEY-----\n")]
    [InlineData("{marker-of-a-secret")]
    [InlineData("marker-of-a-secret: [")]
    public void ValuesAreNotReadAndNotShown(string secret)
    {
        using var project = new SampleProject();
        var definition = DefinitionLoader.Load(project.Root, "test", Values(("root", secret)));
        Assert.True(Assert.Single(definition.Values).IsSet);

        var exception = Assert.Throws<DefinitionException>(() =>
            DefinitionLoader.Load(project.Root, "test", Values(("root", secret), ("rot", secret)))
        );
        Assert.DoesNotContain("marker-of-a-secret", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A key from an environment, or from another configuration file, stands in no file here: what it is, the engine alone
    /// knows.</summary>
    [Fact]
    public void AKeyThatTheEngineKeepsSecretIsNotCalledPlain()
    {
        using var project = new SampleProject();
        const string withKey =
            """{"east":{"context":"kind-east","ca":{"certificate":{"config":"crt"},"privateKey":{"config":"key"}}},"west":"""
            + """{"context":"kind-west"}}""";
        var values = Values(("root", "r"), ("crt", "c"), ("key", "k"), ("clusters", withKey));

        var refused = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(project.Root, "test", values));
        Assert.Contains("meshstack:key: a private key in plain text", refused.Message, StringComparison.Ordinal);

        var definition = DefinitionLoader.Load(
            project.Root,
            "test",
            values with
            {
                SecretKeys = new HashSet<string> { "crt", "key" },
            }
        );
        Assert.Equal(["crt True", "key True", "root False"], definition.Values.Select(v => $"{v.Key} {v.IsSecret}"));
    }

    [Fact]
    public void AKubeconfigInPlainTextIsCalledOne()
    {
        using var project = new SampleProject();
        var values = Values(
            ("root", "r"),
            ("kc", "k"),
            ("clusters", """{"east":{"kubeConfig":{"config":"kc"}},"west":{"context":"kind-west"}}""")
        );
        var refused = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(project.Root, "test", values));
        Assert.Equal(
            "Pulumi.test.yaml:1: meshstack:kc: a kubeconfig in plain text: remove it, have its credentials replaced, and set the new one "
                + "with: pulumi config set --secret meshstack:kc < FILE",
            refused.Message
        );
    }

    [Fact]
    public void TheEnginesWordIsReadFromItsVariables()
    {
        var read = EngineConfiguration.From("""{"meshstack:a":"1","other:b":"2"}""", """["meshstack:a","other:b"]""");
        Assert.Equal([new("a", "1")], read.Values);
        Assert.Equal(["a"], read.SecretKeys);
        Assert.Empty(EngineConfiguration.From("", null).Values);
    }

    private static EngineConfiguration Values(params (string Key, string Value)[] changes)
    {
        var values = new Dictionary<string, string>
        {
            ["meshId"] = "test",
            ["trust"] = """{"rootCertificate":{"config":"root"}}""",
            ["gateways"] = """{"eastWest":{},"ingress":{}}""",
            ["clusters"] = Clusters,
        };
        foreach (var (key, value) in changes)
        {
            values[key] = value;
        }

        return new(values, new HashSet<string>());
    }
}
