namespace MeshStack.Manifests.Tests;

// What net/url of Go says of the same texts.
public class RequestUrlTests
{
    [Theory]
    [InlineData("http://a", "http")]
    [InlineData("HTTPS://user:pass@a.b:8080/c%20d?e=f#g", "https")]
    [InlineData("http://", "http")]
    [InlineData("http:///a", "http")]
    [InlineData("http://:80", "http")]
    [InlineData("http://a:", "http")]
    [InlineData("http://[::1]:80/a", "http")]
    [InlineData("http://a/b c", "http")]
    [InlineData("http://a?b c%zz", "http")]
    [InlineData("http:a", "http")]
    [InlineData("localhost:5000/a", "localhost")]
    [InlineData("file:/a", "file")]
    [InlineData("/a/b", "")]
    [InlineData("//a", "")]
    [InlineData("", null)]
    [InlineData("a", null)]
    [InlineData("a/b:c", null)]
    [InlineData("1a://b", null)]
    [InlineData("://a", null)]
    [InlineData("http://a b", null)]
    [InlineData("http://a:b", null)]
    [InlineData("http://a/%zz", null)]
    [InlineData("http://[::1", null)]
    [InlineData("http://a\n", null)]
    [InlineData("http://a/\u007f", null)]
    [InlineData(" http://a", null)]
    public void The_scheme_of_a_url_is_read_as_Go_reads_it(string text, string? scheme) => Assert.Equal(scheme, RequestUrl.Scheme(text));
}
