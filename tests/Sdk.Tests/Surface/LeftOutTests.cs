using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Sdk.Tests.Surface;

/// <summary>What the comparison with recorded scenarios leaves out.</summary>
public sealed partial class LeftOutTests
{
    [Fact]
    public void WhatIsLeftOutIsListedWithItsReason()
    {
        var project = XDocument.Load(Repository.PathOf("conformance", "PulumiScenarios", "PulumiScenarios.csproj"));
        var symbols = project
            .Descendants("DefineConstants")
            .SelectMany(constants => constants.Value.Split(';'))
            .Where(symbol => symbol.StartsWith("LACKS_", StringComparison.Ordinal));
        var files = project
            .Descendants("Compile")
            .Attributes("Remove")
            .Select(remove => remove.Value.Replace("$(Scenarios)/", "", StringComparison.Ordinal));
        var listed = File.ReadLines(Repository.PathOf("sdk", "README.md"))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => row.Groups["what"].Value);

        Assert.Equal(symbols.Concat(files).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<what>[^`]+)` \| \S.*\|$")]
    private static partial Regex Row();
}
