namespace MeshStack.Manifests.Tests;

public class ReadTests
{
    [Fact]
    public void EachDocumentHasTheLineOfItsFirstKey()
    {
        var manifests = Read(
            """
            # a comment
            apiVersion: v1
            kind: Namespace
            metadata:
              name: default
            ---
            # another

            apiVersion: v1
            kind: Service
            metadata: {name: httpbin, namespace: default}
            ---
            """
        );

        Assert.Equal(["east.yaml:2", "east.yaml:9"], manifests.Select(manifest => manifest.Source!.ToString()));
        Assert.Equal(["Namespace default", "Service default/httpbin"], manifests.Select(manifest => manifest.Reference));
    }

    [Theory]
    [InlineData("a: 1\nb: {\n")]
    [InlineData("a: 1\nb: {c: [1,\n")]
    [InlineData("---\na: {b: \n---\nc: 1\n")]
    public void WhatTheParserGivesUpOnIsAProblemWithALine(string text)
    {
        var problems = Assert.Throws<ManifestFormatException>(() => Read(text)).Problems;
        Assert.All(problems, problem => Assert.InRange(problem.Location.Line, 1, 5));
    }

    [Fact]
    public void ListsOfObjectsAreTakenApart()
    {
        var manifests = Read(
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Namespace
              metadata: {name: a}
            - apiVersion: v1
              kind: Namespace
              metadata: {name: b}
            """
        );

        Assert.Equal(
            ["Namespace a east.yaml:4", "Namespace b east.yaml:7"],
            manifests.Select(manifest => $"{manifest.Reference} {manifest.Source}")
        );
    }

    [Fact]
    public void JsonIsReadAsYaml()
    {
        var manifest = Assert.Single(
            Read(
                "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"ConfigMap\",\n\t\"metadata\": {\"name\": \"a\\/b\\u00e9\"},\n\t\"data\": "
                    + "{\"n\": 1.5, \"t\": true, \"e\": null}\n}\n"
            )
        );

        Assert.Equal("a/bé", manifest.Name);
        Assert.Equal(1.5, manifest.Body.At("data", "n"));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Off", false)]
    [InlineData("0x1f", 31L)]
    [InlineData("0o17", 15L)]
    [InlineData("0777", 511L)]
    [InlineData("1_000", 1000L)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775808", 9223372036854775808d)]
    [InlineData("1e3", 1000L)]
    [InlineData(".5", 0.5)]
    [InlineData("2001-01-01", "2001-01-01")]
    [InlineData("10s", "10s")]
    [InlineData("1.30.3", "1.30.3")]
    [InlineData("'8080'", "8080")]
    [InlineData("!!str 8080", "8080")]
    [InlineData("", null)]
    public void PlainValuesHaveTheTypesThatKubectlGivesThem(string written, object? expected) =>
        Assert.Equal(
            expected,
            Assert.Single(Read($"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: a}}\nvalue: {written}\n")).Body.At("value")
        );

    [Fact]
    public void AnchorsAndMergeKeysAreResolved()
    {
        var manifest = Assert.Single(
            Read("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\nbase: &base {x: 1, y: 2}\nvalue: {<<: *base, y: 3}\n")
        );

        Assert.True(ManifestValue.AreEqual(new Dictionary<string, object?> { ["x"] = 1L, ["y"] = 3L }, manifest.Body.At("value")));
    }

    [Fact]
    public void EverythingThatIsWrongWithAFileIsToldAtOnce()
    {
        var exception = Assert.Throws<ManifestFormatException>(() =>
            Read(
                """
                apiVersion: v1
                kind: Service
                ---
                apiVersion: v1
                kind: Service
                kind: Pod
                metadata:
                  name: a
                  name: b
                ---
                - just
                - a list
                ---
                apiVersion: v1
                kind: [Service
                ---
                metadata:
                  name: a
                value: *nothing
                ---
                apiVersion: v1
                metadata: {name: fine-but-for-kind}
                """
            )
        );

        Assert.Equal([1, 6, 9, 11, 16, 19, 21], exception.Problems.Select(problem => problem.Location.Line));
        Assert.Contains("east.yaml:6: The key kind is given twice.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("east.yaml:16: This is not YAML: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("east.yaml:21: The document has no kind;", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("just text")]
    [InlineData("a: b: c")]
    [InlineData("\tkey: value")]
    [InlineData("key: \"open")]
    [InlineData("key: !binary |\n  abc\n")]
    [InlineData("? [a]\n: b\n")]
    public void TextThatIsNoManifestIsAnErrorWithItsPlace(string text)
    {
        var exception = Assert.Throws<ManifestFormatException>(() => Read(text));

        Assert.All(exception.Problems, problem => Assert.Equal("east.yaml", problem.Location.File));
        Assert.All(exception.Problems, problem => Assert.InRange(problem.Location.Line, 1, 3));
    }

    [Fact]
    public void NestingWithoutEndIsAnErrorAndNotACrash() => Assert.Throws<ManifestFormatException>(() => Read(new string('[', 5000)));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n---\n")]
    public void EmptyDocumentsAreNoManifests(string text) => Assert.Empty(Read(text));

    private static IReadOnlyList<Manifest> Read(string text) => ManifestYaml.Read(text, "east.yaml", "east");
}
