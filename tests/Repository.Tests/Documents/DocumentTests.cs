using System.Text.RegularExpressions;

namespace Repository.Tests.Documents;

/// <summary>Documents name what is there.</summary>
public sealed partial class DocumentTests
{
    private static readonly IReadOnlyList<string> Files =
    [
        .. new[] { "", "docs", ".github" }
            .SelectMany(folder => Directory.EnumerateFiles(Checkout.Path(folder), "*.md"))
            .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Documents { get; } = [.. Files];

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryLinkLeadsToAFile(string document)
    {
        var folder = Path.GetDirectoryName(Checkout.Path(document))!;
        var broken = Link()
            .Matches(File.ReadAllText(Checkout.Path(document)))
            .Select(link => link.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#'))
            .Where(link => !Path.Exists(Path.Combine(folder, link.Split('#')[0])));
        Assert.Empty(broken);
    }

    /// <summary>In these two, what looks like a path of the repository is one; with capitals alone it stands for any.</summary>
    [Theory]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/architecture.md")]
    public void EveryPathIsThere(string document)
    {
        var first = Directory
            .EnumerateFileSystemEntries(Checkout.Root)
            .Select(entry => Path.GetFileName(entry))
            .ToHashSet(StringComparer.Ordinal);
        var paths = Code()
            .Matches(File.ReadAllText(Checkout.Path(document)))
            .Select(code => code.Groups[1].Value)
            .Where(code => code.Contains('/', StringComparison.Ordinal) && first.Contains(code.Split('/')[0]))
            .Select(code => string.Join('/', code.Split('/').TakeWhile(part => !Any().IsMatch(part))))
            .ToList();
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Checkout.Path(path)) || File.Exists(Checkout.Path(path + ".cs")), path));
    }

    /// <summary>Whoever looks for the page finds it.</summary>
    [Fact]
    public void TheReadmeLeadsToEveryPage()
    {
        var readme = File.ReadAllText(Checkout.Path("README.md"));
        var pages = Files.Where(page => page.StartsWith("docs/", StringComparison.Ordinal));
        Assert.All(
            [.. pages, "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"],
            page => Assert.Contains($"]({page})", readme, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void TheCommentThatIsShownIsOneThatATestHolds()
    {
        var comment = File.ReadAllText(Checkout.Path("tests", "Repository.Tests", "Review", "Comments", "caller-added.md"));
        var page = File.ReadAllText(Checkout.Path("docs", "pull-requests.md"));
        Assert.Contains($"~~~~~~~~~~markdown\n{comment}~~~~~~~~~~\n", page, StringComparison.Ordinal);
    }

    /// <summary>The picture has every project of the product, and an arrow for none that is not allowed.</summary>
    [Fact]
    public void ThePictureIsThatOfTheArrows()
    {
        var page = File.ReadAllText(Checkout.Path("docs", "architecture.md"));
        var picture = page.Split("```mermaid")[1].Split("```")[0];
        var allowed = Architecture.ArrowTests.Allowed;
        Assert.Equal(
            allowed.Keys.Order(StringComparer.Ordinal),
            Project().Matches(picture).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal)
        );
        var arrows = picture
            .Split('\n')
            .Where(line => line.Contains("-->", StringComparison.Ordinal))
            .Select(line => line.Split("-->").Select(part => part.Split('&', StringSplitOptions.TrimEntries)).ToList())
            .SelectMany(parts =>
                parts.Zip(parts.Skip(1), (from, to) => from.SelectMany(f => to.Select(t => (f, t)))).SelectMany(pair => pair)
            );
        Assert.All(arrows, arrow => Assert.Contains(arrow.t, allowed[arrow.f]));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`\n ]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^([A-Z]+|.*[*….].*[*…].*|\*.*)$")]
    private static partial Regex Any();

    [GeneratedRegex(@"^ +(\w+)\[""\1/", RegexOptions.Multiline)]
    private static partial Regex Project();
}
