namespace Repository.Tests.Architecture;

/// <summary>Things that one type owns, and that no other place may know.</summary>
public sealed class OneOwnerTests
{
    private static readonly string[] Product =
    [
        "analysis",
        "cli",
        "components",
        "definition",
        "hosting",
        "infra",
        "manifests",
        "offline",
        "preview",
        "rendering",
    ];

    /// <summary>The form of placeholders is known to one type: elsewhere no text holds it, so nothing can test for it.</summary>
    [Fact]
    public void OnlyOneTypeKnowsTheFormOfPlaceholders()
    {
        // Interpolated texts that name groups of a regular expression.
        string[] others = ["analysis/Config/Routing/RequestRewrite.cs"];
        Assert.Equal(
            [.. others, "manifests/Objects/Placeholder.cs"],
            Files(line =>
                line.Contains("\"${", StringComparison.Ordinal)
                || line.Contains(" ${", StringComparison.Ordinal)
                || line.Contains("`${", StringComparison.Ordinal)
                || line.Contains("\\$\\{", StringComparison.Ordinal)
                || line.Contains("$\"${{{", StringComparison.Ordinal)
            )
        );
    }

    /// <summary>What several projects must agree on stands once, below all of them.</summary>
    [Theory]
    [InlineData("\"[secret]\"", "MaskedText.cs")]
    [InlineData("\"pulumi:providers:kubernetes\"", "PulumiTypes.cs")]
    [InlineData("\"kubernetes:helm.sh/v3:Release\"", "PulumiTypes.cs")]
    [InlineData("\"kubernetes:yaml/v2:ConfigFile\"", "PulumiTypes.cs")]
    [InlineData("\"svc.", "ServiceDns.cs")]
    [InlineData("\"sidecar.istio.io/inject\"", "IstioNames.cs")]
    [InlineData("\"kube-node-lease\"", "IstioNames.cs")]
    public void ASharedNameStandsOnce(string text, string owner) =>
        Assert.Equal([$"manifests/Names/{owner}"], Files(line => line.Contains(text, StringComparison.Ordinal)));

    /// <summary>Null stands in for no value: only args of components leave a required input open until it is set, as the packages' own
    /// do.</summary>
    [Fact]
    public void NullStandsInForNothing() =>
        Assert.DoesNotContain(
            Files(line => line.Contains("null!", StringComparison.Ordinal)),
            file => !file.EndsWith("Args.cs", StringComparison.Ordinal)
        );

    private static List<string> Files(Func<string, bool> has) =>
        [
            .. Product
                .SelectMany(folder => Directory.EnumerateFiles(Checkout.Path(folder), "*.cs", SearchOption.AllDirectories))
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Where(file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && has(line)))
                .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
}
