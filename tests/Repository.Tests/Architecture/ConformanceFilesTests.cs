using System.Text.RegularExpressions;

namespace Repository.Tests.Architecture;

/// <summary>The conformance tool reads files of the product by their place: a file that moves must not leave it behind.</summary>
public sealed partial class ConformanceFilesTests
{
    [Fact]
    public void EveryFileThatIsReadIsThere()
    {
        var files = Directory
            .EnumerateFiles(Checkout.Path("conformance", "MeshStack.Conformance"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Place().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value.Split(", ").Select(part => part.Trim('"')).ToArray())
            .ToList();
        Assert.NotEmpty(files);
        Assert.All(files, parts => Assert.True(Path.Exists(Checkout.Path(parts)), string.Join('/', parts)));
    }

    [GeneratedRegex(@"Path\.Combine\(Repository\.Root, ((?:""[^""]+""(?:, )?)+)\)")]
    private static partial Regex Place();
}
