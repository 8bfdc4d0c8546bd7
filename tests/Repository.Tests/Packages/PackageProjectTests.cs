using System.Xml.Linq;

namespace Repository.Tests.Packages;

/// <summary>What every package's project has, and what every referenced package is for.</summary>
public sealed class PackageProjectTests
{
    private static readonly string[] Files = ["*.csproj", "*.props", "*.targets"];

    /// <summary>Without the files nothing would notice that a public member goes.</summary>
    [Fact]
    public async Task EveryPackageDeclaresWhatIsPublic()
    {
        var packages = (await TrackedAsync("*.csproj"))
            .Where(f => XDocument.Load(Checkout.Path(f)).Descendants("IsPackable").Any(p => p.Value == "true"))
            .Select(f => Path.GetDirectoryName(f)!);
        foreach (var name in new[] { "PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt" })
        {
            Assert.Equal(packages, (await TrackedAsync($"*/{name}")).Select(f => Path.GetDirectoryName(f)!));
        }
    }

    [Fact]
    public async Task EveryVersionIsOfAPackageThatSomethingUses()
    {
        var versions = XDocument.Load(Checkout.Path("Directory.Packages.props")).Descendants("PackageVersion");
        var references = (await TrackedAsync(Files))
            .SelectMany(f => XDocument.Load(Checkout.Path(f)).Descendants())
            .Where(e => e.Name.LocalName is "PackageReference" or "PulumiPackage")
            .SelectMany(e => e.Attribute("Include")!.Value.Split(';'))
            .ToList();
        Assert.Empty(versions.Select(v => v.Attribute("Include")!.Value).Except(references));
    }

    /// <summary>Feeds are the user's: a source in the repository would overrule them.</summary>
    [Fact]
    public async Task NoFileNamesAFeed() => Assert.Empty(await TrackedAsync("*[nN]u[gG]et.[cC]onfig"));

    private static async Task<IEnumerable<string>> TrackedAsync(params string[] patterns) =>
        (await new Command(Checkout.Root).GitAsync(["ls-files", .. patterns])).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
