using MeshStack.Cli.Reports;

namespace MeshStack.Cli.Tests;

/// <summary>No text of a manifest draws anything in a pull request.</summary>
public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("east shop/web", "east shop/web")]
    [InlineData("east shop/*", @"east shop/\*")]
    [InlineData("spec.rules[0].to[1]: x", "spec.rules[0].to[1]: x")]
    [InlineData("a|b", @"a\|b")]
    [InlineData("a\r\r### b\nc", "a #&#8203;#&#8203;#&#8203; b c")]
    [InlineData("<!-- <img src=x>", "&lt;!-- &lt;img src=x>")]
    [InlineData("[click](x)", @"[click\](x)")]
    [InlineData("![see][x]", @"![see\][x]")]
    [InlineData("@team", "@&#8203;team")]
    [InlineData("https://evil.example", "https:&#8203;//evil.example")]
    [InlineData("www.evil.example", "www&#8203;.evil.example")]
    [InlineData("`a` _b_ ~~c~~ \\d", @"\`a\` \_b\_ \~\~c\~\~ \\d")]
    public void TextIsNoLayout(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));

    [Theory]
    [InlineData("web.shop:80", "`web.shop:80`")]
    [InlineData("a`b|c\r\nd", @"`a'b\|c d`")]
    public void CodeEndsWhereItIsMeantTo(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));
}
