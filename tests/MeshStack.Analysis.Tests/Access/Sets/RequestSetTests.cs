using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Sets;

public class RequestSetTests
{
    private static readonly RequestSet Get = RequestSet.Methods(TextSet.Exact("GET"));
    private static readonly RequestSet Post = RequestSet.Methods(TextSet.Exact("POST"));

    [Theory]
    [InlineData("Authorization", "Bearer abc123")]
    [InlineData("cookie", "session=abc123")]
    [InlineData("x-api-key", "abc123")]
    [InlineData("X-Access-Token", "abc123")]
    public void WhatProvesWhoSomebodyIsIsNotShown(string header, string value)
    {
        var set = Get.Intersect(RequestSet.Header(header, TextSet.Exact(value)));
        Assert.Equal($"GET /* where header {header.ToLowerInvariant()} is [secret]", set.ToString());
        Assert.Equal($"GET / where header {header.ToLowerInvariant()} is [secret]", set.Witness()!.ToString());
        Assert.Equal(value, set.Witness()!.Headers[header]);
    }

    [Fact]
    public void MethodsPathsHostsHeadersAndClaimsAllHaveToHold()
    {
        var set = Get.Intersect(Paths("/api*"))
            .Intersect(RequestSet.Hosts(TextSet.Istio("Shop.example.com")))
            .Intersect(RequestSet.Header("X-Team", TextSet.Istio("a*")))
            .Intersect(RequestSet.Claim("groups", TextSet.Exact("admin")));
        var request = new SampleRequest
        {
            Path = "/api/1",
            Host = "SHOP.example.com",
            Headers = new SampleRequest().Headers.Add("x-team", "abc"),
            Claims = new SampleRequest().Claims.Add("groups", ["dev", "admin"]),
        };

        Assert.True(set.Contains(request));
        Assert.False(set.Contains(request with { Method = "POST" }));
        Assert.False(set.Contains(request with { Path = "/" }));
        Assert.False(set.Contains(request with { Host = "example.com" }));
        Assert.False(set.Contains(request with { Headers = request.Headers.Clear() }));
        Assert.False(set.Contains(request with { Claims = request.Claims.SetItem("groups", ["dev"]) }));
        Assert.Equal("GET /api* on shop.example.com where header x-team is a* and claim groups has admin", set.ToString());
    }

    [Fact]
    public void NotAValueHoldsWhereTheHeaderIsAbsent()
    {
        var set = RequestSet.Header("x-team", TextSet.Exact("a")).Complement();

        Assert.True(set.Contains(new()));
        Assert.Equal("everything where header x-team is not a", set.ToString());
        Assert.Equal(RequestSet.WithoutHeader("x-team"), RequestSet.Header("X-TEAM", TextSet.Everything).Complement());
    }

    [Fact]
    public void NoEntryOfAClaimIsTheComplementOfSome()
    {
        var some = RequestSet.Claim("groups", TextSet.Prefix("a"));
        var none = some.Complement();

        Assert.True(none.Contains(new()));
        Assert.Equal("everything where claim groups has no a*", none.ToString());
        Assert.True(some.Intersect(none).IsEmpty);
        Assert.True(some.Union(none).IsEverything);
    }

    [Fact]
    public void EntriesOfOneClaimCanBeNeededSideBySide()
    {
        var both = RequestSet.Claim("groups", TextSet.Exact("a")).Intersect(RequestSet.Claim("groups", TextSet.Exact("b")));
        var notC = both.Except(RequestSet.Claim("groups", TextSet.Exact("c")));

        Assert.False(both.IsEmpty);
        Assert.Equal<string>(["a", "b"], notC.Witness()!.Claims["groups"]);
        Assert.False(notC.Contains(new() { Claims = new SampleRequest().Claims.Add("groups", ["a", "b", "c"]) }));
        Assert.True(both.Except(RequestSet.Claim("groups", TextSet.Prefix("a"))).IsEmpty);
        Assert.Equal(
            RequestSet.Claim("groups", TextSet.Exact("a").Union(TextSet.Exact("b"))),
            RequestSet.Claim("groups", TextSet.Exact("b")).Union(RequestSet.Claim("groups", TextSet.Exact("a")))
        );
    }

    [Fact]
    public void PlaintextHasNoIdentityAndSoIsNotAnyOfThem()
    {
        var notWeb = RequestSet.Identity(TextSet.Exact("td/ns/shop/sa/web")).Complement();

        Assert.True(RequestSet.Plaintext.IsSubsetOf(notWeb));
        Assert.True(notWeb.Contains(new() { Identity = "td/ns/shop/sa/cart" }));
        Assert.Equal("everything where caller is not td/ns/shop/sa/web", notWeb.ToString());
        Assert.Equal("everything where caller is namespace shop", RequestSet.Identity(TextSet.PrincipalOfNamespace("shop")).ToString());
        Assert.Equal("everything where caller is present", RequestSet.Identity(TextSet.Present).ToString());
    }

    [Fact]
    public void WhatNoRequestCanBeIsNotThere()
    {
        Assert.True(Paths("a*").IsEmpty);
        Assert.True(Paths("/a?b").IsEmpty);
        Assert.True(RequestSet.Paths(TextSet.Prefix("/")).IsEverything);
        Assert.True(RequestSet.Methods(TextSet.Present).IsEverything);
        Assert.True(RequestSet.Identity(TextSet.Exact("web")).IsEmpty);
        Assert.False(RequestSet.Everything.Contains(new() { Path = "no-slash" }));
    }

    [Fact]
    public void ASetPrintsTheSameHoweverItWasMade()
    {
        RequestSet[] parts =
        [
            Get.Intersect(Paths("/static*")),
            Get.Intersect(Paths("/static/x")),
            Get.Intersect(Paths("/b")),
            Post.Intersect(Paths("/api/v1/products")).Intersect(RequestSet.Header("x-team", TextSet.Prefix("a"))),
        ];

        var one = RequestSet.Union(parts);
        var other = parts.Reverse().Aggregate(RequestSet.Nothing, (left, right) => right.Union(left));

        Assert.Equal(one, other);
        Assert.Equal("GET /b, /static* or POST /api/v1/products where header x-team is a*", one.ToString());
        Assert.Equal(one.ToString(), other.ToString());
    }

    [Fact]
    public void BoxesAreAsWideAsTheSetAllows()
    {
        var set = Get.Intersect(Paths("/a*")).Union(Paths("/a/b"));

        Assert.Equal(["GET /a*", "any method /a/b"], set.Boxes.Select(box => box.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void BoxesThatDifferInOnePartBecomeOne()
    {
        Assert.Equal(
            "GET, POST /a, /b",
            Get.Intersect(Paths("/a"))
                .Union(Get.Intersect(Paths("/b")))
                .Union(Post.Intersect(Paths("/a")))
                .Union(Post.Intersect(Paths("/b")))
                .ToString()
        );
        Assert.Equal("GET /*", Get.Intersect(Paths("/a*")).Union(Get.Except(Paths("/a*"))).ToString());
    }

    [Fact]
    public void WhatIsLeftOutReadsAsSuch()
    {
        Assert.Equal("any method everything but /admin*", Paths("/admin*").Complement().ToString());
        Assert.Equal("any method but GET /*", Get.Complement().ToString());
        Assert.Equal("everything on any host but a.com", RequestSet.Hosts(TextSet.Exact("A.com")).Complement().ToString());
        Assert.Equal("nothing", RequestSet.Nothing.ToString());
        Assert.Equal("everything", RequestSet.Everything.ToString());
    }

    [Fact]
    public void AWitnessSaysNoMoreThanItMust()
    {
        Assert.Equal(new SampleRequest(), RequestSet.Everything.Witness());
        Assert.Equal(new SampleRequest { Method = "POST", Path = "/api/a" }, Get.Complement().Intersect(Paths("/api/*")).Witness());
        Assert.Equal(
            "GET /a where header x-team is a",
            Paths("/a").Intersect(RequestSet.Header("x-team", TextSet.Prefix("a"))).Witness()!.ToString()
        );
        Assert.Equal("GET / from a/ns/shop/sa/a", RequestSet.Identity(TextSet.PrincipalOfNamespace("shop")).Witness()!.ToString());
        Assert.Equal("shop", RequestSet.Identity(TextSet.PrincipalOfNamespace("shop")).Witness()!.Namespace);
        Assert.Null(RequestSet.Nothing.Witness());
    }

    private static RequestSet Paths(string pattern) => RequestSet.Paths(TextSet.Path(pattern));

    [Theory]
    [InlineData("any method everything but *.bak, *.php", "*.php", "*.bak")]
    [InlineData("any method everything but *.php, /admin*, /x", "*.php", "/admin*", "/x")]
    [InlineData("any method everything but */secret", "*/secret")]
    public void AllButSomePathsAreNamed(string expected, params string[] left) =>
        Assert.Equal(expected, RequestSet.Union(left.Select(Paths)).Complement().ToString());

    [Fact]
    public void APathThatStaysIsNotSaidToBeLeftOut()
    {
        var left = Paths("*/secret").Except(Paths("/secret")).Complement();
        Assert.DoesNotContain("everything but */secret", left.ToString(), StringComparison.Ordinal);
        Assert.True(Paths("/secret").IsSubsetOf(left));
    }

    [Fact]
    public void ManyPathsWithoutAPatternAreShownByOne()
    {
        var left = Enumerable.Range(0, 40).Select(number => $"*{number * 7919}-{new string('a', number)}");
        var text = RequestSet.Union(left.Select(Paths)).Complement().ToString();
        Assert.True(text.Length < 4_000, text);
    }

    [Fact]
    public void TooMuchToTellApartIsAnError()
    {
        var pairs = Enumerable
            .Range(0, 20)
            .Select(number =>
                RequestSet.Header($"a{number}", TextSet.Exact("x")).Intersect(RequestSet.Header($"b{number}", TextSet.Exact("x")))
            );
        Assert.Throws<SetLimitException>(() => RequestSet.Union(pairs));
    }
}
