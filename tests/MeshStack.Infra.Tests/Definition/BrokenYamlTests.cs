namespace MeshStack.Infra.Tests.Definition;

/// <summary>What is wrong with a file's YAML is said at once, and no file brings the program down.</summary>
public sealed class BrokenYamlTests
{
    private const string Merge = "'<<' would merge keys from elsewhere, and is not read: write the keys here";

    [Fact]
    public void EveryDocumentThatIsBrokenIsNamed() =>
        Says(
            "a: 1\na: 2\n---\nb: [1\n---\nc: 1\nc: 2\n",
            "infra/mesh/test/shop.yaml:2: not YAML: the key a is given twice",
            "infra/mesh/test/shop.yaml:5: not YAML: a list that begins with '[' is not closed: ',' or ']' is missing",
            "infra/mesh/test/shop.yaml:7: not YAML: the key c is given twice"
        );

    [Fact]
    public void AnAnchorInsideItselfIsNoAnchor() =>
        Says(
            "kind: InboundService\nworkloadLabels: &all [*all]\n",
            "infra/mesh/test/shop.yaml:2: not YAML: An alias names no anchor before it."
        );

    [Fact]
    public void AliasesDoNotNestDeeperThanWhatIsWritten() =>
        Says(
            "a0: &a0 []\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"a{i}: &a{i} [*a{i - 1}]\n")),
            "infra/mesh/test/shop.yaml:64: not YAML: nested deeper than 64 levels"
        );

    [Fact]
    public void AQuoteThatIsNotClosedIsReportedWhereItOpens() =>
        Says("kind: InboundService\nname: 'web\n\n\n", "infra/mesh/test/shop.yaml:2: not YAML: a text in quotes is not closed");

    [Fact]
    public void ValuesOfChartsLoseNoKeyInSilence()
    {
        using var project = new SampleProject();
        project.Write(
            "Pulumi.test.yaml",
            SampleProject.Stack
                + """

                  meshstack:istio:
                    values:
                      istiod:
                        podAnnotations: {<<: {a: b}, <<: {c: d}}
                        volumes:
                          - {? [x] : y}
                          - {<<: {name: a}, <<: {name: b}}
                """
        );

        var exception = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(project.Root, "test"));

        Assert.Equal(
            [
                "Pulumi.test.yaml:17: meshstack:istio.values.istiod.podAnnotations: " + Merge,
                "Pulumi.test.yaml:19: meshstack:istio.values.istiod.volumes[0]: a key is a plain name",
                "Pulumi.test.yaml:20: meshstack:istio.values.istiod.volumes[1]: " + Merge,
            ],
            exception.Message.Split('\n')
        );
    }

    private static void Says(string intents, params string[] lines)
    {
        using var project = new SampleProject();
        project.Write("infra/mesh/test/shop.yaml", intents);

        var exception = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(project.Root, "test"));

        Assert.Equal(string.Join("\n", lines), exception.Message);
    }
}
