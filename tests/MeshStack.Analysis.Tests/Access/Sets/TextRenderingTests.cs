using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Sets;

public class TextRenderingTests
{
    public static TheoryData<TextSet, string> Sets =>
        new()
        {
            { TextSet.Nothing, "nothing" },
            { TextSet.Everything, "everything" },
            { TextSet.Present, "*" },
            { TextSet.Exact("/a"), "/a" },
            { TextSet.Exact(""), "\"\"" },
            { TextSet.Exact("a*"), "\"a*\"" },
            { TextSet.Prefix("/static"), "/static*" },
            { TextSet.Suffix(".css"), "*.css" },
            { TextSet.Exact("/b").Union(TextSet.Exact("/a")), "/a or /b" },
            { TextSet.Prefix("/a").Union(TextSet.Exact("/b")), "/a* or /b" },
            { TextSet.Prefix("/admin").Complement(), "everything but /admin*" },
            { TextSet.Prefix("/a").Except(TextSet.Prefix("/a/b")), "(/a* but not /a/b*)" },
            { TextSet.Prefix("/a").Except(TextSet.Prefix("/a/b")).Union(TextSet.Exact("/a/b/c")), "(/a* but not (/a/b* but not /a/b/c))" },
            { TextSet.Suffix(".css").Union(TextSet.Suffix(".js")), "*.css or *.js" },
            { TextSet.Suffix(".css").Union(TextSet.Prefix("/a")), "*.css or /a*" },
            { TextSet.Suffix(".css").Union(TextSet.Prefix("/a")).Complement(), "everything but *.css, /a*" },
            { TextSet.Suffix(".css").Union(TextSet.Exact("/a")), "*.css or /a" },
            { TextSet.PathTemplate("/a/{*}"), "/a/{*}" },
            { TextSet.PathTemplate("/a/{*}/b/{**}"), "/a/{*}/b/{**}" },
            { TextSet.PathTemplate("/a/{**}").Union(TextSet.Exact("/b")), "/a/{**} or /b" },
            { TextSet.PathTemplate("/{*}/x").Complement(), "everything but /{*}/x" },
            { TextSet.Exact("a.com").IgnoreCase(), "a.com in any case" },
            { TextSet.Prefix("a").Intersect(TextSet.Suffix("b")), "/a([^b]|bb*[^b])*bb*/ as a regular expression" },
        };

    [Theory]
    [MemberData(nameof(Sets))]
    public void ASetReadsAsIstioWouldWriteIt(TextSet set, string text) => Assert.Equal(text, set.ToString());
}
