using System.IO.Compression;
using System.Xml.Linq;

namespace Packages.Tests;

/// <summary>What users get from a feed.</summary>
public sealed class PackageTests(Feed feed) : IClassFixture<Feed>
{
    private static string Version => Feed.Setting("Version");

    [Fact]
    public void ComponentsDependOnTheRealPackages()
    {
        using var package = Open("MeshStack.Components", "nupkg");
        Assert.Equal(
            [
                $"MeshStack.Definition {Version}",
                $"MeshStack.Manifests {Version}",
                $"Pulumi {Feed.Setting("PulumiVersion")}",
                $"Pulumi.Kubernetes {Feed.Setting("PulumiKubernetesVersion")}",
                $"Pulumi.Tls {Feed.Setting("PulumiTlsVersion")}",
            ],
            Dependencies(package)
        );
    }

    [Theory]
    [InlineData("MeshStack.Components")]
    [InlineData("MeshStack.Definition")]
    [InlineData("MeshStack.Manifests")]
    [InlineData("MeshStack.Analysis")]
    [InlineData("MeshStack.Offline")]
    [InlineData("MeshStack.Rendering")]
    [InlineData("MeshStack.Preview")]
    [InlineData("MeshStack.Hosting")]
    public void EachPackageHasItsReadmeDocumentationAndSymbols(string name)
    {
        using var package = Open(name, "nupkg");
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry($"lib/net10.0/{name}.xml"));
        using var symbols = Open(name, "snupkg");
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{name}.pdb"));
        Assert.Equal(
            Feed.Setting("RepositoryUrl"),
            Manifest(package).Descendants().Single(e => e.Name.LocalName == "repository").Attribute("url")!.Value
        );
    }

    /// <summary>Either would make a native library look like a provider plugin to Pulumi's language host.</summary>
    [Fact]
    public void ComponentsCarryNoPluginMarkers()
    {
        using var package = Open("MeshStack.Components", "nupkg");
        Assert.DoesNotContain(package.Entries, e => e.Name is "pulumi-plugin.json" or "version.txt");
    }

    [Fact]
    public async Task TheSampleBuildsFromThePackagesAndPreviewsItself()
    {
        var folder = Path.Combine(feed.Folder, "sample");
        var source = Path.Combine(Feed.Setting("RepositoryRoot"), "samples", "TwoClusters");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        // The feed comes on top of the user's own; a package folder of its own keeps stand-ins out of everybody else's.
        new XDocument(
            new XElement(
                "configuration",
                new XElement(
                    "packageSources",
                    new XElement("add", new XAttribute("key", "meshstack"), new XAttribute("value", feed.Packages))
                )
            )
        ).Save(Path.Combine(folder, "nuget.config"));
        await Feed.DotnetAsync(
            folder,
            "build",
            $"-p:RestorePackagesPath={Path.Combine(feed.Folder, "packages")}",
            $"-p:MeshStackVersion={Version}"
        );

        var yaml = await Feed.DotnetAsync(folder, Path.Combine(folder, "bin", "Debug", "net10.0", "TwoClusters.dll"), "preview");
        Assert.Contains("kind: ServiceEntry\nmetadata:\n  name: web.shop.east\n  namespace: cart\n", yaml, StringComparison.Ordinal);
        Assert.Contains("- west/ns/cart/sa/checkout", yaml, StringComparison.Ordinal);
        Assert.Contains("address: ${east.eastWestGateway.address}", yaml, StringComparison.Ordinal);

        var meshstack = Path.Combine(
            Feed.Setting("RepositoryRoot"),
            "cli",
            "bin",
            Feed.Setting("Configuration"),
            "net10.0",
            "meshstack.dll"
        );
        var program = Path.Combine(folder, "bin", "Debug", "net10.0", "TwoClusters.dll");
        var access = await Feed.DotnetAsync(folder, meshstack, "access", "--program", program);
        Assert.StartsWith("east shop/web:80\n  west cart/checkout  GET /items*\n", access, StringComparison.Ordinal);
        var preview = await Feed.DotnetAsync(folder, meshstack, "preview", "--program", program);
        Assert.Contains("ClientAccess cart-to-web", preview, StringComparison.Ordinal);
        Assert.Matches(@"\nweb +west cart/checkout +GET /items\* +", preview);
    }

    private ZipArchive Open(string name, string kind) => ZipFile.OpenRead(Path.Combine(feed.Packages, $"{name}.{Version}.{kind}"));

    private static XDocument Manifest(ZipArchive package)
    {
        using var stream = package.Entries.Single(e => e.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream);
    }

    private static List<string> Dependencies(ZipArchive package) =>
        Manifest(package)
            .Descendants()
            .Where(e => e.Name.LocalName == "dependency")
            .Select(e => $"{e.Attribute("id")!.Value} {e.Attribute("version")!.Value}")
            .Order(StringComparer.Ordinal)
            .ToList();
}
