using System.Runtime.CompilerServices;

namespace MeshStack.Manifests.Tests;

public class ReadmeTests
{
    [Fact]
    public void TheCodeOfTheReadmeCompiles()
    {
        var source = File.ReadAllText(SourceFile())
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Trim())
            .ToHashSet(StringComparer.Ordinal);
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(SourceFile())!, "..", "..", "manifests", "README.md"))
            .ReplaceLineEndings("\n");
        var code = readme
            .Split("```csharp\n")[1]
            .Split("```")[0]
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal));

        Assert.All(code, line => Assert.Contains(line, source));
    }

    // The readme's code, line by line.
    private static void Use()
    {
        var east = ManifestYaml.Read(File.ReadAllText("east.yaml"), "east.yaml", cluster: "east");
        var west = ManifestYaml.Read(File.ReadAllText("west.yaml"), "west.yaml", cluster: "west");

        foreach (var finding in IstioChecks.Check([.. east, .. west]))
        {
            Console.WriteLine($"{finding.Severity}: {finding.Cluster} {finding.Object} {finding.Path}: {finding.Message}");
        }

        var crds = IstioCrds.For("1.31.4");
        foreach (var manifest in east)
        {
            foreach (var error in crds.Validate(manifest))
            {
                Console.WriteLine($"error: {manifest.Cluster} {manifest.Reference} {error} [{manifest.Source}]");
            }
        }
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
