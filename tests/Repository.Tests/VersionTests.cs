using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Repository.Tests;

/// <summary>The version of the packages stands in one place.</summary>
public sealed class VersionTests
{
    /// <summary>The version that Directory.Build.props states.</summary>
    public static string Version { get; } =
        XDocument.Load(Checkout.Path("Directory.Build.props")).Descendants("VersionPrefix").Single().Value;

    /// <summary>The changelog has the history of all of them.</summary>
    [Fact]
    public async Task NoOtherFileStatesTheVersion()
    {
        var stated = new Regex($@"(?<![\d.]){Regex.Escape(Version)}(?![\d.]*\d)");
        var tracked = (await new Command(Checkout.Root).GitAsync("grep", "-lI", "-F", "-e", Version)).Split('\n');
        var stating = tracked.Where(f => File.Exists(Checkout.Path(f)) && stated.IsMatch(File.ReadAllText(Checkout.Path(f))));
        Assert.Equal(["CHANGELOG.md", "Directory.Build.props"], stating.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheChangelogHasASectionOfTheVersion() =>
        Assert.Contains($"\n## [{Version}] - ", File.ReadAllText(Checkout.Path("CHANGELOG.md")), StringComparison.Ordinal);
}
