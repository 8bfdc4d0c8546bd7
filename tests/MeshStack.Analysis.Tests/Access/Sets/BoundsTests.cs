using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Sets;

public class BoundsTests
{
    private static readonly RequestBounds Version = RequestBounds.From(TextBounds.Regex("/api/v[0-9]+"), RequestSet.Paths);

    [Theory]
    [InlineData("/api/v1", "/api/v1")]
    [InlineData("^/api/v1$", "/api/v1")]
    [InlineData(@"/a\.b\*", "\"/a.b*\"")]
    [InlineData("/api/.*", "/api/*")]
    [InlineData(".*", "everything")]
    [InlineData(".+", "*")]
    [InlineData("", "\"\"")]
    public void TheSimplestExpressionsAreExact(string expression, string set)
    {
        var bounds = TextBounds.Regex(expression);

        Assert.True(bounds.IsDecided);
        Assert.Null(bounds.Reason);
        Assert.Equal(set, bounds.Certain.ToString());
    }

    [Theory]
    [InlineData("/api/v[0-9]+", "/api/v*")]
    [InlineData("/api/v?", "/api/*")]
    [InlineData("a|b", "everything")]
    [InlineData("a.|b.", "everything")]
    [InlineData("(?i)abc", "everything")]
    [InlineData(@"\d+", "everything")]
    [InlineData("\ud83d\ude00*x", "everything")]
    public void OtherExpressionsAreKnownByHowTheyBegin(string expression, string possible)
    {
        var bounds = TextBounds.Regex(expression);

        Assert.Equal(TextSet.Nothing, bounds.Certain);
        Assert.Equal(possible, bounds.Possible.ToString());
        Assert.Contains(expression, bounds.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v[0-9]+", "/api/v12", true)]
    [InlineData("/api/v[0-9]+", "/api/v12x", false)]
    [InlineData("(a|bc)*", "abca", true)]
    [InlineData("a|b", "ab", false)]
    [InlineData(@"/\d{2,3}", "/1", false)]
    [InlineData(@"[[:alpha:]]+", "a", true)]
    [InlineData(@"[a-z-[aeiou]]", "b", false)]
    [InlineData(@"[a-z-[aeiou]]", "-]", true)]
    [InlineData(@"\Qa.b\E+", "a.bb", true)]
    [InlineData(@"(?i)[[:^lower:]]", "A", null)]
    [InlineData(@"(?U)a+", "a", null)]
    [InlineData(@"a++", "a", null)]
    [InlineData(@"\pN", "1", null)]
    [InlineData(@"(?=a)a", "a", null)]
    [InlineData(@"(", "a", null)]
    [InlineData(@"[a-z]+", "é", null)]
    public void SingleTextsAreTriedWhereBothEnginesReadTheExpressionAlike(string expression, string text, bool? isTaken) =>
        Assert.Equal(isTaken, TextBounds.Regex(expression).Contains(text));

    [Fact]
    public void WithinFewTextsAnExpressionIsExact()
    {
        var known = TextBounds
            .Regex("/api/v[0-9]+")
            .Within(TextSet.Union([TextSet.Exact("/api/v1"), TextSet.Exact("/api/vx"), TextSet.Exact("/b")]));

        Assert.True(known.IsDecided);
        Assert.Equal(TextSet.Exact("/api/v1"), known.Certain);
        Assert.False(TextBounds.Regex("/api/v[0-9]+").Within(TextSet.Prefix("/api")).IsDecided);
        Assert.False(TextBounds.Regex(@"\pN").Within(TextSet.Exact("1")).IsDecided);
    }

    [Fact]
    public void ARequestIsAllowedRefusedOrUndecided()
    {
        var bounds = Version.Union(RequestBounds.From(RequestSet.Paths(TextSet.Exact("/health"))));

        Assert.True(bounds.Contains(new() { Path = "/health" }));
        Assert.False(bounds.Contains(new() { Path = "/other" }));
        Assert.Null(bounds.Contains(new() { Path = "/api/v1" }));
        Assert.Equal<string>(["the regular expression /api/v[0-9]+ is tried on single texts only"], bounds.Reasons);
        Assert.Equal<string>(bounds.Reasons, bounds.ReasonsFor(new() { Path = "/api/v1" }));
        Assert.Empty(bounds.ReasonsFor(new() { Path = "/health" }));
    }

    [Fact]
    public void AComplementTurnsTheBoundsAround()
    {
        var bounds = Version.Complement();

        Assert.Equal(Version.Undecided, bounds.Undecided);
        Assert.True(bounds.Contains(new() { Path = "/other" }));
        Assert.Null(bounds.Contains(new() { Path = "/api/v1" }));
    }

    [Fact]
    public void AReasonIsGoneWhereNothingIsLeftOfWhatItWasFor()
    {
        var get = RequestSet.Methods(TextSet.Exact("GET"));
        var filter = RequestBounds.Unknown(RequestSet.Methods(TextSet.Exact("POST")), "an EnvoyFilter may change it");

        var bounds = Version.Union(filter);

        Assert.Equal(2, bounds.Reasons.Length);
        Assert.Equal<string>(
            ["the regular expression /api/v[0-9]+ is tried on single texts only"],
            bounds.Intersect(RequestBounds.From(get)).Reasons
        );
        Assert.True(bounds.Union(RequestBounds.Everything).IsDecided);
        Assert.Empty(bounds.Except(RequestBounds.Everything).Reasons);
        Assert.Equal("undecided: POST /* (an EnvoyFilter may change it)", filter.ToString());
    }
}
