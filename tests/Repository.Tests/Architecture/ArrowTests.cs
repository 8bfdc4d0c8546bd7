using System.Xml.Linq;

namespace Repository.Tests.Architecture;

/// <summary>Which project may know which: an arrow never runs back up.</summary>
public sealed class ArrowTests
{
    /// <summary>The projects of the product by folder, each with all that it may reference.</summary>
    public static IReadOnlyDictionary<string, string[]> Allowed { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["manifests"] = [],
            ["analysis"] = ["manifests"],
            ["definition"] = ["manifests"],
            ["rendering"] = ["manifests"],
            ["preview"] = ["analysis", "definition", "manifests", "rendering"],
            ["components"] = ["definition", "manifests"],
            ["offline"] = ["manifests", "rendering"],
            ["hosting"] = ["components", "definition", "manifests", "offline", "preview", "rendering"],
            ["infra"] = ["hosting"],
            ["cli"] = ["analysis", "definition", "manifests", "preview", "rendering"],
        };

    private static readonly string[] WithPulumi = ["components", "offline", "hosting", "infra"];

    public static TheoryData<string> Projects { get; } = [.. Allowed.Keys];

    [Fact]
    public void EveryProjectOfTheProductHasItsArrows()
    {
        var found = Directory
            .EnumerateDirectories(Checkout.Root)
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetFileName(folder));
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void NoProjectReferencesWhatItMayNotKnow(string project) =>
        Assert.Empty(References(project, "ProjectReference").Select(path => path.Split('/')[1]).Except(Allowed[project]));

    [Theory]
    [MemberData(nameof(Projects))]
    public void OnlyTheProgramSideKnowsPulumi(string project)
    {
        var packages = References(project, "PulumiPackage")
            .Concat(References(project, "PackageReference").Where(p => p.StartsWith("Pulumi", StringComparison.Ordinal)));
        Assert.Equal(WithPulumi.Contains(project), packages.Any());
    }

    /// <summary>What is compiled knows no more than its project says: an assembly that came along by another reference would be an arrow
    /// too.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void NoSourceNamesANamespaceThatItsProjectMayNotKnow(string project)
    {
        var forbidden = Allowed
            .Keys.Append("pulumi")
            .Where(other => other != project && (other == "pulumi" ? !WithPulumi.Contains(project) : !Allowed[project].Contains(other)))
            .Select(other =>
                other switch
                {
                    "pulumi" => "Pulumi",
                    "components" => "MeshStack.Registration",
                    _ => "MeshStack." + char.ToUpperInvariant(other[0]) + other[1..],
                }
            )
            .ToList();
        var named = Sources(project)
            .SelectMany(file =>
                File.ReadLines(file)
                    .Where(line => forbidden.Any(ns => line.StartsWith($"using {ns}", StringComparison.Ordinal)))
                    .Select(line => $"{Path.GetRelativePath(Checkout.Root, file)}: {line}")
            );
        Assert.Empty(named);
    }

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument
            .Load(Directory.EnumerateFiles(Checkout.Path(project), "*.csproj").Single())
            .Descendants()
            .Where(item => item.Name.LocalName == kind)
            .Select(item => item.Attribute("Include")!.Value);

    private static IEnumerable<string> Sources(string project) =>
        Directory
            .EnumerateFiles(Checkout.Path(project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
