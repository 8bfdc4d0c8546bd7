using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Repository.Tests.Launcher;

/// <summary>What the launcher looks at to see whether the program is older than its sources.</summary>
public sealed partial class SourcesTests
{
    [Fact]
    public void EveryProjectOfTheProgramIsLookedAt()
    {
        var looked = Sources().Match(File.ReadAllText(Checkout.Path("build", "publish-cli"))).Groups[1].Value.Split(' ');
        var folders = ProjectsOf("cli/MeshStack.Cli.csproj").Select(p => p.Split('/')[0]).Distinct().ToList();
        Assert.Contains("manifests", folders);
        Assert.Contains("preview", folders);

        // The program needs no package of Pulumi, neither a real one nor a stand-in.
        Assert.DoesNotContain("sdk", folders);
        Assert.Empty(folders.Except(looked));
    }

    [GeneratedRegex(@"^sources=\((.+)\)$", RegexOptions.Multiline)]
    private static partial Regex Sources();

    /// <summary>A project and all that it references, the stand-ins for packages included; paths from the root.</summary>
    private static IEnumerable<string> ProjectsOf(string project)
    {
        var items = XDocument.Load(Checkout.Path(project)).Descendants().ToList();
        var referenced = items
            .Where(i => i.Name.LocalName == "ProjectReference")
            .Select(i => Path.Combine(Path.GetDirectoryName(Checkout.Path(project))!, i.Attribute("Include")!.Value))
            .Select(p => Path.GetRelativePath(Checkout.Root, p));
        var standIns = items
            .Where(i => i.Name.LocalName == "PulumiPackage")
            .SelectMany(i => i.Attribute("Include")!.Value.Split(';'))
            .Select(p => $"sdk/{p}/{p}.csproj");
        return referenced.Concat(standIns).Where(p => File.Exists(Checkout.Path(p))).SelectMany(ProjectsOf).Prepend(project);
    }
}
