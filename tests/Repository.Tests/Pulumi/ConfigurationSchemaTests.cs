namespace Repository.Tests.Pulumi;

/// <summary>No stack is refused by the Pulumi CLI for what <c>Pulumi.yaml</c> declares.</summary>
public sealed class ConfigurationSchemaTests
{
    [Fact]
    public void ThisProjectAndItsStacksAreTaken()
    {
        var stacks = Directory.EnumerateFiles(Checkout.Root, "Pulumi.*.yaml").ToDictionary(f => Path.GetFileName(f), File.ReadAllText);
        Assert.Equal(["Pulumi.dev.yaml", "Pulumi.prod.yaml"], stacks.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(Project().Violations(stacks));
    }

    /// <summary>Every setting has a default of MeshStack, so that a new stack sets nothing but what it wants otherwise.</summary>
    [Fact]
    public void AStackThatSetsNothingIsTaken() =>
        Assert.Empty(Project().Violations(new Dictionary<string, string> { ["Pulumi.new.yaml"] = "config: {}" }));

    [Theory]
    [InlineData(
        "shop:id: {type: string}",
        "shop:id: {type: string, default: a}",
        "shop:id: has no default, and Pulumi.b.yaml does not set it"
    )]
    [InlineData("id: {type: string}", "id: {type: string, default: a}", "id: has no default, and Pulumi.b.yaml does not set it")]
    [InlineData("id: {type: string}", "id: a", "id: has no default, and Pulumi.b.yaml does not set it")]
    [InlineData(
        "size: {type: integer, default: many}",
        "size: {type: integer, default: 5}",
        "size: the default is not of the type integer"
    )]
    [InlineData("name: {type: string, default: 5}", "name: {type: string, default: '5'}", "name: the default is not of the type string")]
    [InlineData("on: {type: boolean, default: yes}", "on: {type: boolean, default: true}", "on: the default is not of the type boolean")]
    [InlineData(
        "hosts: {type: array, default: []}",
        "hosts: {type: array, items: {type: string}, default: [a]}",
        "hosts: array is not a type, or says nothing of its items"
    )]
    [InlineData(
        "hosts: {type: array, items: {type: integer}, default: [a]}",
        "hosts: {type: array, items: {type: integer}, default: [1]}",
        "hosts: the default is not of the type array"
    )]
    [InlineData("hosts: {type: map, default: {}}", "hosts: {default: a}", "hosts: map is not a type, or says nothing of its items")]
    [InlineData(
        "id: {type: integer, default: 5}",
        "id: {type: string, default: a}",
        "id: the value in Pulumi.a.yaml is not of the type integer"
    )]
    [InlineData(
        "id: {type: string, default: a, secret: true}",
        "id: {type: string, default: a}",
        "id: is a secret, and in plain text in Pulumi.a.yaml"
    )]
    [InlineData("id: {default: a, value: a}", "id: {value: a}", "id: has a default and a value")]
    [InlineData(
        "aws:region: {type: string, default: a}",
        "aws:region: {value: a}",
        "aws:region: a key of another namespace has a value, and neither a type nor a default"
    )]
    public void WhatTheCliRefusesIsFound(string bad, string good, string violation)
    {
        var stacks = new Dictionary<string, string> { ["Pulumi.a.yaml"] = "config: {shop:id: one}", ["Pulumi.b.yaml"] = "config: {}" };
        Assert.Equal([violation], Violations(bad));
        Assert.Empty(Violations(good));

        IEnumerable<string> Violations(string key) => ConfigurationSchema.Parse($"name: shop\nconfig:\n  {key}\n").Violations(stacks);
    }

    private static ConfigurationSchema Project() => ConfigurationSchema.Parse(File.ReadAllText(Checkout.Path("Pulumi.yaml")));
}
