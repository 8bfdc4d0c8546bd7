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
        var folders = ProjectsOf(Checkout.Path("cli", "MeshStack.Cli.csproj")).Select(p => Path.GetRelativePath(Checkout.Root, p).Split('/')[0]).Distinct().ToList();
        Assert.Contains("manifests", folders);
        Assert.Contains("sdk", folders);
        Assert.Empty(folders.Except(looked));
    }

    [GeneratedRegex(@"^sources=\((.+)\)$", RegexOptions.Multiline)]
    private static partial Regex Sources();

    /// <summary>The project and all that it references, the stand-ins for packages included.</summary>
    private static IEnumerable<string> ProjectsOf(string project)
    {
        var items = XDocument.Load(project).Descendants().ToList();
        var referenced = items.Where(i => i.Name.LocalName == "ProjectReference").Select(i => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, i.Attribute("Include")!.Value)));
        var standIns = items.Where(i => i.Name.LocalName == "PulumiPackage").SelectMany(i => i.Attribute("Include")!.Value.Split(';')).Select(p => Checkout.Path("sdk", p, p + ".csproj"));
        return referenced.Concat(standIns).Where(File.Exists).SelectMany(ProjectsOf).Prepend(project);
    }
}
