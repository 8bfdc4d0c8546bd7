namespace MeshStack.Manifests.Tests;

/// <summary>Texts of several documents, broken ones, and what a file's bytes may bring.</summary>
public class YamlTextTests
{
    [Fact]
    public void EachDocumentIsReadWhenItIsAskedFor()
    {
        using var documents = YamlReader.Read("a: 1\n---\n---\nb: [\n", YamlLimits.Definitions).GetEnumerator();

        Assert.True(documents.MoveNext());
        Assert.IsType<YamlMap>(documents.Current.Root);
        Assert.True(documents.MoveNext());
        Assert.True(Assert.IsType<YamlScalar>(documents.Current.Root).IsNull);
        Assert.True(documents.MoveNext());
        Assert.Null(documents.Current.Root);
        Assert.False(documents.MoveNext());
    }

    [Fact]
    public void WhatIsBehindABrokenDocumentIsReadWithItsOwnLines()
    {
        var documents = Read("a: [1\n---\nb: 2\n---\nc: }\n--- # last\nd: 4\nd: 5\n");

        Assert.Equal([null, 3, null, 7], documents.Select(d => d.Root?.Line));
        Assert.Equal([2, 5, 8], documents.SelectMany(d => d.Problems).Select(p => p.Line));
    }

    [Fact]
    public void DashesThatAreTextStartNoDocument() => Assert.Single(Read("a: |\n  ---\n  b\nc: '---'\n"));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("\uFEFF")]
    public void NoTextIsNoDocument(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("key: \"open\n\n\n", 1)]
    [InlineData("a: 1\nkey: 'open", 2)]
    [InlineData("a: [1, 2\n", 2)]
    [InlineData("kind: a\n\tname: b\n", 2)]
    [InlineData("a:\n\tb: 1\n", 1)]
    [InlineData("a: 1\nb: {\n", 3)]
    [InlineData("a: b\n  : c: d\n", 2)]
    public void ABrokenTextIsReportedWhereItStopsBeingYAMLOrWhereWhatIsOpenBegins(string text, int line)
    {
        var problem = Assert.Single(Assert.Single(Read(text)).Problems);

        Assert.True(problem.IsBroken);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void WhatTheParserGivesUpOnWithoutAWordIsSaid()
    {
        var problem = Assert.Single(Read("v:\n  kind: [Service\n  ---\n  b: 1\n").SelectMany(d => d.Problems));

        Assert.Equal("a list or an object in brackets is not closed here or after", problem.Message);
    }

    [Fact]
    public void NeitherAByteOrderMarkNorBytesThatAreNoUTF8HideTheRest()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, .. "a: "u8, 0xFF, (byte)'\n', .. "b: 2\n"u8]);
        try
        {
            var map = Assert.IsType<YamlMap>(Assert.Single(Read(File.ReadAllText(path))).Root);
            Assert.Equal(["a", "b"], map.Entries.Select(e => ((YamlScalar)e.Key).Text));
            Assert.Equal("\uFFFD", ((YamlScalar)map.Find("a")!).Text);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void AByteOrderMarkThatDecodingLeftIsNoPartOfTheFirstKey() => Assert.NotNull(((YamlMap)Read("\uFEFFa: 1\n")[0].Root!).Find("a"));

    [Theory]
    [InlineData("{a: 1, b: [x, {c: d}]}", "b:\n- 'x'\n- c: \"d\"\na: 1\n", true)]
    [InlineData("{a: 1}", "{a: 1, b: 2}", false)]
    [InlineData("{a: 1}", "{b: 1}", false)]
    [InlineData("[a, b]", "[b, a]", false)]
    [InlineData("a", "!!str a", false)]
    [InlineData("[a]", "{a: }", false)]
    public void TwoValuesAreTheSameWhateverTheirOrderOfKeysAndTheirQuotes(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Read(one)[0].Root!.IsSameAs(Read(other)[0].Root!));

    private static List<ReadDocument> Read(string text) => [.. YamlReader.Read(text, YamlLimits.Definitions)];
}
