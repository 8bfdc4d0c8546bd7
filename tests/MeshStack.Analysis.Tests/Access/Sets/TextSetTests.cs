using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Sets;

public class TextSetTests
{
    [Theory]
    [InlineData("/a", "/a", true)]
    [InlineData("/a", "/ab", false)]
    [InlineData("/a", "/A", false)]
    [InlineData("/api*", "/api", true)]
    [InlineData("/api*", "/apix/y", true)]
    [InlineData("/api*", "/ap", false)]
    [InlineData("*.css", ".css", true)]
    [InlineData("*.css", "/a.css", true)]
    [InlineData("*.css", "/a.css2", false)]
    [InlineData("*", "", false)]
    [InlineData("*", "x", true)]
    [InlineData("a*b", "a*b", true)]
    [InlineData("a*b", "axb", false)]
    [InlineData("*a*", "xa*", true)]
    [InlineData("*a*", "xab", false)]
    [InlineData("", "", true)]
    public void AValueOfAPolicyTakesWhatEnvoyTakes(string pattern, string text, bool isTaken) =>
        Assert.Equal(isTaken, TextSet.Istio(pattern).Contains(text));

    [Theory]
    [InlineData("/a/{*}", "/a/b", true)]
    [InlineData("/a/{*}", "/a/", false)]
    [InlineData("/a/{*}", "/a", false)]
    [InlineData("/a/{*}", "/a/b/c", false)]
    [InlineData("/a/{*}", "/a/b=c", false)]
    [InlineData("/a/{*}", "/a/b-._~%!$&'()+,;:@C9", true)]
    [InlineData("/a/{*}", "/a/*", false)]
    [InlineData("/a/{*}/c", "/a/b/c", true)]
    [InlineData("/a/{*}/c", "/a/b/d", false)]
    [InlineData("/a/{**}", "/a/", true)]
    [InlineData("/a/{**}", "/a", false)]
    [InlineData("/a/{**}", "/a/b/c", true)]
    [InlineData("/a/{**}", "/a/b=c", false)]
    [InlineData("/a/{**}/z", "/a//z", true)]
    [InlineData("/a/{**}/z", "/a/z", false)]
    [InlineData("/a/{**}/z", "/a/b/c/z", true)]
    [InlineData("/a/{**}.html", "/a/b/c.html", true)]
    [InlineData("/{*}/{*}", "/a/b", true)]
    public void APathTemplateTakesWhatEnvoyTakes(string template, string path, bool isTaken)
    {
        Assert.Equal(isTaken, TextSet.PathTemplate(template).Contains(path));
        Assert.Equal(isTaken, TextSet.Path(template).Contains(path));
    }

    [Theory]
    [InlineData("shop", "td/ns/shop/sa/web", true)]
    [InlineData("shop", "td/ns/shop2/sa/web", false)]
    [InlineData("shop*", "td/ns/shop2/sa/web", true)]
    [InlineData("*op", "td/ns/shop/sa/web", true)]
    [InlineData("sa", "td/ns/shop/sa/web", false)]
    public void ANamespaceIsReadFromThePrincipal(string pattern, string principal, bool isTaken) =>
        Assert.Equal(isTaken, TextSet.PrincipalOfNamespace(pattern).Contains(principal));

    [Fact]
    public void AServiceAccountIsThatOfItsNamespace()
    {
        var web = TextSet.PrincipalOfServiceAccount("shop", "web");

        Assert.True(web.Contains("td/ns/shop/sa/web"));
        Assert.False(web.Contains("td/ns/shop/sa/web2"));
        Assert.False(web.Contains("td/ns/other/sa/web"));
    }

    [Theory]
    [InlineData("*", "https://issuer/me", true)]
    [InlineData("https://issuer/*", "https://issuer/me", true)]
    [InlineData("https://issuer/*", "https://issuer/x/me", false)]
    [InlineData("https://issuer/m*", "https://issuer/me", true)]
    [InlineData("https://iss*", "https://issuer/me", false)]
    [InlineData("iss*", "issuer/me", true)]
    [InlineData("iss*", "other/issme", false)]
    [InlineData("*/me", "https://issuer/me", true)]
    [InlineData("*uer/me", "https://issuer/me", true)]
    [InlineData("*uer/me", "https://issuer/you", false)]
    [InlineData("*e", "https://issuer/me", true)]
    [InlineData("*e", "https://e/you", false)]
    [InlineData("https://issuer/me", "https://issuer/me", true)]
    [InlineData("https://issuer", "https://issuer/me", false)]
    public void ARequestPrincipalIsAnIssuerAndASubject(string pattern, string principal, bool isTaken) =>
        Assert.Equal(isTaken, TextSet.RequestPrincipal(pattern).Contains(principal));

    [Fact]
    public void AHeaderIsThereEvenWhenItIsEmpty()
    {
        Assert.True(TextSet.HeaderValue("*").Contains(""));
        Assert.False(TextSet.HeaderValue("a*").Contains(""));
    }

    [Fact]
    public void LettersOfEitherCaseAreTakenForEachOtherWhereThatIsAskedFor()
    {
        var hosts = TextSet.Istio("*.Example.com").IgnoreCase();

        Assert.True(hosts.Contains("WWW.eXAMPLE.COM"));
        Assert.False(hosts.Contains("example.com"));
        Assert.Equal(hosts, hosts.IgnoreCase());
        Assert.Equal(hosts, TextSet.Suffix(".EXAMPLE.COM").IgnoreCase());
    }

    [Fact]
    public void DifferentWaysToOneSetGiveEqualSets()
    {
        var below = TextSet.Prefix("/api/");
        var one = TextSet.Prefix("/api").Except(TextSet.Prefix("/api").Except(below).Except(TextSet.Exact("/api")));
        var other = TextSet.Union([TextSet.Exact("/api"), below, TextSet.Exact("/api/v1"), TextSet.PathTemplate("/api/{**}")]);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.ToString(), other.ToString());
        Assert.NotEqual(one, below);
    }

    [Theory]
    [InlineData("/api/*", "/api/a")]
    [InlineData("/api*", "/api")]
    [InlineData("*.css", ".css")]
    [InlineData("*", "a")]
    [InlineData("/{*}/x", "/a/x")]
    [InlineData("/*", "/")]
    public void AWitnessLooksLikeAPath(string pattern, string witness) => Assert.Equal(witness, TextSet.Path(pattern).Witness());

    [Fact]
    public void AWitnessAvoidsWhatIsTakenOut()
    {
        Assert.Equal("/api/b", TextSet.Prefix("/api/").Except(TextSet.Union([TextSet.Exact("/api/"), TextSet.Exact("/api/a")])).Witness());
        Assert.Null(TextSet.Nothing.Witness());
        Assert.Equal("", TextSet.Everything.Witness());
    }

    [Fact]
    public void MembersAreListedWhereTheyAreFew()
    {
        Assert.Equal(["/a", "/b"], TextSet.Exact("/b").Union(TextSet.Exact("/a")).Members(2));
        Assert.Null(TextSet.Exact("/b").Union(TextSet.Exact("/a")).Members(1));
        Assert.Null(TextSet.Prefix("/a").Members(1_000));
        Assert.Equal([], TextSet.Nothing.Members(0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(130)]
    public void HoweverManyTextsASetHasItIsTheSameSetHoweverItWasMade(int count)
    {
        TextSet[] texts = [.. Enumerable.Range(0, count).Select(number => TextSet.Exact($"/text/{number}"))];
        var union = TextSet.Union(texts);
        var complement = texts.Select(text => text.Complement()).Aggregate((one, other) => one.Intersect(other)).Complement();
        var filtered = TextSet.Union(texts.Append(TextSet.Exact("other"))).Intersect(TextSet.Prefix("/text/"));
        Assert.All(
            [complement, filtered],
            set => Assert.Equal((union, union.GetHashCode(), union.ToString()), (set, set.GetHashCode(), set.ToString()))
        );
        Assert.Equal(Enumerable.Range(0, count).Select(number => $"/text/{number}").Order(StringComparer.Ordinal), union.Members(count));
        Assert.Null(union.Members(count - 1));
        Assert.Equal(union.IsEmpty, union.Except(complement).Equals(union));
        Assert.True(TextSet.Nothing.Equals(union.Except(complement)));
    }

    /// <summary>A complement is no set of a few texts, so that these operations go text by text on one side, and through automata on the
    /// other.</summary>
    [Fact]
    public void TextByTextIsWhatAutomataSayOfAnyCharacters()
    {
        const string Characters = "\0ab/\ud800\udfff\uffff";
        var random = new Random(1);
        TextSet Any() =>
            TextSet.Union(
                Enumerable
                    .Range(0, random.Next(1, 6))
                    .Select(_ =>
                        TextSet.Exact(new([.. Enumerable.Range(0, random.Next(4)).Select(_ => Characters[random.Next(Characters.Length)])]))
                    )
            );
        for (var round = 0; round < 500; round++)
        {
            var (one, other) = (Any(), Any());
            Assert.Equal(one.Complement().Intersect(other.Complement()).Complement(), one.Union(other));
            Assert.Equal(one.Complement().Union(other.Complement()).Complement(), one.Intersect(other));
            Assert.Equal(one.Complement().Union(other).Complement(), one.Except(other));
            Assert.Equal(!one.Complement().Union(other.Complement()).IsEverything, one.Overlaps(other));
        }
    }

    /// <summary>Within all texts of some characters sets are combined in another way than elsewhere: to the same ones.</summary>
    [Fact]
    public void SetsWithinATemplateAreCombinedAsAnyAre()
    {
        TextSet[] within =
        [
            TextSet.PathTemplate("/{*}"),
            TextSet.PathTemplate("/a{*}"),
            TextSet.PathTemplate("/{*}b"),
            TextSet.PathTemplate("/a{*}b"),
            TextSet.PathTemplate("/{**}"),
            TextSet.PathTemplate("/a/{**}"),
            TextSet.PathTemplate("/{**}b"),
            TextSet.PathTemplate("/a/{**}/b"),
        ];
        TextSet[] others = [.. within, TextSet.Suffix("ab"), TextSet.Prefix("/a"), TextSet.Exact("/ab"), TextSet.Everything];
        TextSet[] all =
        [
            .. others,
            .. from one in within from other in others select one.Intersect(other),
            .. from one in within from other in others select one.Complement().Union(other).Complement(),
        ];
        foreach (var one in all)
        {
            foreach (var other in all)
            {
                Assert.Equal(one.Complement().Union(other).Complement(), one.Except(other));
                Assert.Equal(one.Complement().Union(other.Complement()).Complement(), one.Intersect(other));
            }
        }
    }

    [Fact]
    public void ATextOfAnyLengthIsOne()
    {
        var text = new string('a', 20_000);
        Assert.Equal([text], TextSet.Present.Except(TextSet.Exact(text).Complement()).Members(1)!);
    }
}
