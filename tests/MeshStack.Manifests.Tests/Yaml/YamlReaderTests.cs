namespace MeshStack.Manifests.Tests;

/// <summary>What manifests and definitions have in common.</summary>
public class YamlReaderTests
{
    private static readonly YamlLimits Small = new(Depth: 3, Bytes: 1024 * 1024) { Aliased = 10 };

    [Theory]
    [InlineData("a: 1\n---\nb: \u0001\n---\nc: 1\n", "1 3! 5")]
    [InlineData("a: \u0001\nb: \u0001\n---\nc: 1\n---\nd: \u0002", "1! 4 6!")]
    [InlineData("{\"a\": \"}{\"}\n{\"b\":\n1} {\"c\": 1}\n", "1 2 3")]
    [InlineData("{\"a\": \"\\\"}\"}{\"b\": 1}", "1 1")]
    [InlineData("{\"a\": 1}\n---\n{\"b\": 1}\n", "1 3")]
    public void WhatIsBrokenOrFollowsHidesNothing(string text, string lines) =>
        Assert.Equal(
            lines,
            string.Join(
                ' ',
                YamlReader
                    .Read(text, YamlLimits.Manifests)
                    .Select(d => d.Root is { } root ? $"{root.Line}" : $"{Assert.Single(d.Problems).Line}!")
            )
        );

    [Fact]
    public void AValueKnowsItsLineAndColumn()
    {
        var map = Assert.IsType<YamlMap>(Root("# a comment\na:\n  - 1\n  - {b: c}\n"));
        var list = Assert.IsType<YamlList>(map.Find("a"));

        Assert.Equal((2, 1), Place(map));
        Assert.Equal((3, 3), Place(list));
        Assert.Equal([(3, 5), (4, 5)], list.Items.Select(Place));
        Assert.Equal((4, 9), Place(((YamlMap)list.Items[1]).Find("b")!));
    }

    [Theory]
    [InlineData("[[[1]]]", true)]
    [InlineData("[[[[]]]]", false)]
    [InlineData("{a: {b: {c: {}}}}", false)]
    [InlineData("- - - a: 1", false)]
    [InlineData("a: &a [1]\nb: [*a]\n", true)]
    [InlineData("a: &a [1]\nb: [[*a]]\n", false)]
    [InlineData("a: &a [1]\nb: &b [*a]\nc: &c [*b]\nd: [*c]\n", false)]
    public void NestingHasALimitThatAliasesDoNotGetAround(string text, bool isRead)
    {
        var broken = Problems(text).SingleOrDefault();

        Assert.Equal(isRead ? null : "nested deeper than 3 levels", broken?.Message);
    }

    [Fact]
    public void AliasesOfAliasesStandForALimitedNumberOfValues()
    {
        var problem = Assert.Single(Problems("a: &a [1, 2, 3]\nb: [*a, *a]\nc: [*a]\n"));

        Assert.Equal(new(3, 5, "aliases stand for more than 10 values", IsBroken: true), problem);
    }

    [Theory]
    [InlineData(1024 * 1024, null)]
    [InlineData(1024 * 1024 * 3 / 2, "the file has 1.5 MiB; at most 1 MiB is read")]
    public void AFileHasALimit(long bytes, string? says) => Assert.Equal(says, Small.TooLarge(bytes));

    [Fact]
    public void FilesOfManifestsHaveAnySize() => Assert.Null(YamlLimits.Manifests.TooLarge(long.MaxValue));

    [Fact]
    public void EveryKeyThatIsGivenTwiceIsNamed()
    {
        var problems = Problems("a: 1\n'a': 2\nb:\n  c: 1\n  d: 2\n  c: 3\n");

        Assert.Equal([(2, 1, "a"), (6, 3, "c")], problems.Select(p => (p.Line, p.Column, p.DuplicateKey)));
        Assert.Equal("The key a is given twice.", problems[0].Message);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public void AKeyIsFoundToBeGivenTwiceAmongFewAndAmongMany(int keys)
    {
        var text = string.Concat(Enumerable.Range(0, keys).Append(0).Append(keys - 1).Select(i => $"k{i}: 1\n"));

        Assert.Equal(["k0", $"k{keys - 1}"], Problems(text).Select(p => p.DuplicateKey));
    }

    [Fact]
    public void MergeKeysAreEntriesLikeOthersAndMayBeMany()
    {
        var map = (YamlMap)((YamlMap)Root("x: &x {a: 1}\ny: {<<: *x, <<: *x, b: 2}\n")).Find("y")!;

        Assert.Equal(["<<", "<<", "b"], map.Entries.Select(e => ((YamlScalar)e.Key).Text));
    }

    [Fact]
    public void AnAliasIsTheValueItself()
    {
        var map = (YamlMap)Root("x: &x [1]\ny: *x\n&k z: *k\n");

        Assert.Same(map.Find("x"), map.Find("y"));
        Assert.Equal("z", ((YamlScalar)map.Find("z")!).Text);
    }

    [Theory]
    [InlineData("a: *b\nb: &b 1\n", 1, 4)]
    [InlineData("a: &a [*a]\n", 1, 8)]
    [InlineData("a: &a 1\n---\nb: *a\n", 3, 4)]
    public void AnAliasNamesAnAnchorBeforeItInItsDocument(string text, int line, int column) =>
        Assert.Equal(new(line, column, "An alias names no anchor before it."), Assert.Single(Problems(text)));

    [Fact]
    public void ALaterAnchorOfTheSameNameCountsFromThereOn()
    {
        var map = (YamlMap)Root("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");

        Assert.Equal(["1", "2"], new[] { map.Find("b"), map.Find("d") }.Select(v => ((YamlScalar)v!).Text));
    }

    private static YamlValue Root(string text) => Assert.Single(YamlReader.Read(text, Small)).Root!;

    private static List<YamlProblem> Problems(string text) => [.. YamlReader.Read(text, Small).SelectMany(d => d.Problems)];

    private static (int Line, int Column) Place(YamlValue value) => (value.Line, value.Column);
}
